/**
 * What a stored document is after some changes, worked out here as the database works it out there: for whoever read
 * the document, wrote on its `rev`, and wants the document after exactly that write. Compared with the database in
 * test/cloudfunctions/memory-database.test.ts.
 */
import { checkPath, checkValue, type Change, type Changes } from './conditions';

type Fields = Record<string, unknown>;

function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function changed(old: unknown, change: Exclude<Change, { change: 'drop' }>): unknown {
  const list = (old ?? []) as unknown[];
  switch (change.change) {
    case 'put':
      return copy(change.value);
    case 'add':
      return ((old ?? 0) as number) + change.value;
    case 'append': {
      const all = [...list, ...copy([...change.value])];
      return change.keep === undefined ? all : all.slice(-change.keep);
    }
    case 'take':
      return list.filter((item) => item !== change.value);
    case 'take-where':
      return list.filter((item) => !change.value.includes((item as Fields)[change.field] as string));
  }
}

/** The field's object, made this document's own; none: an empty one. */
function ownField(inside: Fields, name: string): Fields {
  const own = Array.isArray(inside[name])
    ? [...(inside[name] as unknown[])]
    : { ...(inside[name] as object) };
  inside[name] = own;
  return own;
}

/** A new document; the old one stays as it was, and they share what was not changed. `rev` counts the change. */
export function applyChanges<T extends object>(document: T, changes: Changes): T {
  const after = { ...document } as Fields;
  const all: Changes = { ...changes, rev: { change: 'add', value: 1 } };
  for (const [path, change] of Object.entries(all)) {
    checkPath(path);
    if (change.change !== 'drop') checkValue(change.value);
    const names = path.split('.');
    const last = names.pop() ?? '';
    let inside = after;
    // Nothing is made in order to take something out of it.
    const gone = change.change === 'drop';
    for (const name of names)
      inside = gone && (inside[name] ?? undefined) === undefined ? {} : ownField(inside, name);
    if (gone) Reflect.deleteProperty(inside, last);
    else inside[last] = changed(inside[last], change);
  }
  return after as T;
}
