import { resolve } from 'node:path';
import { gatherIndexes } from '../../../build/indexes';
import { SOURCES } from '../../../cloudfunctions/notify/relay/outbox-store';
import type { DayView } from '../../../miniprogram/contract/reception';
import type { HistoryRow, OutboxEntry } from '../../../cloudfunctions/shared/outbox';
import { DEATHS_OF_ACTS, dieAtEachCall, LONG_STEP } from '../../support/deaths';
import { openOffice, STAFF, type Office } from '../reception/support/office';

const DATE = '2026-01-05';
const MINUTE_MS = 60_000;

jest.setTimeout(300_000);

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
beforeEach(() => office.reset());
afterAll(() => office.close());

interface Kept {
  _id: string;
  outbox: OutboxEntry[];
  history: HistoryRow[];
  outboxAt: number;
  lease?: number;
}

function find(collection: string, id: string): Kept | undefined {
  return ([...office.database.exportDocuments(collection)] as Kept[]).find(({ _id }) => _id === id);
}

test('looks at every collection whose store declares an index for the relay', async () => {
  const declared = await gatherIndexes(resolve(__dirname, '../../../cloudfunctions'));
  const withOutbox = Object.entries(declared).filter(([, { indexes }]) =>
    indexes.some(({ fields }) => fields[1]?.[0] === 'outboxAt'),
  );
  expect(SOURCES.map(({ name }) => name).sort()).toEqual(withOutbox.map(([collection]) => collection));
});

const roster = () => find('rosters', 'bh~2026');
const day = () => find('days', `bh~${DATE}`);
const settled = { outbox: [], history: [], outboxAt: 0 };
const advance = (ms: number) => office.control({ clock: { advanceMs: ms } });

async function publishAll(): Promise<void> {
  await office.ask(STAFF, 'proposeRoster', { year: 2026, from: '2026-01-01' });
  await office.ask(STAFF, 'publishDay', { year: 2026, date: DATE });
}

async function listFree(): Promise<{ home: string; place: string }[]> {
  const { homes } = (await office.ask('o-looker', 'day', { date: DATE })).data as DayView;
  return homes.flatMap(({ home, times }) =>
    times.flatMap(({ free }) => free.map(({ place }) => ({ home, place }))),
  );
}

function book(n: number, { home, place }: { home: string; place: string }) {
  const wish = { who: 'any' };
  const input = { date: DATE, home, place, wish, whom: 'self', name: `访客${n}` };
  return office.ask(`o-visitor-${n}`, 'book', input);
}

describe('shipping', () => {
  test('each change is one row of the audit, and its document is left clean', async () => {
    await publishAll();
    expect(await office.timer()).toMatchObject({ ok: true, data: { failed: 0 } });
    expect(roster()).toMatchObject(settled);
    expect(day()).toMatchObject(settled);
    const acts = office.audit().map(({ act, document }) => `${act} ${document}`);
    expect(acts.sort()).toEqual([`propose bh~2026`, `publish bh~2026`, `publish bh~${DATE}`]);
  });

  test('nothing due costs one call for each collection with outboxes, and one for the messages', async () => {
    const { cost } = await office.kick();
    expect(cost).toMatchObject({ calls: SOURCES.length + 1, examined: 0 });
  });

  test('a kick that says in which function somebody acted looks into its collections alone', async () => {
    const asked = { township: 'bh', after: 'reception' };
    const { cost } = await office.invoke('notify', 'kick', asked, { openid: 'o-anybody' });
    expect(cost.calls).toBe(SOURCES.filter(({ of }) => of === 'reception').length + 1);
  });

  test('after one booking: the looks, then lease, read, audit row and clean-up, the mark to count anew, the day and two notices', async () => {
    await publishAll();
    await office.kick();
    const [place] = await listFree();
    if (!place) throw new Error('no free place');
    await book(1, place);
    expect((await office.kick()).cost.calls).toBe(SOURCES.length + 1 + 5 + 3);
  });

  test('a kick serves its township and no other', async () => {
    await publishAll();
    const other = await office.invoke('notify', 'kick', { township: 'qs' }, { openid: 'o-anybody' });
    expect(other).toMatchObject({ ok: true, data: { events: 0 } });
    expect(roster()?.outbox).toHaveLength(2);
  });

  test('the timer’s action is refused to an account, the kick to nobody in particular', async () => {
    const relay = await office.invoke('notify', 'relay', {}, { openid: 'o-anybody' });
    expect(relay).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await office.invoke('notify', 'kick', { township: 'bh' })).toMatchObject({ code: 'no-identity' });
  });

  test('names and words of villagers are in no audit row', async () => {
    await publishAll();
    await office.kick();
    const [place] = await listFree();
    if (!place) throw new Error('no free place');
    await book(1, place);
    await office.kick();
    expect(office.audit().map(({ act }) => act)).toContain('book');
    expect(JSON.stringify(office.audit())).not.toContain('访客');
  });
});

describe('more than one relay', () => {
  test('two timers and a kick at once: every row once, one day', async () => {
    await publishAll();
    const answers = await Promise.all([office.timer(), office.timer(), office.kick()]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    await office.timer();
    expect(roster()).toMatchObject(settled);
    expect(day()).toMatchObject({ ...settled, state: 'published' });
    expect(office.audit()).toHaveLength(3);
  });

  test('twenty villagers book at once and each kicks: twenty rows, nothing left behind', async () => {
    await publishAll();
    await office.kick();
    const before = office.audit().length;
    const free = (await listFree()).slice(0, 20);
    expect(free).toHaveLength(20);
    const done = await Promise.all(
      free.map(async (place, n) => {
        const answer = await book(n, place);
        await office.kick();
        return answer.ok;
      }),
    );
    expect(done.every(Boolean)).toBe(true);
    await office.timer();
    expect(day()).toMatchObject(settled);
    expect(office.audit()).toHaveLength(before + 20);
  });
});

test('five hundred changes of one document go out, in as many runs as the machine needs, none twice', async () => {
  const now = office.clock.now();
  const ids = Array.from({ length: 500 }, (_, n) => `e${n}`);
  await office.database.importDocuments('rosters', [
    {
      _id: 'bh~2026',
      township: 'bh',
      rev: 1,
      year: 2026,
      version: 500,
      outboxAt: now,
      outbox: ids.map((id) => ({ id, event: 'roster-proposed', at: now, about: {} })),
      history: ids.map((id) => ({ id, at: now, by: 'p1', act: 'propose', of: '2026', from: '', to: '' })),
    },
  ]);
  let events = 0;
  for (let run = 0; run < 3; run++) {
    const { data } = await office.kick();
    expect(data).toMatchObject({ failed: 0 });
    events += (data as { events: number }).events;
  }
  expect(events).toBe(500);
  expect(roster()).toMatchObject(settled);
  expect(office.audit()).toHaveLength(500);
});

describe('dying', () => {
  test.each(DEATHS_OF_ACTS)(
    'killed at any call (%s), the runs after it finish the work, once',
    async (death) => {
      await publishAll();
      const rosters = [...office.database.exportDocuments('rosters')];
      await dieAtEachCall(
        { cloud: office, fn: 'notify', death, step: LONG_STEP, atMost: 60 },
        async (fatally) => {
          await office.reset();
          await office.database.importDocuments('rosters', rosters);
          await fatally(() => office.kick());
          // What the dead one had in hand is free again after a minute.
          await advance(MINUTE_MS + 1);
          expect(await office.timer()).toMatchObject({ ok: true });
          expect(roster()).toMatchObject(settled);
          expect(day()).toMatchObject({ ...settled, state: 'published' });
          const rows = office.audit().map(({ act, document }) => `${act} ${document}`);
          expect(rows.sort()).toEqual([`propose bh~2026`, `publish bh~2026`, `publish bh~${DATE}`]);
        },
      );
    },
  );
});

describe('a consumer that cannot', () => {
  /** A roster of a township that has no directory: its day cannot be made. */
  async function plant(): Promise<void> {
    const now = office.clock.now();
    const entry = { id: 'e1', event: 'roster-published', at: now, about: { year: 2026, date: DATE } };
    await office.database.importDocuments('rosters', [
      {
        _id: 'zz~2026',
        township: 'zz',
        rev: 1,
        year: 2026,
        version: 1,
        seats: { [DATE]: {} },
        days: { [DATE]: { state: 'published', publication: 1 } },
        absences: {},
        swaps: {},
        acts: [],
        history: [],
        outbox: [entry],
        outboxAt: now,
      },
    ]);
  }
  const kickIt = () => office.invoke('notify', 'kick', { township: 'zz' }, { openid: 'o-anybody' });
  const planted = () => find('rosters', 'zz~2026');

  test('is asked again after 1, 2, 4 … 60 minutes, and not before', async () => {
    await plant();
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
      expect(await kickIt()).toMatchObject({ data: { failed: 1 } });
      await advance(minutes * MINUTE_MS - 2_000);
      expect(await kickIt()).toMatchObject({ data: { events: 0, failed: 0 } });
      await advance(2_000);
    }
    expect(planted()?.outbox).toMatchObject([{ id: 'e1', attempts: 8 }]);
  });

  test('after the tenth failure the event lies with the dead letters and the outbox is free', async () => {
    await plant();
    for (let tried = 1; tried <= 10; tried++) {
      await kickIt();
      await advance(61 * MINUTE_MS);
    }
    expect(planted()).toMatchObject(settled);
    expect([...office.database.exportDocuments('deadletters')]).toMatchObject([
      { township: 'zz', event: 'roster-published', document: 'zz~2026', attempts: 10 },
    ]);
    expect(await kickIt()).toMatchObject({ data: { events: 0, failed: 0 } });
  });

  test('does not hold up the events behind it', async () => {
    await plant();
    const [now, document] = [office.clock.now(), planted()];
    const second = { id: 'e2', event: 'roster-proposed', at: now, about: {} };
    const row = { id: 'e2', at: now, by: 'p1', act: 'propose', of: '2026', from: '', to: '' };
    await office.database.importDocuments('rosters', [
      { ...document, outbox: [...(document?.outbox ?? []), second], history: [row] },
    ]);
    expect(await kickIt()).toMatchObject({ data: { events: 1, failed: 1 } });
    expect(planted()?.outbox.map(({ id }) => id)).toEqual(['e1']);
    expect(office.audit()).toMatchObject([{ document: 'zz~2026', act: 'propose' }]);
  });
});
