import type { Tie, TieVisit } from '../../../miniprogram/contract/ties';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { OFFICE } from '../../../miniprogram/contract/roles';
import { asOneOf } from '../../registry/invitations/grants-store';
import { membersOn } from '../../registry/directory/rules/directory';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { decryptField } from '../../shared/cipher';
import { tellParts } from '../../shared/cut-lists';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { isOffice } from '../activities/act-on-activity';
import { listOf } from '../activities/rules/activity-document';
import { openSaid, readActivities } from '../activities/store';
import { mayReadTies } from './readers';
import { tieInputs } from './schemas';
import type { StoredTie } from './rules/tie';
import { readReaders, readTied, readTies } from './store';

type Asked = Input<'duty', 'ties'>;
type Shown = Output<'duty', 'ties'>;
type Listed = Output<'duty', 'tiedDeputies'>;

const VISITS = 40;

function toTie(id: string, { said, measures, since, ended, reason }: StoredTie): Tie {
  const { alias, needs } = JSON.parse(decryptField(said)) as { alias: string; needs?: string };
  return {
    tie: id,
    alias,
    measures,
    since,
    ...(needs !== undefined && { needs }),
    ...(ended !== undefined && { ended }),
    ...(reason !== undefined && { reason: decryptField(reason) }),
  };
}

async function readVisits(township: string, person: string): Promise<{ visits: TieVisit[]; more: boolean }> {
  const found = await readActivities(township, listOf(`person.${person}`, 'tied-help'), VISITS + 1);
  const visits = found
    .slice(0, VISITS)
    .filter(({ state }) => state === 'held')
    .map((visit) => ({
      activity: visit._id,
      date: visit.date,
      words: openSaid(visit).words ?? '',
      ...(visit.tie !== undefined && { tie: visit.tie }),
    }));
  return { visits, more: found.length > VISITS };
}

async function run(caller: Call, { township, person: asked }: Asked): Promise<Answer<Shown>> {
  const others = asked !== undefined && asked !== caller.admitted?.person;
  const call = others ? await asOneOf(caller, OFFICE) : caller;
  const person = asked ?? call.admitted?.person;
  const known = await recallTownship(township, call.now);
  const name = known?.directory.people.find(({ id }) => id === person)?.name;
  if (!known || person === undefined || name === undefined) return refuse('not-found');
  if (others && !(await mayReadTies(call))) return refuse('not-allowed');
  const [found, helped] = await Promise.all([readTies(township, person), readVisits(township, person)]);
  const { tiedHouseholds: most, tiedName: kind } = settingsOf(known.directory.settings);
  const ties = Object.entries(found?.ties ?? {}).map(([id, tie]) => toTie(id, tie));
  // What goes on stands first, then what ended last.
  const place = ({ ended, since }: Tie) => (ended === undefined ? `9${since}` : `0${ended}`);
  return ok({
    person,
    name,
    kind,
    most,
    ties: ties.sort((one, other) => (place(one) < place(other) ? 1 : -1)),
    visits: helped.visits,
    more: helped.more,
  });
}

/** Two or three reads after admit. A leader sees the own group, the office everybody. */
async function runList(caller: Call, asked: Input<'duty', 'tiedDeputies'>): Promise<Answer<Listed>> {
  const call = await asOneOf(caller, OFFICE);
  const { township, now, admitted, account } = call;
  const office = isOffice(call);
  const [known, tied, stored] = await Promise.all([
    recallTownship(township, now),
    readTied(township),
    office ? readReaders(township) : undefined,
  ]);
  if (!known || !admitted) return refuse('not-found');
  const members = membersOn(known.directory.people, toLocalDate(now)).filter(
    ({ level, group }) =>
      level !== undefined && (office || (group !== undefined && group === admitted.group)),
  );
  const own = stored?.readers[account];
  const readers = Object.entries(stored?.readers ?? {}).map(([of, reader]) => ({ account: of, ...reader }));
  const persons = members.map(({ person, name, group }) => ({
    person,
    name,
    tied: tied.has(person),
    ...(group !== undefined && { group }),
  }));
  const access = own ? (own.granted ? ('granted' as const) : ('asked' as const)) : ('none' as const);
  const kind = settingsOf(known.directory.settings).tiedName;
  return tellParts({ ...(admitted.role === 'chief' && { readers }), persons }, { kind, access }, asked);
}

export const ties: Action<Asked, Shown> = { write: false, input: tieInputs.ties, run };
export const tiedDeputies: Action<Input<'duty', 'tiedDeputies'>, Listed> = {
  write: false,
  input: tieInputs.tiedDeputies,
  run: runList,
};
