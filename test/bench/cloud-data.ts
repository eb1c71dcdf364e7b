/** What `npm run bench:cloud` measures on: 100,000 requests of ten townships, about 300 bytes each, as a list shows them. */
export const DOCUMENTS = 100_000;

const TOWNSHIPS = 10;

/** Ten documents share an instant, so that a page must be told apart by `_id` as well. */
export const INDEXES = {
  requests: {
    indexes: [
      {
        name: 'township_at',
        fields: [
          ['township', 1],
          ['at', 1],
        ],
      },
      {
        name: 'township_state_at',
        fields: [
          ['township', 1],
          ['state', 1],
          ['at', 1],
        ],
      },
    ],
  },
};

export function documentId(n: number): string {
  return `t${n % TOWNSHIPS}~r${String(n).padStart(6, '0')}`;
}

export function makeDocument(n: number): { _id: string } & Record<string, unknown> {
  return {
    _id: documentId(n),
    township: `t${n % TOWNSHIPS}`,
    at: instantOf(n),
    state: ['submitted', 'taken', 'closed'][n % 3],
    rev: 1,
    count: 0,
    title: '村道路灯不亮，夜里老人走路看不见，想请代表来看一看',
    village: `v${n % 40}`,
    category: ['road', 'water', 'school', 'other'][n % 4],
    by: `u${n % 5000}`,
    owner: `deputy-${n % 60}`,
    outboxAt: 0,
  };
}

export function instantOf(n: number): number {
  return 1_790_000_000_000 + Math.floor(n / (TOWNSHIPS * 10)) * 60_000;
}

/** A page in the midst of a township's list, newest first, by a compound key. */
const MIDDLE = DOCUMENTS / 2;

export const PAGE = {
  query: JSON.stringify({
    township: 't3',
    $or: [
      { at: { $lt: instantOf(MIDDLE) } },
      { at: instantOf(MIDDLE), _id: { $lt: documentId(MIDDLE + 43) } },
    ],
  }),
  order: JSON.stringify({ at: -1, _id: -1 }),
  limit: 20,
};
