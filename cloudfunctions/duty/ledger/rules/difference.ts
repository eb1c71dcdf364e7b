/** What has to be done so that the rows that stand under a source are those that follow from it. */
export interface Row {
  _id: string;
  rev: number;
}

export interface Difference<T> {
  create: T[];
  change: T[];
  remove: string[];
}

/** What the rule decides about a row; what the relay or a person adds to a stored row is no difference. */
function bodyOf(row: object, fields: readonly string[]): string {
  const entries = fields.map((name) => [name, (row as Record<string, unknown>)[name] ?? null]);
  return JSON.stringify(entries);
}

export function findDifference<T extends Row>(
  stored: readonly T[],
  wanted: readonly T[],
  fields: readonly string[],
): Difference<T> {
  const byId = new Map(stored.map((row) => [row._id, row]));
  const create = wanted.filter(({ _id }) => !byId.has(_id));
  const change = wanted.filter((row) => {
    const before = byId.get(row._id);
    return before !== undefined && bodyOf(before, fields) !== bodyOf(row, fields);
  });
  const ids = new Set(wanted.map(({ _id }) => _id));
  return { create, change, remove: stored.filter(({ _id }) => !ids.has(_id)).map(({ _id }) => _id) };
}
