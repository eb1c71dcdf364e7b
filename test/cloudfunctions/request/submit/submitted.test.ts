/** A request as it is born: by its asker, after a talk at the desk, or entered for somebody. In process. */
import type { DayDocument } from '../../../../cloudfunctions/reception/days/rules/day-document';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import { accountOf, decryptField } from '../../../../cloudfunctions/shared/cipher';
import type { HistoryRow, OutboxEntry } from '../../../../cloudfunctions/shared/outbox';
import { newKey, submission, type Submitted } from '../requests';
import { HELPER, OWNER, Requests, STAFF } from '../requests-in-process';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

type Stored = RequestDocument & { outbox: OutboxEntry[]; history: HistoryRow[] };
const DATE = '2026-12-07';
const MORNING = Date.parse(`${DATE}T08:20:00+08:00`);
const PLACE = 'h2-0830-2';
const BOOKING = 'xbcg304b7zt5gdzb-bdm5g1b18';
const VISIT = { date: DATE, place: PLACE, booking: BOOKING };
const VILLAGER = 'bh-villager-2';

let r: Requests;
let days: DayDocument[];
beforeAll(async () => {
  r = await Requests.open();
  days = r.cloud.documents('days');
});
let minutes = 0;
beforeEach(() => {
  r.begin();
  r.cloud.clock.set(MORNING + 2 * 60_000 * minutes++);
  visit('talking');
});

/** Where the talk stands; `own`: of the day. */
function visit(state: string, own: object = {}): void {
  const visits = { [PLACE]: { s: state } };
  r.cloud.replace(
    'days',
    days.map((day) => (day.date === DATE && day.township === 'bh' ? { ...day, visits, ...own } : day)),
  );
}
const stored = ({ request }: Submitted) => r.stored(request) as Stored;
const born = async (openid: string, action: string, input: object): Promise<Stored> => {
  const { ok, data, ...refused } = await r.ask(openid, action, input);
  if (!ok) throw new Error(JSON.stringify(refused));
  return stored(data as Submitted);
};
const { township: _bh, ...said } = submission();

describe('after a talk', () => {
  const open = (openid: string, own: object = {}, key?: string) =>
    r.ask(openid, 'submitFromVisit', { ...said, visit: VISIT, ...own }, key);

  it('is the visitor’s, with the booking’s name, written down by who sat there or by the office', async () => {
    const one = await born(OWNER, 'submitFromVisit', { ...said, visit: VISIT });
    expect(one).toMatchObject({
      openid: VILLAGER,
      account: accountOf(VILLAGER),
      operator: 'p5',
      visit: VISIT,
      reach: 'account',
      day: DATE,
      steps: [{ act: 'submit', by: 'p5' }],
    });
    expect(decryptField(one.name ?? '').length).toBeGreaterThan(0);
    expect(one).not.toHaveProperty('phone');
    expect(one.history).toMatchObject([{ act: 'submit', by: 'p5', of: one._id, from: '', to: 'submitted' }]);
    expect(one.outbox).toMatchObject([
      {
        event: 'request-submitted',
        about: {
          request: one._id,
          owner: one.owner.person,
          ownerKind: one.owner.kind,
          group: one.group,
          ...VISIT,
        },
      },
    ]);
    expect(await born(STAFF, 'submitFromVisit', { ...said, visit: VISIT })).toMatchObject({
      operator: accountOf(STAFF),
      openid: VILLAGER,
    });
  });

  it('has the number that was said there; its slots are the visit’s, of the visit’s day', async () => {
    const phone = '13900001111';
    const one = await born(OWNER, 'submitFromVisit', { ...said, phone, visit: VISIT });
    expect(decryptField(one.phone ?? '')).toBe(phone);
    const { requestsPerDay = 5 } = r.directory().settings as { requestsPerDay?: number };
    r.cloud.clock.set(MORNING + 86_400_000);
    for (let n = 1; n < requestsPerDay; n++) expect(await open(OWNER)).toMatchObject({ ok: true });
    expect(await open(OWNER)).toMatchObject({ code: 'too-many-requests', details: { most: requestsPerDay } });
    expect(r.all().every(({ day }) => day === DATE)).toBe(true);
    // The visitor’s own of that day are the visitor’s own.
    expect(await r.ask(VILLAGER, 'submit', said)).toMatchObject({ ok: true });
  });

  it.each([
    ['talking', undefined],
    ['met', undefined],
    ['booked', { state: 'booked' }],
    ['here', { state: 'here' }],
    ['no-show', { state: 'no-show' }],
  ])('once they talked: %s', async (state, details) => {
    visit(state);
    const answer = await open(OWNER);
    expect(answer).toMatchObject(details ? { code: 'visit-changed', details } : { ok: true });
  });

  it('is refused where nothing is said, before the day, of another place, by who does not sit there', async () => {
    const { text: _text, ...silent } = said;
    expect(await r.ask(OWNER, 'submitFromVisit', { ...silent, visit: VISIT })).toMatchObject({
      code: 'nothing-said',
    });
    expect(await open(OWNER, { photos: [`cloud://e.b/bh/u/other/1.jpg`] })).toMatchObject({
      code: 'not-your-file',
    });
    expect(await open(OWNER, { category: 'none' })).toMatchObject({
      code: 'bad-input',
      details: { field: 'category' },
    });
    expect(await open('bh-p8')).toMatchObject({ code: 'not-allowed' });
    expect(await open(OWNER, { visit: { ...VISIT, place: 'h2-0900-3' } })).toMatchObject({
      code: 'booking-changed',
    });
    visit('talking', { state: 'draft' });
    expect(await open(OWNER)).toMatchObject({ code: 'booking-changed' });
    r.cloud.clock.set(MORNING - 86_400_000);
    expect(await open(OWNER)).toMatchObject({ code: 'not-today' });
    expect(r.all()).toEqual([]);
  });

  it('is one under its key', async () => {
    const key = newKey();
    const first = await open(OWNER, {}, key);
    expect(await open(OWNER, {}, key)).toEqual({ ...first, cost: expect.anything() as unknown });
    expect(await open(OWNER, { text: '别的话' }, key)).toMatchObject({ code: 'key-reused' });
    expect(r.all()).toHaveLength(1);
  });
});

describe('entered for somebody', () => {
  const entered = { ...said, name: '王先生', livesIn: 'v4' };
  const enter = (openid: string, own: object = {}) => r.ask(openid, 'submitFor', { ...entered, ...own });

  it('is in no account’s own list; who entered it stands in it', async () => {
    const one = await born(STAFF, 'submitFor', entered);
    expect(one).toMatchObject({
      openid: '',
      account: '',
      reach: 'person',
      operator: accountOf(STAFF),
      livesIn: 'v4',
    });
    expect(one.steps).toMatchObject([{ act: 'submit', by: accountOf(STAFF), behalf: true }]);
    expect(one.tokens.filter((token) => token.startsWith('own:'))).toEqual([]);
    expect(one.history).toMatchObject([{ by: accountOf(STAFF) }]);
    expect(await r.read('bh-staff', 'listMine')).toEqual({ requests: [] });
  });

  it('of the helper’s own village by the helper, anywhere by the office; of no other village', async () => {
    const { village } =
      r.cloud
        .documents<{ openid?: string; village?: string }>('invitations')
        .find(({ openid }) => openid === HELPER) ?? {};
    const other = village === 'v1' ? 'v2' : 'v1';
    expect(await enter(HELPER, { livesIn: village })).toMatchObject({ ok: true });
    expect(await enter(HELPER, { livesIn: other })).toMatchObject({ code: 'not-allowed' });
    expect(await enter(STAFF, { livesIn: other })).toMatchObject({ ok: true });
    for (const [own, field] of [
      [{ livesIn: 'v99' }, 'livesIn'],
      [{ category: 'none' }, 'category'],
    ] as const)
      expect(await enter(STAFF, own)).toMatchObject({ code: 'bad-input', details: { field } });
    const { text: _text, ...silent } = entered;
    expect(await r.ask(STAFF, 'submitFor', silent)).toMatchObject({ code: 'nothing-said' });
  });

  it('takes the operator’s slots, which are many, and each operator’s are their own', async () => {
    for (let n = 0; n < 7; n++) expect(await enter(STAFF)).toMatchObject({ ok: true });
    expect(await enter('bh-p1')).toMatchObject({ ok: true });
    expect(new Set(r.all().map(({ n }) => n)).size).toBeGreaterThan(5);
    for (let n = 0; n < 5; n++) expect(await r.ask(STAFF, 'submit', said)).toMatchObject({ ok: true });
    expect(await r.ask(STAFF, 'submit', said)).toMatchObject({ code: 'too-many-requests' });
    expect(r.all()).toHaveLength(13);
  });
});

describe('by the asker', () => {
  it('is found by what it says, where it is and whose it is', async () => {
    const named = { name: '钱一', phone: '13711112222' };
    const one = await born('asker-1', 'submit', { ...said, ...named, kind: 'consult' });
    const prefixes = (tokens: readonly string[]) =>
      [...new Set(tokens.map((token) => token.split(':')[0]))].sort();
    expect(prefixes(one.tokens)).toEqual(['#', 'W', 'at', 'n', 'own', 'p', 't']);
    expect(one).not.toHaveProperty('word');
    const privacy = { hideName: false, notOwnVillage: true, publishable: false };
    const report = await born('asker-2', 'submit', { ...said, privacy, deputy: 'p49' });
    expect(report.tokens).toContain('kept:');
    expect(report).toHaveProperty('word');
    expect(prefixes(report.tokens)).toEqual(expect.arrayContaining(['kept', 'own', 'at']));
    expect(report.tokens.length).toBeGreaterThan(4);
    expect(report.steps).toMatchObject([{ act: 'submit', by: accountOf('asker-2') }]);
  });
});
