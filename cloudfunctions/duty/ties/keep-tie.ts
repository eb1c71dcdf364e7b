import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { encryptField, hashParts } from '../../shared/cipher';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { tieInputs } from './schemas';
import { end, keep } from './rules/tie';
import { actOnTies } from './write-ties';

type Kept = Input<'duty', 'keepTie'>;
type Ended = Input<'duty', 'endTie'>;
type Done = Output<'duty', 'keepTie'>;

/** One read and one write after admit. */
async function run(call: Call, { township, tie, alias, needs, measures }: Kept): Promise<Answer<Done>> {
  const person = call.admitted?.person;
  const known = await recallTownship(township, call.now);
  if (!known || person === undefined) return refuse('not-found');
  const { tiedHouseholds: most } = settingsOf(known.directory.settings);
  const id = tie ?? `t${hashParts(['tie', call.account, call.key], 12)}`;
  const said = encryptField(JSON.stringify({ alias, needs }));
  const typed = { said, measures, since: toLocalDate(call.now) };
  return actOnTies(call, person, {
    act: tie === undefined ? 'tie' : 'change-tie',
    event: tie === undefined ? 'tie-opened' : 'tie-changed',
    tie: id,
    decide: (ties) =>
      keep(ties, { id, isNew: tie === undefined, most }, typed) ?? refuse('wrong-state', { most }),
  });
}

function runEnd(call: Call, { tie, reason }: Ended): Promise<Answer<Done>> {
  const person = call.admitted?.person;
  if (person === undefined) return Promise.resolve(refuse('not-found'));
  return actOnTies(call, person, {
    act: 'end-tie',
    event: 'tie-ended',
    tie,
    decide: (ties) => {
      const ended = end(ties, tie, toLocalDate(call.now), encryptField(reason));
      return ended ?? (tie in ties ? refuse('wrong-state') : refuse('not-found'));
    },
  });
}

export const keepTie: Action<Kept, Done> = { write: true, input: tieInputs.keepTie, run };
export const endTie: Action<Ended, Done> = { write: true, input: tieInputs.endTie, run: runEnd };
