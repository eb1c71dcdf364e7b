/**
 * One act, one row: whatever any test does in this process through a writing action, the law is looked at. A row's id
 * begins with who, the act's key and its event, so that a repetition makes no further row, nor does shipping one from
 * its document to the audit.
 */
import { ACCESS, type Access } from '../../cloudfunctions/shared/access';
import type { Changes } from '../../cloudfunctions/shared/conditions';
import { ROWLESS, SEVERAL } from '../cloudfunctions/audit-rows';

/** By key: ids of the rows that acts under it left, and the actions that were granted under it. */
const left = new Map<string, Set<string>>();
const granted = new Map<string, Set<string>>();
/** Writes so far, less those of the door alone. */
let writes = 0;
/** Acts under way: of what several write beside each other nobody knows whose it is. */
let underWay = 0;

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(value));
}

function noteRows(rows: unknown): void {
  for (const { id } of rows as readonly { id: string }[]) {
    const [by, key = ''] = id.split('~');
    if (by !== 'system') addTo(left, key, id);
  }
}

const DOOR = new Set(['recent', 'wroteAt']);

function isOfDoor(collection: string, changes: Changes): boolean {
  const paths = Object.keys(changes);
  return collection === 'invitations' && paths.every((path) => DOOR.has(path) || path.startsWith('wrote.'));
}

export function noteChange(collection: string, changes: Changes): void {
  if (!isOfDoor(collection, changes)) writes++;
  const { history } = changes;
  if (history?.change === 'append') noteRows(history.value);
}

export function noteBirth(collection: string, document: object): void {
  writes++;
  if (collection === 'audit') noteRows([document]);
  else if ('history' in document) noteRows(document.history);
}

/** What the law knows by now; the answer lets it forget what came since. */
export function keepLaw(): () => void {
  const kept = [left, granted].map((sets) => ({
    sets,
    before: [...sets].map(([key, set]) => [key, new Set(set)] as const),
  }));
  return () => {
    for (const { sets, before } of kept) {
      sets.clear();
      for (const [key, set] of before) sets.set(key, new Set(set));
    }
  };
}

export const countedWrites = (): number => writes;

/** Ids of the rows under this key. */
export function rowsUnder(key: string): readonly string[] {
  return [...(left.get(key) ?? [])];
}

const accessTable = ACCESS as Readonly<Record<string, Readonly<Record<string, Access>>>>;

/** What is wrong with the rows of acts under this key; undefined: nothing. */
function faultOf(name: string, key: string, changed: boolean): string | undefined {
  const names = granted.get(key) ?? new Set();
  const rows = rowsUnder(key);
  if ([...names].some((one) => SEVERAL.includes(one))) return undefined;
  if (rows.length > names.size) return `${name} left more than one row in the audit: ${rows.join(' ')}`;
  const isMissing = changed && rows.length === 0 && !(name in ROWLESS);
  return isMissing ? `${name} changed something and left no row in the audit` : undefined;
}

interface Asked {
  fn: string;
  action: string;
  key: string | undefined;
}

/** Runs the act, and throws where it was granted and broke the law. */
export async function underLaw<A extends { ok: boolean }>(
  { fn, action, key }: Asked,
  act: () => Promise<A>,
): Promise<A> {
  const before = writes;
  const alone = underWay++ === 0;
  try {
    const answer = await act();
    const isPersons = key !== undefined && accessTable[fn]?.[action]?.by !== 'platform';
    if (!answer.ok || !isPersons) return answer;
    const name = `${fn}.${action}`;
    addTo(granted, key, name);
    const fault = faultOf(name, key, alone && underWay === 1 && writes > before);
    if (fault !== undefined) throw new Error(fault);
    return answer;
  } finally {
    underWay--;
  }
}
