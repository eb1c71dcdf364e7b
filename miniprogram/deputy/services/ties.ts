/** 监测户结对: own ones, and who has one. */
import type { Result } from '../../contract/result';
import type { TieActions } from '../../contract/ties';
import { ask, write } from '../../platform/cloud';
import { township } from '../../platform/whereabouts';
import { partAt, readParts } from '../../services/parts';

type In<A extends keyof TieActions> = Omit<TieActions[A]['input'], 'township'>;
type Out<A extends keyof TieActions> = Promise<Result<TieActions[A]['output']>>;

export function getTies(person?: string): Out<'ties'> {
  return ask('duty', 'ties', { township: township(), ...(person !== undefined && { person }) });
}

export function listTied(): Out<'tiedDeputies'> {
  return readParts((after) => ask('duty', 'tiedDeputies', { township: township(), ...partAt(after) }));
}

export function keepTie(input: In<'keepTie'>, key: string): Out<'keepTie'> {
  return write('duty', 'keepTie', { township: township(), ...input }, key);
}

export function endTie(input: In<'endTie'>, key: string): Out<'endTie'> {
  return write('duty', 'endTie', { township: township(), ...input }, key);
}

export function setTieAccess(input: In<'tieAccess'>, key: string): Out<'tieAccess'> {
  return write('duty', 'tieAccess', { township: township(), ...input }, key);
}
