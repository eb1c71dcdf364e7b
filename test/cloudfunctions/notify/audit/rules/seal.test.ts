import { createHash } from 'node:crypto';
import {
  nextSeal,
  verifySeals,
  type AuditRow,
  type Sealed,
} from '../../../../../cloudfunctions/notify/audit/rules/seal';

const hash = (parts: readonly string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
const DAY = 24 * 60 * 60 * 1_000;

function row(id: string): AuditRow {
  const said = { by: 'p1', act: 'publish', of: '2026', from: '', to: 'published' };
  const at = { at: 1, seq: '' };
  return { _id: id, township: 'bh', rev: 1, id, ...at, collection: 'rosters', document: 'bh~2026', ...said };
}

const ROWS = ['a', 'b', 'c', 'd', 'e'].map(row);

/** One seal a day over these rows. */
function chainOf(groups: readonly (readonly AuditRow[])[]): Sealed[] {
  const seals: Sealed[] = [];
  groups.forEach((rows, at) =>
    seals.push(nextSeal({ township: 'bh', rows, at: at * DAY }, seals.at(-1), hash)),
  );
  return seals;
}

const CHAIN = chainOf([ROWS.slice(0, 2), ROWS.slice(2, 3), ROWS.slice(3, 5)]);
const verify = (seals: readonly Sealed[], rows: readonly AuditRow[], keptSince = -1) =>
  verifySeals(seals, rows, keptSince, hash);

test('what was sealed holds, whether the rows were written again or not, and what was not is counted', () => {
  const later = ROWS.map((each) => ({ ...each, rev: 2 }));
  const unsealed: AuditRow = { ...row('f'), unsealed: true };
  expect(verify(CHAIN, [...later, unsealed])).toEqual({
    seals: 3,
    rows: 5,
    unsealed: 1,
    last: CHAIN.at(-1)?.hash,
  });
  expect(verify([], [])).toEqual({ seals: 0, rows: 0, unsealed: 0, last: '' });
});

test.each(['at', 'by', 'act', 'of', 'from', 'to', 'words', 'document', 'collection'] as const)(
  'a row whose %s was altered breaks its seal, and the first one is named',
  (field) => {
    const altered = ROWS.map((each) => (each._id === 'c' ? { ...each, [field]: 'x' } : each));
    expect(verify(CHAIN, altered).broken).toEqual({ n: 2, fault: 'row-changed' });
  },
);

test('a row that was taken out', () => {
  const without = ROWS.filter(({ _id }) => _id !== 'd');
  expect(verify(CHAIN, without).broken).toEqual({ n: 3, fault: 'row-missing', row: 'd' });
});

test('a seal that was altered, taken out, put in another’s place, or made anew without what came before', () => {
  const [first, second, third] = CHAIN as [Sealed, Sealed, Sealed];
  expect(verify([first, { ...second, at: 9 }, third], ROWS).broken).toEqual({ n: 2, fault: 'seal-changed' });
  expect(verify([first, third], ROWS).broken).toEqual({ n: 2, fault: 'seal-missing' });
  const forged = nextSeal({ township: 'bh', rows: ROWS.slice(2, 3), at: DAY }, { n: 1, hash: '' }, hash);
  expect(verify([first, forged, third], ROWS).broken).toEqual({ n: 2, fault: 'chain-broken' });
});

test('a chain may begin later only where what begins it is past its time', () => {
  const rows = ROWS.slice(2);
  expect(verify(CHAIN.slice(1), rows).broken).toEqual({ n: 1, fault: 'beginning-missing' });
  expect(verify(CHAIN.slice(1), rows, 1.5 * DAY).broken).toBeUndefined();
});

test('rows of a seal that is just being swept may be gone before it', () => {
  expect(verify(CHAIN, ROWS.slice(1), 1.5 * DAY).broken).toBeUndefined();
  expect(verify(CHAIN, ROWS.slice(1), 0.5 * DAY).broken).toEqual({ n: 1, fault: 'row-missing', row: 'a' });
});
