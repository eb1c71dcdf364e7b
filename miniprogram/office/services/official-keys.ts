import type { OfficialKeysActions } from '../../contract/official-keys';
import type { Result } from '../../contract/result';
import { ask, write } from '../../platform/cloud';
import { township } from '../../platform/whereabouts';

type Name = keyof OfficialKeysActions;
type In<A extends Name> = Omit<OfficialKeysActions[A]['input'], 'township'>;
type Out<A extends Name> = Promise<Result<OfficialKeysActions[A]['output']>>;

export function getOfficialKeys(): Out<'officialKeys'> {
  return ask('publicity', 'officialKeys', { township: township() });
}

export function saveOfficialKeys(input: In<'saveOfficialKeys'>, key: string): Out<'saveOfficialKeys'> {
  return write('publicity', 'saveOfficialKeys', { township: township(), ...input }, key);
}

export function revokeOfficialKeys(input: In<'revokeOfficialKeys'>, key: string): Out<'revokeOfficialKeys'> {
  return write('publicity', 'revokeOfficialKeys', { township: township(), ...input }, key);
}
