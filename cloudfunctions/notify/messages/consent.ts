import * as v from 'valibot';
import { TEMPLATE_KEYS } from '../../../miniprogram/contract/templates';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { windowOf } from '../../shared/window';
import { refuseOwn } from '../inbox/own-doors';
import { countConsents, leftOf, readConsents } from './consents-store';

type Asked = Input<'notify', 'consent'>;
type Answered = Output<'notify', 'consent'>;

const answer = v.exactOptional(v.picklist(['accept', 'reject', 'ban', 'filter']));

const TAPS = windowOf(30);

/** One call; two more for an account's first consent. Nothing accepted: one read. */
export const consent: Action<Asked, Answered> = {
  write: true,
  input: v.strictObject({
    township,
    answers: v.strictObject({ reminder: answer, change: answer, progress: answer, task: answer }),
  }),
  async run(call, asked) {
    const { account, key } = call;
    const refused = await refuseOwn(call, TAPS);
    if (refused) return refused;
    const accepted = TEMPLATE_KEYS.filter((template) => asked.answers[template] === 'accept');
    const who = { township: asked.township, account };
    if (accepted.length === 0) return ok({ left: leftOf(await readConsents(asked.township, account)) });
    return ok({ left: await countConsents(who, accepted, key) });
  },
};
