import * as v from 'valibot';
import type { NotifyActions } from '../../../miniprogram/contract/notify';
import type { Instant } from '../../../miniprogram/contract/wire';
import { listTownships, readFigures, writeFigures, type Figures } from '../../registry/store';
import { countOpenByOwner } from '../../request/store';
import { grant } from '../../shared/errors';
import type { Action } from '../../shared/serve';

type Relay = NotifyActions['relay'];

function isSame(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean {
  const [names, others] = [Object.keys(one), Object.keys(other)];
  return names.length === others.length && names.every((name) => one[name] === other[name]);
}

/** True when the figures changed. The office's matters (owner '') wait for a person and count for nobody. */
async function refreshFigures(township: string, before: Figures | undefined, now: Instant): Promise<boolean> {
  const counted = await countOpenByOwner(township);
  counted.delete('');
  const openByPerson = Object.fromEntries(counted);
  if (before && isSame(openByPerson, before.openByPerson)) return false;
  return writeFigures(township, openByPerson, now, before);
}

/** Two calls, and for each township one count and at most one write. */
export const relay: Action<Relay['input'], Relay['output']> = {
  write: false,
  input: v.strictObject({}),
  async run({ now }) {
    const townships = await listTownships();
    const figures = await readFigures(townships);
    let changed = 0;
    for (const township of townships) {
      const before = figures.find((each) => each.township === township);
      if (await refreshFigures(township, before, now)) changed++;
    }
    return grant({ changed });
  },
};
