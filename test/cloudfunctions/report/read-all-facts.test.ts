import { readAllFacts } from '../../../cloudfunctions/report/documents/read-all-facts';
import { listFigure } from '../../../cloudfunctions/duty/ledger/figures-store';

jest.mock('../../../cloudfunctions/duty/ledger/figures-store');

test('a record of more rows than one page has is printed whole, each row once', async () => {
  const rows = Array.from({ length: 950 }, (_, at) => ({ seq: String(at) }));
  const pages = (_query: object, limit: number, after = '0') => {
    const from = Number(after);
    const next = from + limit < rows.length ? { next: String(from + limit) } : {};
    return Promise.resolve({ rows: rows.slice(from, from + limit), ...next });
  };
  jest.mocked(listFigure).mockImplementation(pages as unknown as typeof listFigure);
  const query = { township: 'bh', of: 'all', from: '2026-01-01', to: '2026-12-31' } as const;
  expect((await readAllFacts(query)).map(({ seq }) => seq)).toEqual(rows.map(({ seq }) => seq));
});
