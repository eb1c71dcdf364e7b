import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { AT_DESK, OFFICE } from '../../../miniprogram/contract/roles';
import { listRoles } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { actOnRoster } from './act-on-roster';
import { rosterInputs } from './schemas';
import { decideAbsence } from './rules/roster-acts';

type AbsenceInput = Input<'reception', 'setAbsence'>;

/** One's own absence, or anybody's for the office. */
async function mayState({ admitted, township, openid, now }: Call, person: string): Promise<boolean> {
  if (admitted && (admitted.person === person || OFFICE.includes(admitted.role))) return true;
  const held = await listRoles({ township, openid, now }, AT_DESK);
  return held.some(({ role, person: own }) => OFFICE.includes(role) || own === person);
}

async function run(call: Call, input: AbsenceInput): Promise<Answer<{ rev: number }>> {
  const { township, year, person, from, to, undo = false } = input;
  if (![from, to].every((date) => Number(date.slice(0, 4)) === year)) {
    return refuse('bad-input', { field: 'from' });
  }
  if (!(await mayState(call, person))) return refuse('not-allowed');
  const office = await recallTownship(township, call.now);
  if (!office?.directory.people.some(({ id }) => id === person)) return refuse('not-found');
  const done = await actOnRoster(call, year, (roster) => {
    const spans = decideAbsence(roster.absences[person] ?? [], { from, to }, undo);
    if ('ok' in spans) return spans;
    return {
      changes: { [`absences.${person}`]: put(spans) },
      record: {
        act: undo ? 'take-back-absence' : 'state-absence',
        of: person,
        from,
        to,
        event: 'absence-changed',
        about: { year, person, from, to },
      },
      answer: { rev: roster.version + 1 },
    };
  });
  return done.ok ? ok({ rev: Number(done.data['rev']) }) : done;
}

export const setAbsence: Action<AbsenceInput, { rev: number }> = {
  write: true,
  input: rosterInputs.setAbsence,
  run,
};
