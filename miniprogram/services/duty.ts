/** duty (履职): activities, the ledger's figures, the duty record. */
import type { DutyActions } from '../contract/duty';
import type { Output } from '../contract/wire';
import { ask, write } from '../platform/cloud';
import type { Result } from '../contract/result';
import { township } from '../platform/whereabouts';
import { partAt, readParts } from './parts';

type In<A extends keyof DutyActions> = Omit<DutyActions[A]['input'], 'township'>;
type Out<A extends keyof DutyActions> = Promise<Result<Output<'duty', A>>>;

/** Where it happened is said when it is written down: it may be sent days later, from another township's page. */
export function noteActivity(input: DutyActions['note']['input'], key: string): Out<'note'> {
  return write('duty', 'note', input, key);
}

export function correctActivity(input: In<'correct'>, key: string): Out<'correct'> {
  return write('duty', 'correct', { township: township(), ...input }, key);
}

export function withdrawActivity(input: In<'withdraw'>, key: string): Out<'withdraw'> {
  return write('duty', 'withdraw', { township: township(), ...input }, key);
}

export function getActivity(activity: string): Out<'activity'> {
  return ask('duty', 'activity', { township: township(), activity });
}

export function listActivities(input: In<'listActivities'>): Out<'listActivities'> {
  return ask('duty', 'listActivities', { township: township(), ...input });
}

export function answerInvitation(input: In<'answerInvitation'>, key: string): Out<'answerInvitation'> {
  return write('duty', 'answerInvitation', { township: township(), ...input }, key);
}

export function decideLeave(input: In<'decideLeave'>, key: string): Out<'decideLeave'> {
  return write('duty', 'decideLeave', { township: township(), ...input }, key);
}

export function noteAttendance(input: In<'attend'>, key: string): Out<'attend'> {
  return write('duty', 'attend', { township: township(), ...input }, key);
}

export function transferOpinion(input: In<'transferOpinion'>, key: string): Out<'transferOpinion'> {
  return write('duty', 'transferOpinion', { township: township(), ...input }, key);
}

export function actOnOpinion(input: In<'actOnOpinion'>, key: string): Out<'actOnOpinion'> {
  return write('duty', 'actOnOpinion', { township: township(), ...input }, key);
}

export function listOpinions(): Out<'listOpinions'> {
  return ask('duty', 'listOpinions', { township: township() });
}

export function getRecord(input: In<'record'>): Out<'record'> {
  return ask('duty', 'record', { township: township(), ...input });
}

export function disputeFact(input: In<'dispute'>, key: string): Out<'dispute'> {
  return write('duty', 'dispute', { township: township(), ...input }, key);
}

export function answerDispute(input: In<'answerDispute'>, key: string): Out<'answerDispute'> {
  return write('duty', 'answerDispute', { township: township(), ...input }, key);
}

export function listDisputes(after?: string): Out<'listDisputes'> {
  return ask('duty', 'listDisputes', { township: township(), ...(after !== undefined && { after }) });
}

export function getStudyGrid(year: number): Out<'studyGrid'> {
  return readParts((after) => ask('duty', 'studyGrid', { township: township(), year, ...partAt(after) }));
}

export function listQuietDeputies(months: number): Out<'quietDeputies'> {
  return ask('duty', 'quietDeputies', { township: township(), months });
}

export function getPublicFacts(person: string): Out<'publicFacts'> {
  return ask('duty', 'publicFacts', { township: township(), person });
}

export function listFacts(input: In<'facts'>): Out<'facts'> {
  return ask('duty', 'facts', { township: township(), ...input });
}
