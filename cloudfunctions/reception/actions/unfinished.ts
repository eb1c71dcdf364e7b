import type { DeskActions } from '../../../miniprogram/contract/desk';
import { refuse } from '../../shared/errors';
import type { Action, Actions } from '../../shared/serve';
import { deskInputs } from '../desk-schemas';

const WRITES = ['wait', 'bookFor', 'cancelFor', 'takeOver', 'setVisit', 'walkIn', 'blockPlaces'];

/** Acts that are announced and not there yet: each refuses until its file stands beside this one. */
export const unfinished = Object.fromEntries(
  Object.entries(deskInputs).map(([name, input]): [string, Action<never, never>] => [
    name,
    {
      write: WRITES.includes(name),
      input: input as never,
      run: () => Promise.resolve(refuse('not-published')),
    },
  ]),
) as unknown as Pick<Actions<'reception'>, keyof DeskActions>;
