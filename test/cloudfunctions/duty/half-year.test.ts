/**
 * Random half-years against a recount by hand: whatever is noted, corrected, withdrawn, planned and attended, with the
 * relay running at any time, twice at once, and dying at any of its calls, every number equals what a plain loop over
 * the activities says, in every unit and dimension, and its list is the rows it counts. `PROOF=1`: a thousand of them.
 */
import fc from 'fast-check';
import {
  ACTIVITY_KINDS,
  KINDS,
  type ActivityField,
  type BuiltInKind,
} from '../../../miniprogram/contract/activity-kinds';
import { recountFrom } from '../../../local/recount';
import type { ActivityInput, Recorded } from '../../../miniprogram/contract/duty';
import {
  MEASURES,
  type Count,
  type FactQuery,
  type FactRow,
  type Measure,
} from '../../../miniprogram/contract/facts';
import { turnstile } from '../../support/memory-database';
import { newKey, openDuty, STAFF, TOWNSHIP, type Duty } from './support';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const HALF_YEARS = process.env['PROOF'] === '1' ? 1_000 : 20;
jest.setTimeout(120_000 + HALF_YEARS * 6_000);

const SPAN = { from: '2026-06-01', to: '2026-11-23' };

interface Wish {
  act:
    'note' | 'correct' | 'withdraw' | 'plan' | 'attend' | 'relay' | 'two-relays' | 'dying-relay' | 'repeat';
  which: number;
  kind: BuiltInKind;
  day: number;
  village: string;
  name: string;
  category: string;
  tag: string;
  persons: readonly string[];
  entered: boolean;
}

const wish: fc.Arbitrary<Wish> = fc.record({
  act: fc.constantFrom(
    'note',
    'note',
    'note',
    'correct',
    'correct',
    'withdraw',
    'plan',
    'attend',
    'relay',
    'two-relays',
    'dying-relay',
    'repeat',
  ),
  which: fc.nat(30),
  kind: fc.constantFrom(...ACTIVITY_KINDS),
  day: fc.integer({ min: 0, max: 174 }),
  village: fc.constantFrom('v1', 'v4', 'v8'),
  category: fc.constantFrom('road', 'water', ''),
  tag: fc.constantFrom('代表在行动', ''),
  name: fc.constantFrom('周大山', ' 周 大山', '李四', '王五', ''),
  persons: fc.subarray(['p5', 'p6', 'p8', 'p49'], { minLength: 1 }),
  entered: fc.boolean(),
});

/** 1 June and so many days. */
function dateOf(day: number): string {
  return new Date(Date.UTC(2026, 5, 1 + day)).toISOString().slice(0, 10);
}

/** Whatever the kind asks, as far as something was wished. */
function inputOf({ kind, day, name, persons, entered, ...wished }: Wish): ActivityInput {
  const { village, category, tag } = wished;
  const said: Readonly<Partial<Record<ActivityField, object | false>>> = {
    title: { title: '一件事' },
    words: { words: '说明情况' },
    village: { village },
    category: category !== '' && { category },
    tag: tag !== '' && { tag },
    household: name !== '' && { household: { name } },
  };
  const asked = KINDS[kind].fields.map((field) => said[field]);
  const about = { kind, date: dateOf(day), persons, ...(entered && { entered }) };
  return Object.assign(about, ...asked.filter(Boolean)) as ActivityInput;
}

/** What a person with a pencil keeps. */
interface Kept extends Recorded {
  input: ActivityInput;
}

const normal = (name: string) => name.replace(/\s/g, '');

/** By hand: a loop over what was kept, knowing nothing of rows and facets. */
function countByHand(kept: readonly Kept[], of: Measure, by?: FactQuery['by']): Count {
  const kinds: readonly string[] = MEASURES[of].kinds;
  const held = kept.filter(({ state, input }) => {
    if (state !== 'held' || !kinds.includes(input.kind)) return false;
    if (input.date < SPAN.from || input.date > SPAN.to) return false;
    if (by?.dimension === 'village') return input.village === by.value;
    if (by?.dimension === 'category') return input.category === by.value;
    if (by?.dimension === 'tag') return input.tag === by.value;
    if (by?.dimension === 'person') return input.persons?.includes(by.value) === true;
    return true;
  });
  const { unit } = MEASURES[of];
  const homes = held.map(({ input }) =>
    input.household ? `${input.village ?? ''} ${normal(input.household.name)}` : '',
  );
  const known = homes.filter(Boolean);
  const distinct = unit === 'households';
  return {
    n: distinct ? new Set(known).size : held.length,
    rows: held.length,
    unknown: distinct ? homes.length - known.length : 0,
    entered: held.filter(({ input }) => input.entered).length,
  };
}

/** Of what activities leave; receptions and requests have half-years of their own. */
const OF_ACTIVITIES = (Object.keys(MEASURES) as Measure[]).filter((of) =>
  MEASURES[of].kinds.every((kind) => (ACTIVITY_KINDS as readonly string[]).includes(kind)),
);
const ASKED: readonly (readonly [Measure, FactQuery['by']?])[] = OF_ACTIVITIES.flatMap((of) => [
  [of] as const,
  ...['road', 'water'].map((value) => [of, { dimension: 'category', value }] as const),
  [of, { dimension: 'tag', value: '代表在行动' }] as const,
  ...['v1', 'v4'].map((value) => [of, { dimension: 'village', value }] as const),
  ...['p5', 'p49'].map((value) => [of, { dimension: 'person', value }] as const),
]);

async function relayDying(duty: Duty, after: number): Promise<void> {
  const before = turnstile.pass;
  let calls = 0;
  turnstile.pass = () => (++calls > after ? Promise.reject(new Error('killed')) : Promise.resolve());
  const answer = await duty.cloud.invoke(
    'notify',
    'kick',
    { township: TOWNSHIP },
    { openid: STAFF, key: newKey() },
  );
  turnstile.pass = before;
  if (calls > after) deaths++;
  else expect(answer.ok).toBe(true);
  // Whatever the dead one had in hand is free again after its lease, and an hour later whatever failed is due.
  duty.cloud.clock.set(duty.cloud.clock.now() + 3_700_000);
}

let deaths = 0;
let acts = 0;

async function live(duty: Duty, wishes: readonly Wish[]): Promise<Kept[]> {
  const kept: Kept[] = [];
  const kick = () =>
    duty.cloud.invoke('notify', 'kick', { township: TOWNSHIP }, { openid: STAFF, key: newKey() });
  for (const each of wishes) {
    const mine = kept[each.which % Math.max(1, kept.length)];
    const input = inputOf(each);
    acts++;
    // One grant makes sixty calls a minute.
    duty.cloud.clock.set(duty.cloud.clock.now() + 10_000);
    switch (each.act) {
      case 'note':
      case 'repeat': {
        const key = newKey();
        const noted = await duty.note(STAFF, input, key);
        if (each.act === 'repeat') expect(await duty.note(STAFF, input, key)).toEqual(noted);
        kept.push({ ...noted, input });
        break;
      }
      case 'plan': {
        const planned: ActivityInput = { ...inputOf({ ...each, kind: 'study' }), planned: true };
        kept.push({ ...(await duty.note(STAFF, planned)), input: planned });
        break;
      }
      case 'correct': {
        if (!mine || mine.state !== 'held') break;
        const { activity, edition } = mine;
        const answer = await duty.act(STAFF, 'correct', { activity, edition, to: input });
        expect(answer).toMatchObject({ ok: true });
        Object.assign(mine, answer.data, { input });
        break;
      }
      case 'withdraw': {
        if (!mine || mine.state === 'withdrawn') break;
        const answer = await duty.act(STAFF, 'withdraw', { activity: mine.activity, reason: '记错' });
        Object.assign(mine, answer.data);
        break;
      }
      case 'attend': {
        if (mine?.state !== 'planned') break;
        const answer = await duty.act(STAFF, 'attend', { activity: mine.activity, persons: each.persons });
        expect(answer).toMatchObject({ ok: true });
        Object.assign(mine, answer.data, { input: { ...mine.input, persons: each.persons } });
        break;
      }
      case 'relay':
        await kick();
        break;
      case 'two-relays':
        await duty.cloud.together([kick, kick], [each.which, each.day, 1, 0]);
        break;
      case 'dying-relay':
        await relayDying(duty, each.which);
    }
  }
  return kept;
}

async function settle(duty: Duty): Promise<void> {
  for (let turn = 0; turn < 12; turn++) {
    duty.cloud.clock.set(duty.cloud.clock.now() + 3_700_000);
    const { data } = await duty.cloud.invoke(
      'notify',
      'kick',
      { township: TOWNSHIP },
      { openid: STAFF, key: newKey() },
    );
    const { events, failed } = data as { events: number; failed: number };
    if (events === 0 && failed === 0) return;
  }
  throw new Error('the outboxes do not come to rest');
}

it('agrees in every number, and each list is the rows that its number counts', async () => {
  // The dying relay says that it died.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const duty = await openDuty();
  await duty.relay();
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { minLength: 5, maxLength: 40 }), async (wishes) => {
      for (const name of ['facts', 'activities', 'disputes', 'deadletters']) duty.cloud.replace(name, []);
      const kept = await live(duty, wishes);
      await settle(duty);
      duty.cloud.clock.set(duty.cloud.clock.now() + 3_700_000);
      expect(duty.cloud.documents('deadletters')).toEqual([]);
      const read = (collection: string) =>
        duty.cloud
          .documents<{ township: string }>(collection)
          .filter(({ township }) => township === TOWNSHIP);
      const rebuilt = recountFrom(read, TOWNSHIP).filter(({ source }) => source.startsWith('activity~'));
      expect(rebuilt).toEqual([]);
      for (const [of, by] of ASKED) {
        const query = { of, ...SPAN, ...(by && { by }) };
        const { data } = await duty.ask(STAFF, 'figures', { queries: [query] });
        const [counted] = (data as { counts: Count[] }).counts;
        expect({ of, by, counted }).toEqual({ of, by, counted: countByHand(kept, of, by) });
        const seen: FactRow[] = [];
        for (let after: string | undefined; ;) {
          const page = await duty.ask(STAFF, 'facts', { ...query, ...(after && { after }) });
          const { facts, next } = page.data as { facts: FactRow[]; next?: string };
          seen.push(...facts);
          if (next === undefined) break;
          after = next;
        }
        expect(new Set(seen.map(({ fact }) => fact)).size).toBe(counted?.rows);
        duty.cloud.clock.set(duty.cloud.clock.now() + 5_000);
      }
    }),
    { numRuns: HALF_YEARS },
  );
  expect(acts).toBeGreaterThan(HALF_YEARS * 5);
  expect(deaths).toBeGreaterThan(0);
});
