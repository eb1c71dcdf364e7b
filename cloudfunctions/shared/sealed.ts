/**
 * Encrypts what people wrote, like names. A store names the fields of its collection that hold words and passes every
 * document through here on its way in and out. An empty string stays empty, so that a condition can ask whether there
 * are words; by the words themselves nothing can be found, only by keyed hashes stored beside them.
 */
import { decryptField, encryptField, isEncrypted } from './cipher';
import type { Change, Changes } from './conditions';

export interface Sealed {
  close<T>(document: T): T;
  closeChanges(changes: Changes): Changes;
  /** What was stored before there was encryption, and is clear, stays as it is. */
  open<T>(document: T): T;
}

type Turn = (text: string) => string;

/** What every act leaves in its document has a rule of its own (outbox.ts). */
const LEFT_BEHIND = ['history', 'outbox'];

const lock: Turn = (text) => (text === '' ? '' : encryptField(text));
const unlock: Turn = (text) => (isEncrypted(text) ? decryptField(text) : text);

/** `single`: its string is closed; `deep`: every string within it; `left`: nothing of it. Other fields: looked into. */
type Names = ReadonlyMap<string, 'single' | 'deep' | 'left'>;

function walk(value: unknown, names: Names, turn: Turn, how: 'no' | 'single' | 'deep'): unknown {
  if (typeof value === 'string') return how === 'no' ? value : turn(value);
  if (value === null || typeof value !== 'object') return value;
  const inside = how === 'deep' ? 'deep' : 'no';
  if (Array.isArray(value)) return value.map((item: unknown) => walk(item, names, turn, inside));
  const turned: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const own = names.get(name) ?? 'no';
    turned[name] = own === 'left' ? item : walk(item, names, turn, inside === 'deep' ? inside : own);
  }
  return turned;
}

/** `words` names every field of that name that is a string; `data.*` everything within a field `data`. */
export function sealedFields(...fields: readonly string[]): Sealed {
  const names: Names = new Map([
    ...fields.map((field): [string, 'single' | 'deep'] =>
      field.endsWith('.*') ? [field.slice(0, -2), 'deep'] : [field, 'single'],
    ),
    ...LEFT_BEHIND.map((field): [string, 'left'] => [field, 'left']),
  ]);
  const closeChange = (path: string, change: Change): Change => {
    if (change.change !== 'put' && change.change !== 'append') return change;
    const segments = path.split('.').map((name) => names.get(name) ?? 'no');
    const last = segments.at(-1) ?? 'no';
    if (last === 'left') return change;
    const closed = walk(change.value, names, lock, segments.includes('deep') ? 'deep' : last);
    return { ...change, value: closed } as Change;
  };
  return {
    close: <T>(document: T) => walk(document, names, lock, 'no') as T,
    open: <T>(document: T) => walk(document, names, unlock, 'no') as T,
    closeChanges: (changes) =>
      Object.fromEntries(Object.entries(changes).map(([path, change]) => [path, closeChange(path, change)])),
  };
}
