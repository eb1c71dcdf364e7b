import {
  askCard,
  askEquipment,
  cardRow,
  sayTenThousands,
} from '../../../../../cloudfunctions/report/work-report/rules/ask-card';
import { smallDirectory } from '../../../request/rules/books';

const plain = smallDirectory([], []);
const withCard = (card: object) => ({ ...plain, card: { ...plain.card, ...card } });

it.each([
  [8_640, '0.86'],
  [9_949, '0.99'],
  [10_000, '1'],
  [32_150, '3.2'],
])('%i people are %s万: small townships are told apart by the second place', (n, said) => {
  expect(sayTenThousands(n)).toBe(said);
});

it('says inhabitants in ten thousands and voters one by one, and opens the line where it is written', () => {
  const directory = withCard({ population: 32_150, voters: 20_111 });
  expect(askCard(directory, 'population')).toEqual({
    text: '3.2',
    n: 32_150,
    rows: [{ of: 'directory', id: 'population' }],
  });
  expect(askCard(directory, 'voters')).toMatchObject({ text: '20111', rows: [{ id: 'voters' }] });
});

it('is nothing, and opens nothing, where nobody wrote it', () => {
  expect(askCard(plain, 'voters')).toEqual({ text: '0', n: 0, rows: [] });
});

it('shows the line as it was written, with the day on which it was counted', () => {
  const directory = withCard({ population: 32_150, voters: 20_111, countedOn: '2026-06-30' });
  expect(cardRow('population', directory)).toEqual({
    row: 'population',
    title: '人口32150人',
    words: expect.stringContaining('本镇') as string,
    date: '2026-06-30',
  });
  expect(cardRow('voters', directory)?.title).toBe('登记选民20111人');
  expect(cardRow('population', withCard({ population: 5 }))).not.toHaveProperty('date');
  expect([cardRow('population', plain), cardRow('v1', directory), cardRow('countedOn', directory)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('names each thing of the homes once, and opens those homes where something stands', () => {
  const [one, other] = plain.homes;
  if (!one || !other) throw new Error('no homes');
  const homes = [
    { ...one, equipment: ['电脑', '打印机'] },
    { ...other, equipment: ['打印机', '投影仪'] },
    { ...other, id: 'h3', equipment: [] },
    { ...other, id: 'h4' },
  ];
  expect(askEquipment({ ...plain, homes })).toEqual({
    text: '电脑、打印机、投影仪',
    n: 3,
    rows: [
      { of: 'directory', id: 'h1' },
      { of: 'directory', id: 'h2' },
    ],
  });
});
