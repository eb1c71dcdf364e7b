/** What time alone brings about a request: who hears, on which day, exactly once, on no holiday. */
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import type { InboxRow } from '../../../cloudfunctions/notify/inbox/store';
import { submit } from '../request/requests';
import { mustStep } from '../request/steps';
import { openPostOffice, type PostOffice } from './support/post-office';

jest.setTimeout(120_000);

const [ASKER, DEPUTY, LEADER, STAFF, UNIT] = ['asker', 'bh-p5', 'bh-p6', 'bh-staff', 'bh-unit'] as const;

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office.closeAll());
beforeEach(() => office.reset());

/** Each minute may come twice, and late. */
async function at(instant: string): Promise<void> {
  await office.setClock(`${instant}+08:00`);
  for (let n = 0; n < 2; n++) await office.timer();
}

/** Titles of what this person read about the request since it was born, oldest first. */
function heard(openid: string, request: string): string[] {
  return office
    .all<InboxRow>('inbox')
    .filter(
      ({ account, page }) => account === accountOf(openid) && page.includes(encodeURIComponent(request)),
    )
    .filter(({ event }) => event !== 'request-submitted')
    .sort((one, other) => one.seq.localeCompare(other.seq))
    .map(({ title }) => title);
}

/** Monday 23 November: nobody takes it. */
async function untaken(): Promise<string> {
  const { request } = await submit(office, ASKER, { deputy: 'p5' });
  await office.timer();
  for (const openid of [LEADER, STAFF, DEPUTY])
    for (let n = 0; n < 6; n++) await office.consent(openid, 'task');
  office.sent.length = 0;
  return request;
}

const sentTo = (openid: string, request: string) =>
  office.sent.filter((one) => one.openid === openid && one.page.includes(encodeURIComponent(request))).length;

test('not taken in two working days: the leader, at night in the inbox, by message from 08:00', async () => {
  const request = await untaken();
  await at('2026-11-25T23:59:30');
  expect(heard(LEADER, request)).toEqual([]);
  await at('2026-11-26T00:00:30');
  expect(heard(LEADER, request)).toEqual(['有一件没人接，转给您']);
  expect(heard(DEPUTY, request)).toEqual(['有一件快到期', '您没接的一件转给组长了']);
  expect(heard(ASKER, request)).toEqual(['您反映的事换了人办']);
  await at('2026-11-26T07:59:30');
  expect(sentTo(LEADER, request)).toBe(0);
  await at('2026-11-26T08:00:30');
  expect(sentTo(LEADER, request)).toBe(1);
});

test('not taken in four: the office, over a weekend without a message before Monday 08:00', async () => {
  const request = await untaken();
  await at('2026-11-26T00:00:30');
  await at('2026-11-28T00:00:30');
  expect(heard(STAFF, request)).toEqual(['有一件没人接，到了人大办']);
  expect(heard(LEADER, request)).toContain('您没接的一件转给人大办了');
  await at('2026-11-29T12:00:30');
  expect(sentTo(STAFF, request)).toBe(0);
  await at('2026-11-30T08:00:30');
  expect(sentTo(STAFF, request)).toBe(1);
});

test('near its date and past it: the deputy, then also the leader, the office and the asker', async () => {
  const request = await untaken();
  await mustStep(office, DEPUTY, request, { act: 'take' });
  await at('2026-11-25T07:59:30');
  expect(heard(DEPUTY, request)).toEqual([]);
  await at('2026-11-25T08:00:30');
  expect(heard(DEPUTY, request)).toEqual(['有一件快到期']);
  await at('2026-11-26T08:00:30');
  expect(heard(DEPUTY, request)).toEqual(['有一件快到期']);
  await at('2026-11-27T00:00:30');
  expect(heard(DEPUTY, request)).toEqual(['有一件快到期', '有一件超期了']);
  expect(heard(LEADER, request)).toEqual(['组里有一件超期了']);
  expect(heard(STAFF, request)).toEqual(['有一件超期了']);
  expect(heard(ASKER, request)).toContain('您反映的事晚了');
  await at('2026-11-30T08:00:30');
  expect(heard(DEPUTY, request)).toHaveLength(2);
  // The digest has the message for all of them: one a day.
  expect(sentTo(DEPUTY, request)).toBe(0);
});

test('a promise: the unit and the office on the working day before it, and when it is past', async () => {
  const request = await untaken();
  const go = (openid: string, step: Parameters<typeof mustStep>[3]) =>
    mustStep(office, openid, request, step);
  await go(DEPUTY, { act: 'propose', words: '请修' });
  await go(STAFF, { act: 'assign', lead: 'u1', assist: [] });
  // 14 December is a Monday.
  await go(UNIT, { act: 'reply', class: 'B', words: '等料', doneBy: '2026-12-14' });
  await at('2026-12-10T08:00:30');
  const before = heard(UNIT, request).length;
  const beforeStaff = heard(STAFF, request).length;
  await at('2026-12-11T08:00:30');
  await at('2026-12-13T12:00:30');
  await at('2026-12-14T08:00:30');
  expect(heard(UNIT, request).slice(before)).toEqual(['答应的日子快到了']);
  expect(heard(STAFF, request).slice(beforeStaff)).toEqual(['答应的日子快到了']);
  await at('2026-12-15T00:00:30');
  expect(heard(UNIT, request).slice(before)).toEqual(['答应的日子快到了', '答应的日子过了']);
  expect(heard(STAFF, request).slice(beforeStaff)).toEqual(['答应的日子快到了', '答应的日子过了']);
  await go(UNIT, { act: 'reply', class: 'A', words: '修好了' });
  await at('2026-12-16T08:00:30');
  expect(heard(UNIT, request).slice(before)).toHaveLength(2);
});

test('a jump over two weeks does each once, and the last resort alone', async () => {
  const request = await untaken();
  await at('2026-12-07T10:00:00');
  expect(heard(LEADER, request)).toEqual([]);
  expect(heard(STAFF, request)).toEqual(['有一件没人接，到了人大办']);
  expect(office.rows(STAFF).filter(({ event }) => event === 'digest')).toHaveLength(1);
  await at('2026-12-21T10:00:00');
  expect(heard(STAFF, request)).toEqual(['有一件没人接，到了人大办', '有一件超期了']);
  expect(heard(ASKER, request).filter((title) => title === '您反映的事晚了')).toHaveLength(1);
  expect(office.rows(STAFF).filter(({ event }) => event === 'digest')).toHaveLength(2);
});

test('no answer to how it was: closed, said to whoever asked and to the deputy as what it is', async () => {
  const request = await untaken();
  await mustStep(office, DEPUTY, request, { act: 'propose', words: '请修' });
  await mustStep(office, STAFF, request, { act: 'assign', lead: 'u1', assist: [] });
  await mustStep(office, UNIT, request, { act: 'reply', class: 'A', words: '修好了' });
  await at('2027-01-20T10:00:00');
  expect(heard(ASKER, request).at(-1)).toBe('您反映的事先办结了');
  expect(heard(UNIT, request).at(-1)).toBe('到期没有回音，办结了');
});

test('a year whose holidays nobody entered: the office alone hears, once a month, on a working morning', async () => {
  const told = (openid: string) => office.rows(openid).filter(({ event }) => event === 'year-unknown').length;
  // New Year by law, then a Saturday; Monday the 7th is the first morning after a jump.
  await at('2041-01-01T08:00:30');
  await at('2041-01-05T08:00:30');
  expect(told(STAFF)).toBe(0);
  await at('2041-01-07T08:00:30');
  await at('2041-01-08T08:00:30');
  expect([told(STAFF), told(DEPUTY), told(UNIT)]).toEqual([1, 0, 0]);
  await at('2041-02-11T08:00:30');
  expect(told(STAFF)).toBe(2);
});
