/** What only the acts of a day needed goes when nobody may act there any more; who came stays. */
import { DATE, makeDay, TOWNSHIP } from './support/days';
import { bookAndCome, openDesk, type Desk } from './support/desk';

jest.setTimeout(60_000);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  await desk.reset();
  const list = { _id: '~', township: '~', rev: 1, townships: [TOWNSHIP, 't2'] };
  await desk.database.importDocuments('townships', [list]);
});
afterAll(() => desk.close());

const minute = () => desk.control({ runTimers: true });

test('cleared at midnight after the last day of entry in China, not on its evening, and once', async () => {
  await desk.replaceDay(makeDay({ township: 't2', date: '2027-01-05' }));
  const slip = await bookAndCome(desk);
  await desk.step('o-staff', slip, 'booked', 'talking');
  await desk.step('o-staff', slip, 'talking', 'met', { outcome: 'explained', words: '水渠' });
  await desk.setClock('2026-12-21T23:50:00+08:00');
  await minute();
  const before = desk.day();
  expect(Object.keys(before.acts)).toHaveLength(1);
  expect(before.seen?.[slip.place]).toHaveLength(2);
  await desk.setClock('2026-12-22T00:00:00+08:00');
  await minute();
  const after = desk.day();
  expect(after).toMatchObject({ acts: {}, tries: {}, moves: {} });
  for (const gone of ['seen', 'wrong', 'entered', 'deskActs', 'clearAt'])
    expect(after).not.toHaveProperty(gone);
  const { bookings, visits, words, place } = before;
  expect(after).toMatchObject({ bookings, visits, words, place });
  await minute();
  expect(desk.day().rev).toBe(after.rev);
  expect(await desk.ask('o-staff', 'dayRecord', { date: DATE })).toMatchObject({
    data: { byLevel: { town: { visits: 1, people: 1 } } },
  });
});
