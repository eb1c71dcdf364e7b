import type { Input, Output } from '../../../miniprogram/contract/wire';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { revokeOfficialKeysInput } from '../schemas';
import { actOnKeys, endRow } from './act-on-keys';

type Asked = Input<'publicity', 'revokeOfficialKeys'>;
type Done = Output<'publicity', 'revokeOfficialKeys'>;

export const revokeOfficialKeys: Action<Asked, Done> = {
  write: true,
  input: revokeOfficialKeysInput,
  run: (call, { edition, words }) =>
    actOnKeys(call, edition, ({ rows }) => {
      const row = rows.find(({ until }) => until === undefined);
      if (!row) return refuse('wrong-state');
      const ended = rows.map((each) => endRow(each, call.now, words));
      return { rows: ended, record: { act: 'revoked', from: row.appid, to: '', words } };
    }),
};
