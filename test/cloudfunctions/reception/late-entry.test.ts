import { decryptField } from '../../../cloudfunctions/shared/cipher';
import type { HistoryRow } from '../../../cloudfunctions/shared/outbox';
import type { Slip } from '../../../miniprogram/contract/reception';
import { bookAndCome, openDesk, type Desk } from './support/desk';

jest.setTimeout(60_000);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.reset());
afterAll(() => desk.close());

const refused = (code: string, details?: object) => ({ ok: false, code, ...(details && { details }) });

describe('afterwards', () => {
  const noted = (who: string, slip: Slip, own: object = {}) =>
    desk.step(who, slip, 'booked', 'talking', { seat: 'h1-am-1', ...own });

  test('until the end of the following day whoever sat there notes it, without an instant that nobody knows', async () => {
    const slip = await bookAndCome(desk);
    await desk.setClock('2026-12-08T23:50:00+08:00');
    expect(await noted('o-p1', slip)).toMatchObject({ ok: true });
    const own = { seat: 'h1-am-1', outcome: 'explained' };
    expect(await desk.step('o-p1', slip, 'talking', 'met', own)).toMatchObject({ ok: true });
    expect(desk.day().visits?.[slip.place]).toEqual({ s: 'met', o: 'explained', seat: 'h1-am-1', l: 1 });
    expect((await desk.ask('o-staff', 'dayRecord')).data).toMatchObject({
      homes: [
        { home: 'h1', visits: 1, late: 1 },
        { home: 'h2', late: 0 },
      ],
    });
  });

  test('from the day after that on the office alone, with a reason that the audit keeps', async () => {
    const slip = await bookAndCome(desk);
    await desk.setClock('2026-12-09T00:00:00+08:00');
    expect(await noted('o-p1', slip)).toMatchObject(refused('office-only', { days: 1 }));
    expect(await noted('o-staff', slip)).toMatchObject(refused('bad-input', { field: 'reason' }));
    const reason = '乡下没有网络，写在纸上';
    expect(await noted('o-staff', slip, { reason })).toMatchObject({ ok: true });
    const last = desk.day().history.at(-1) as Partial<HistoryRow> | undefined;
    expect([last?.act, decryptField(last?.words ?? '')]).toEqual(['visit', reason]);
    const came = await desk.walkIn('o-staff', 'h1-0900-4w', { reason });
    expect(came).toMatchObject({ ok: true });
    const { place } = came.data as { place: string };
    expect(desk.day().visits?.[place]).toEqual({ s: 'arrived', l: 1 });
    expect(await desk.walkIn('o-p1', 'h1-0900-4w', { seat: 'h1-am-1' })).toMatchObject(
      refused('office-only'),
    );
  });

  test('two weeks later nobody', async () => {
    const slip = await bookAndCome(desk);
    const reason = '翻出来的登记表';
    await desk.setClock('2026-12-22T00:00:00+08:00');
    expect(await noted('o-staff', slip, { reason })).toMatchObject(refused('entry-over', { days: 14 }));
    expect(await desk.walkIn('o-staff', 'h1-0900-4w', { reason })).toMatchObject(refused('entry-over'));
    await desk.setClock('2026-12-21T23:50:00+08:00');
    expect(await noted('o-staff', slip, { reason })).toMatchObject({ ok: true });
  });
});
