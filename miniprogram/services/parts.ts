/** Long answers that come in parts: their lists one behind the other. */
import type { InParts, Part } from '../contract/parts';
import type { Result } from '../contract/result';

/** What both say; where it is no list, what the later one says. */
export function joinParts<T extends Part>(before: T, later: T): T {
  const joined = Object.entries(later).map(([name, value]: [string, unknown]) => {
    const earlier = (before as Readonly<Record<string, unknown>>)[name];
    const isList = Array.isArray(value) && Array.isArray(earlier);
    return [name, isList ? [...(earlier as unknown[]), ...(value as unknown[])] : value];
  });
  return Object.fromEntries(joined) as T;
}

/** The first part of an answer, or the one behind `after`. */
export function partAt(after?: string): InParts {
  return { inParts: true, ...(after !== undefined && { after }) };
}

/** One part more, behind those that are there; where they are of another edition by now, the first one again. */
export async function readPart<T extends Part>(
  before: T | undefined,
  ask: (after?: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!before) return ask();
  const part = await ask(before.next);
  if (part.ok) return { ok: true, data: joinParts(before, part.data) };
  return part.code === 'row-changed' ? ask() : part;
}

/** All parts. */
export async function readParts<T extends Part>(
  ask: (after?: string) => Promise<Result<T>>,
  before?: T,
): Promise<Result<T>> {
  for (let read = before; ;) {
    const result = await readPart(read, ask);
    if (!result.ok || result.data.next === undefined) return result;
    read = result.data;
  }
}
