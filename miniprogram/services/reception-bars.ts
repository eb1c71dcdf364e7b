import type { BarActions, BarRow } from '../contract/bars';
import { ask, write } from '../platform/cloud';
import type { Result } from '../platform/result';
import { township } from '../platform/whereabouts';

interface Done {
  bar: string;
}

/** Those in force, soonest over first. */
export function listBars(after?: string): Promise<Result<BarActions['listBars']['output']>> {
  return ask('reception', 'listBars', { township: township(), ...(after !== undefined && { after }) });
}

export type Bar = Omit<BarActions['barPerson']['input'], 'township'>;

export function barPerson(bar: Bar, key: string): Promise<Result<Done>> {
  return write('reception', 'barPerson', { township: township(), ...bar }, key);
}

export function liftBar(bar: BarRow['bar'], key: string): Promise<Result<Done>> {
  return write('reception', 'liftBar', { township: township(), bar }, key);
}
