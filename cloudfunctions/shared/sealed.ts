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
const LEFT_BEHIND: ReadonlySet<string> = new Set(['history', 'outbox']);

const lock: Turn = (text) => (text === '' ? '' : encryptField(text));
const unlock: Turn = (text) => (isEncrypted(text) ? decryptField(text) : text);

/** Names of fields whose string is closed, and of those within which every string is. */
interface Names {
  single: ReadonlySet<string>;
  deep: ReadonlySet<string>;
}

function walk(value: unknown, names: Names, turn: Turn, how: 'no' | 'single' | 'deep'): unknown {
  if (typeof value === 'string') return how === 'no' ? value : turn(value);
  const inside = how === 'deep' ? 'deep' : 'no';
  if (Array.isArray(value)) return value.map((item: unknown) => walk(item, names, turn, inside));
  if (value === null || typeof value !== 'object') return value;
  const walkField = (name: string, item: unknown): unknown => {
    if (LEFT_BEHIND.has(name)) return item;
    if (inside === 'deep' || names.deep.has(name)) return walk(item, names, turn, 'deep');
    return walk(item, names, turn, names.single.has(name) ? 'single' : 'no');
  };
  const turned: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) turned[name] = walkField(name, item);
  return turned;
}

/** `words` names every field of that name that is a string; `data.*` everything within a field `data`. */
export function sealedFields(...fields: readonly string[]): Sealed {
  const deep = fields.flatMap((field) => (field.endsWith('.*') ? [field.slice(0, -2)] : []));
  const names: Names = { single: new Set(fields), deep: new Set(deep) };
  const closeChange = (path: string, change: Change): Change => {
    if (LEFT_BEHIND.has(path) || (change.change !== 'put' && change.change !== 'append')) return change;
    const segments = path.split('.');
    const last = segments.at(-1) ?? '';
    const how = names.single.has(last) ? 'single' : 'no';
    const closed = walk(
      change.value,
      names,
      lock,
      segments.some((each) => names.deep.has(each)) ? 'deep' : how,
    );
    return { ...change, value: closed } as Change;
  };
  return {
    close: <T>(document: T) => walk(document, names, lock, 'no') as T,
    open: <T>(document: T) => walk(document, names, unlock, 'no') as T,
    closeChanges: (changes) =>
      Object.fromEntries(Object.entries(changes).map(([path, change]) => [path, closeChange(path, change)])),
  };
}
