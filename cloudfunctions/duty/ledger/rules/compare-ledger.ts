/** The ledger against its rebuild: what stands there and should not, what is missing, what says something else. */
export interface Compared {
  _id: string;
  kind: string;
  date: string;
  source: string;
}

export interface Mismatch {
  fact: string;
  what: 'missing' | 'surplus' | 'differs';
  kind: string;
  date: string;
  source: string;
}

/** Everything that a rule decides; the revision counts writes and is nobody's fact. */
function bodyOf(row: Compared): string {
  const { rev: _rev, ...body } = row as Compared & { rev?: number };
  const entries = Object.entries(body).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(entries);
}

export function compareLedger(stored: readonly Compared[], rebuilt: readonly Compared[]): Mismatch[] {
  const there = new Map(stored.map((row) => [row._id, row]));
  const wanted = new Map(rebuilt.map((row) => [row._id, row]));
  const toMismatch = ({ _id, kind, date, source }: Compared, what: Mismatch['what']): Mismatch => ({
    fact: _id,
    what,
    kind,
    date,
    source,
  });
  const missing = rebuilt.filter(({ _id }) => !there.has(_id)).map((row) => toMismatch(row, 'missing'));
  const surplus = stored.filter(({ _id }) => !wanted.has(_id)).map((row) => toMismatch(row, 'surplus'));
  const differs = stored.flatMap((row) => {
    const other = wanted.get(row._id);
    return other === undefined || bodyOf(row) === bodyOf(other) ? [] : [toMismatch(row, 'differs')];
  });
  return [...missing, ...surplus, ...differs].sort((one, other) => (one.fact < other.fact ? -1 : 1));
}
