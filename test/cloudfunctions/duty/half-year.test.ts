/**
 * Random half-years against a recount by hand: whatever is noted, corrected, withdrawn, planned and attended, entered
 * from paper and taken back, while persons move between groups and terms and what is old is swept, with the relay running
 * at any time, twice at once, and dying at any of its calls, every number equals what a plain loop over
 * the activities says, in every unit and dimension, and its list is the rows it counts. `PROOF=1`: a thousand of them.
 */
import fc from 'fast-check';
import {
  ACTIVITY_KINDS,
  kindRow,
  type ActivityField,
  type ActivityKind,
} from '../../../miniprogram/contract/activity-kinds';
import { recountFrom } from '../../../local/recount';
import type { ActivityInput } from '../../../miniprogram/contract/duty';
import type { Count, FactRow } from '../../../miniprogram/contract/facts';
import { main as registry } from '../../../cloudfunctions/registry/index';
import { sweepActivities } from '../../../cloudfunctions/duty/events/on-visits-old';
import type { ActivityDocument } from '../../../cloudfunctions/duty/activities/rules/activity-document';
import { turnstile } from '../../support/memory-database';
import { bringPaper, directoryOf, movePerson, OWN, OWN_NAME, prepare, standingOf } from './half-year-hands';
import { BY, countByHand, MEASURED, OWN_KIND, Roll, SPAN, type Kept } from './half-year-pencil';
import { newKey, openDuty, STAFF, TOWNSHIP, type Duty } from './support';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const HALF_YEARS = process.env['PROOF'] === '1' ? 1_000 : 20;
jest.setTimeout(120_000 + HALF_YEARS * 6_000);

/** The second term begins, and whoever is moved is so from one of these days on. */
const TURN = '2026-09-01';
const MOVING_DAYS = ['2026-07-01', '2026-08-15', TURN, '2026-10-10'];

interface Wish {
  act:
    | 'note'
    | 'correct'
    | 'withdraw'
    | 'plan'
    | 'attend'
    | 'relay'
    | 'two-relays'
    | 'dying-relay'
    | 'repeat'
    | 'move'
    | 'paper'
    | 'take-back'
    | 'sweep';
  which: number;
  kind: ActivityKind;
  day: number;
  village: string;
  name: string;
  category: string;
  tag: string;
  persons: readonly string[];
  entered: boolean;
  /** Where whoever moves goes to. */
  group: string;
  level: 'town' | 'district';
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
    'move',
    'move',
    'paper',
    'paper',
    'take-back',
    'take-back',
    'sweep',
    'sweep',
  ),
  which: fc.nat(30),
  kind: fc.constantFrom<ActivityKind>(...ACTIVITY_KINDS, OWN_KIND, OWN_KIND),
  day: fc.integer({ min: 0, max: 174 }),
  village: fc.constantFrom('v1', 'v4', 'v8'),
  category: fc.constantFrom('road', 'water', ''),
  tag: fc.constantFrom('代表在行动', ''),
  name: fc.constantFrom('周大山', ' 周 大山', '李四', '王五', ''),
  persons: fc.subarray(['p5', 'p6', 'p8', 'p49'], { minLength: 1 }),
  entered: fc.boolean(),
  group: fc.constantFrom('g3', 'g4', 'g5', ''),
  level: fc.constantFrom('town' as const, 'town' as const, 'district' as const),
});

/** The first half-year tried: few random ones may be without a sweep of something, and each is looked for at the end. */
const OF_EACH: Wish[] = (['move', 'note', 'sweep', 'paper', 'take-back', 'dying-relay'] as const).map(
  (act) => ({
    act,
    which: 0,
    kind: 'household-visit',
    day: act === 'sweep' ? 174 : 10,
    village: 'v1',
    category: 'road',
    tag: '',
    name: '周大山',
    persons: ['p5'],
    entered: false,
    group: 'g4',
    level: 'town',
  }),
);

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
    mandate: { mandate: '受区人大常委会委托' },
    village: { village },
    category: category !== '' && { category },
    tag: tag !== '' && { tag },
    household: name !== '' && { household: { name } },
  };
  const asked = (kindRow(kind, [{ id: OWN_NAME, ...OWN }])?.fields ?? []).map((field) => said[field]);
  const about = { kind, date: dateOf(day), persons, ...(entered && { entered }) };
  return Object.assign(about, ...asked.filter(Boolean)) as ActivityInput;
}

interface Paper {
  id: string;
  /** Each slice's own, in the order of its lines; those that were not committed are none. */
  committed: Kept[][];
}

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
const done = { move: 0, paper: 0, 'take-back': 0, sweep: 0 };

/** A file with three lines, of which the first slice is committed twice. */
async function enterPaper(duty: Duty, wish: Wish, roll: Roll): Promise<Paper> {
  const kind = wish.kind === 'tied-help' || wish.kind === 'liaison' ? 'help' : wish.kind;
  const days = [wish.day, (wish.day + 40) % 175, wish.day];
  const inputs = days.map((day, at) => {
    const name = at === 2 ? '李四' : wish.name;
    return Object.assign(inputOf({ ...wish, kind, day, name }), { entered: true as const });
  });
  const { id, slices } = await bringPaper(duty, inputs);
  const committed: Kept[][] = [];
  for (const [slice, lines] of slices.entries()) {
    const commit = () => duty.act(STAFF, 'commitBackEntry', { import: id, slice });
    expect(await commit()).toMatchObject({ ok: true });
    if (slice === 0) expect(await commit()).toMatchObject({ ok: true });
    const ids = await standingOf(id, slice);
    expect(ids).toHaveLength(lines.length);
    committed.push(
      lines.map((input, at) => ({
        activity: ids[at] ?? '',
        edition: 1,
        state: 'held',
        input,
        ...roll.on(input),
      })),
    );
    done.paper += lines.length;
  }
  return { id, committed };
}

/** The last slice that stands; what was changed since stays. */
async function takeBack(duty: Duty, { id, committed }: Paper): Promise<void> {
  const lines = committed.pop();
  if (!lines) return;
  const input = { import: id, slice: committed.length, reason: '导错了' };
  expect(await duty.act(STAFF, 'takeBackEntry', input)).toMatchObject({ ok: true });
  for (const line of lines) {
    if (line.edition !== 1 || line.state !== 'held') continue;
    Object.assign(line, { state: 'withdrawn', edition: 2 });
    done['take-back']++;
  }
}

/** What is older goes; whoever corrects it afterwards sees a later edition. */
async function sweep(duty: Duty, before: string, kept: readonly Kept[]): Promise<void> {
  const slice = { before, after: '', limit: 100, endsAt: Infinity };
  await sweepActivities(TOWNSHIP, slice, duty.cloud.clock.now());
  const editions = new Map(
    duty.cloud.documents<ActivityDocument>('activities').map(({ _id, edition }) => [_id, edition]),
  );
  for (const one of kept) {
    const edition = editions.get(one.activity) ?? one.edition;
    if (edition !== one.edition) done.sweep++;
    one.edition = edition;
  }
}

async function live(duty: Duty, wishes: readonly Wish[], term: string): Promise<Kept[]> {
  const kept: Kept[] = [];
  const papers: Paper[] = [];
  const roll = new Roll();
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
        kept.push({ ...noted, input, ...roll.on(input) });
        break;
      }
      case 'plan': {
        const planned: ActivityInput = { ...inputOf({ ...each, kind: 'study' }), planned: true };
        kept.push({ ...(await duty.note(STAFF, planned)), input: planned, ...roll.on(planned) });
        break;
      }
      case 'correct': {
        if (!mine || mine.state !== 'held') break;
        const { activity, edition } = mine;
        const answer = await duty.act(STAFF, 'correct', { activity, edition, to: input });
        expect(answer).toMatchObject({ ok: true });
        Object.assign(mine, answer.data, { input }, roll.on(input));
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
      case 'move': {
        const { persons, group, level, which } = each;
        const [person = 'p5'] = persons;
        const from = MOVING_DAYS[which % MOVING_DAYS.length] ?? TURN;
        const first = directoryOf(duty).terms[0]?.id ?? '';
        await movePerson(duty, { person, from, group, level, term: from < TURN ? first : term });
        roll.move(person, { from, group, level });
        done.move++;
        break;
      }
      case 'paper': {
        const paper = await enterPaper(duty, each, roll);
        papers.push(paper);
        kept.push(...paper.committed.flat());
        break;
      }
      case 'take-back': {
        const paper = papers[each.which % Math.max(1, papers.length)];
        if (paper) await takeBack(duty, paper);
        break;
      }
      case 'sweep':
        await sweep(duty, dateOf(each.day), kept);
        break;
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
  const duty = await openDuty({ registry });
  await duty.relay();
  const term = await prepare(duty, TURN);
  await settle(duty);
  const begin = {
    townships: duty.cloud.documents('townships'),
    invitations: duty.cloud.documents('invitations'),
  };
  const start = JSON.parse(JSON.stringify(begin)) as Record<keyof typeof begin, object[]>;
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { minLength: 5, maxLength: 40 }), async (wishes) => {
      for (const name of ['facts', 'activities', 'disputes', 'deadletters']) duty.cloud.replace(name, []);
      for (const [name, documents] of Object.entries(start)) duty.cloud.replace(name, documents);
      // What an instance remembers of the last half-year's directory is older than a minute.
      duty.cloud.clock.set(duty.cloud.clock.now() + 61_000);
      const kept = await live(duty, wishes, term);
      await settle(duty);
      duty.cloud.clock.set(duty.cloud.clock.now() + 3_700_000);
      expect(duty.cloud.documents('deadletters')).toEqual([]);
      const read = (collection: string) =>
        duty.cloud
          .documents<{ township: string }>(collection)
          .filter(({ township }) => township === TOWNSHIP);
      const rebuilt = recountFrom(read, TOWNSHIP).filter(({ source }) => source.startsWith('activity~'));
      expect(rebuilt).toEqual([]);
      for (const asked of MEASURED) {
        const { of } = asked;
        const queries = BY.map((by) => ({ of, ...SPAN, ...(by && { by }) }));
        const { data } = await duty.ask(STAFF, 'figures', { queries });
        const { counts } = data as { counts: Count[] };
        const byHand = BY.map((by) => countByHand(kept, asked, by));
        const say = (all: readonly Count[]) => all.map((count, at) => ({ of, by: BY[at], count }));
        expect(say(counts)).toEqual(say(byHand));
        for (const [at, query] of queries.entries()) {
          // Of what is none by a dimension there is no list; of the whole the empty one is looked at.
          if (at > 0 && counts[at]?.rows === 0) continue;
          const seen: FactRow[] = [];
          for (let after: string | undefined; ;) {
            const page = await duty.ask(STAFF, 'facts', { ...query, ...(after && { after }) });
            const { facts, next } = page.data as { facts: FactRow[]; next?: string };
            seen.push(...facts);
            duty.cloud.clock.set(duty.cloud.clock.now() + 2_000);
            if (next === undefined) break;
            after = next;
          }
          expect(new Set(seen.map(({ fact }) => fact)).size).toBe(counts[at]?.rows);
        }
      }
    }),
    { numRuns: HALF_YEARS, examples: [[OF_EACH]] },
  );
  expect(acts).toBeGreaterThan(HALF_YEARS * 5);
  expect(deaths).toBeGreaterThan(0);
  for (const times of Object.values(done)) expect(times).toBeGreaterThan(0);
});
