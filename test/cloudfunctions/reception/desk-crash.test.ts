/**
 * Each act of the day itself, killed before and after each of its database calls, tried again under its key, then
 * relayed: it took place once, is in the audit once, and nothing waits in the outbox. And the relay itself, killed
 * while it gives a freed place away.
 */
import type { Slip } from '../../../miniprogram/contract/reception';
import type { DayDocument } from '../../../cloudfunctions/reception/days/rules/day-document';
import { DEATHS_OF_ACTS, dieAtEachCall, LONG_STEP } from '../../support/deaths';
import { fairShare } from '../../support/fair-share';
import { DAY_MORNING, openDesk, type Desk } from './support/desk';
import { findFaults, newKey } from './support/reception';

jest.setTimeout(600_000);

const PLACE = 'h1-1430-1';
/** More calls than an act of the day, and than a relay with its events, makes. */
const [CALLS, RELAY_CALLS] = [9, 90];
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.reset());
afterAll(() => desk.close());

type Act = readonly [openid: string, action: string, input: object];
const person = { home: 'h1', whom: 'self', name: '王先生' };
const behalf = { home: 'h1', place: 'h1-0830-1', wish: { who: 'any' }, name: '柳奶奶', village: 'v1' };
const enter = async () => (await desk.bookFor('o-staff')).data as Slip;

const ACTS: Readonly<Record<string, () => Promise<Act>>> = {
  async wait() {
    await desk.hold('o1', { place: PLACE });
    return ['o2', 'wait', { ...person, time: '14:30' }];
  },
  bookFor: () => Promise.resolve(['o-helper', 'bookFor', behalf] as const),
  async cancelFor() {
    const { booking, place: from, keys } = await enter();
    return ['o-staff', 'cancelFor', { booking, from, keys }];
  },
  async takeOver() {
    const { home, half, number, code } = await enter();
    return ['o9', 'takeOver', { home, half, number, code }];
  },
  async setVisit() {
    const { booking, place } = await desk.hold('o1');
    await desk.setClock(DAY_MORNING);
    return ['o-staff', 'setVisit', { booking, place, from: 'booked', to: 'arrived' }];
  },
  async walkIn() {
    await desk.setClock(DAY_MORNING);
    return ['o-staff', 'walkIn', { home: 'h1', half: 'am', place: 'h1-0830-1', name: '老周' }];
  },
  async 'walkIn, another desk was faster'() {
    await desk.setClock(DAY_MORNING);
    await desk.walkIn('o-staff2', 'h1-0830-1');
    return ['o-staff', 'walkIn', { home: 'h1', half: 'am', place: 'h1-0830-1', name: '老周' }];
  },
  blockPlaces: () =>
    Promise.resolve([
      'o-staff',
      'blockPlaces',
      { places: [PLACE], reason: '开会', confirmed: true },
    ] as const),
  addPlaces: () =>
    Promise.resolve(['o-staff', 'addPlaces', { seat: 'h1-am-2', time: '08:30', count: 2 }] as const),
};

const audit = () => [...desk.database.exportDocuments('audit')] as { act: string }[];

/** All go through the one engine of acts: `npm test` tries every third. */
describe.each(fairShare(Object.keys(ACTS), 3))('%s', (name) => {
  test.each(DEATHS_OF_ACTS)('%s: once, whenever it dies', async (death) => {
    await dieAtEachCall({ cloud: desk, fn: 'reception', death, atMost: CALLS }, async (fatally) => {
      await desk.reset();
      const [openid, action, input] = (await ACTS[name]?.()) ?? ['', '', {}];
      await desk.kick();
      const before = audit().length;
      const key = newKey();
      await fatally(() => desk.ask(openid, action, input, key));
      const answer = await desk.ask(openid, action, input, key);
      expect(answer).toMatchObject({ ok: true });
      expect((await desk.ask(openid, action, input, key)).data).toEqual(answer.data);
      await desk.kick();
      expect(desk.day()).toMatchObject({ outbox: [], history: [], outboxAt: 0 });
      expect(audit()).toHaveLength(before + 1);
      expect(findFaults(desk.day(), 'shipped')).toEqual([]);
    });
  });
});

test.each(DEATHS_OF_ACTS)(
  'the relay, %s, while it gives: the head has the place once, and one row says so',
  async (death) => {
    const dying = { cloud: desk, fn: 'notify', death, step: LONG_STEP, atMost: RELAY_CALLS } as const;
    await dieAtEachCall(dying, async (fatally) => {
      await desk.reset();
      const slip = await desk.hold('o1', { place: PLACE });
      const first = (await desk.wait('o2')).data as Slip;
      await desk.wait('o3');
      await desk.cancel('o1', slip);
      await fatally(desk.kick);
      await desk.control({ clock: { advanceMs: 61_000 } });
      await desk.kick();
      const day: DayDocument = desk.day();
      expect(day).toMatchObject({ outbox: [], history: [] });
      expect(day.place[PLACE]).toBe(first.booking);
      expect(audit().filter(({ act }) => act === 'give')).toHaveLength(1);
      expect(findFaults(day, 'shipped')).toEqual([]);
    });
  },
);
