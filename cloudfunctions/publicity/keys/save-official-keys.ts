import type { KeysSaved } from '../../../miniprogram/contract/official-keys';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { classOf } from '../../shared/wechat/errors';
import { tryCredentials } from '../../shared/wechat/token';
import { saveOfficialKeysInput } from '../schemas';
import { actOnKeys, endRow } from './act-on-keys';
import { closeSecret } from './store';

type Asked = Input<'publicity', 'saveOfficialKeys'>;

/** Asked of WeChat before anything is written: keys that it refuses would fail only when an article is pushed. */
async function run(call: Call, { edition, appid, secret }: Asked): Promise<Answer<KeysSaved>> {
  const tried = await tryCredentials({ appid, secret });
  const kind = tried.ok ? undefined : classOf(tried.code);
  if (kind === 'credentials') return refuse('keys-wrong');
  const saved = await actOnKeys(call, edition, ({ rows }) => {
    const before = rows.find(({ until }) => until === undefined)?.appid ?? '';
    const row = { appid, since: call.now, secret: closeSecret(secret) };
    const ended = rows.map((each) => endRow(each, call.now));
    return { rows: [row, ...ended], record: { act: 'saved', from: before, to: appid } };
  });
  if (!saved.ok) return saved;
  if (tried.ok) return ok({ ...saved.data, checked: 'works' });
  const address = tried.address;
  return ok({
    ...saved.data,
    checked: kind === 'address' ? 'address' : 'later',
    ...(address !== undefined && { address }),
  });
}

export const saveOfficialKeys: Action<Asked, KeysSaved> = { write: true, input: saveOfficialKeysInput, run };
