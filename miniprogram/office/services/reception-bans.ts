import type { BanActions, BanRow } from '../../contract/bans';
import { ask, write } from '../../platform/cloud';
import type { Result } from '../../contract/result';
import { township } from '../../platform/whereabouts';

interface Done {
  bar: string;
}

/** Those in force, soonest over first. */
export function listBars(after?: string): Promise<Result<BanActions['listBars']['output']>> {
  return ask('reception', 'listBars', { township: township(), ...(after !== undefined && { after }) });
}

export type Ban = Omit<BanActions['barPerson']['input'], 'township'>;

export function barPerson(bar: Ban, key: string): Promise<Result<Done>> {
  return write('reception', 'barPerson', { township: township(), ...bar }, key);
}

export function liftBar(bar: BanRow['bar'], key: string): Promise<Result<Done>> {
  return write('reception', 'liftBar', { township: township(), bar }, key);
}
