/** 换届 through its door and the relay: weeks of preparation, the night of the opening, what hangs on those who leave. */
import { refreshFigures } from '../../../../cloudfunctions/notify/reminders/refresh-figures';
import { markFigures, readFigures } from '../../../../cloudfunctions/registry/store';
import { main as congress } from '../../../../cloudfunctions/congress/index';
import { main as request } from '../../../../cloudfunctions/request/index';
import { relayOutboxes } from '../../../../cloudfunctions/notify/relay/relay-outboxes';
import { onTermChanged, onTermOpens } from '../../../../cloudfunctions/congress/events/on-term-changed';
import type { TermDocument } from '../../../../cloudfunctions/congress/term/rules/term-document';
import { baseOn } from '../../../../cloudfunctions/congress/session/rules/attendance';
import { membersOn, type Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import { ownerOf } from '../../../../cloudfunctions/congress/suggestion/rules/owner';
import type { SuggestionDocument } from '../../../../cloudfunctions/congress/suggestion/rules/suggestion-document';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import { toInstant } from '../../../../cloudfunctions/shared/china-time';
import type { LeavingRow, TermStep, TermView } from '../../../../miniprogram/contract/congress/term';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { turnstile } from '../../../support/memory-database';
import { accountOf } from '../../../../cloudfunctions/shared/cipher';
import { newKey } from '../../request/requests';
import { toldActs } from '../../told-acts';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

const OPENS = '2026-12-21';
let cloud: InProcessCloud;
let term: string;

const office = (action: string, input: object = {}, key = newKey()) =>
  cloud.invoke('congress', action, { township: 'bh', ...input }, { openid: 'bh-staff', key });
const look = async () => ((await office('term')).data as { term: TermView }).term;
const step = async (one: TermStep, key = newKey()) =>
  office('actOnTerm', { term, edition: (await look()).edition, step: one }, key);
const directory = () => {
  const found = cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh');
  if (!found) throw new Error('no directory');
  return found;
};
const requests = () =>
  cloud.documents<RequestDocument>('requests').filter(({ township, open }) => township === 'bh' && open);
const led = () =>
  cloud
    .documents<SuggestionDocument>('suggestions')
    .filter(({ township, open }) => township === 'bh' && open);
const inOffice = () =>
  new Set(
    membersOn(
      directory().people,
      new Date(cloud.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10),
    ).flatMap(({ person, level }) => (level === undefined ? [] : [person])),
  );
async function relay(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    cloud.clock.set(cloud.clock.now() + 61_000);
    await relayOutboxes(['bh'], cloud.clock.now());
  }
}
const leaving = async () => ((await office('leaving')).data as { people: LeavingRow[] }).people;

beforeAll(async () => {
  cloud = await startInProcess({ congress, request });
  await relay();
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 120_000);
});

it('is one at a time, and its key is bound to its body', async () => {
  const key = newKey();
  const made = await office('prepareTerm', { name: '第十九届', opens: OPENS }, key);
  term = (made.data as { term: string }).term;
  expect(await office('prepareTerm', { name: '第十九届', opens: OPENS }, key)).toMatchObject({
    data: made.data,
  });
  expect(await office('prepareTerm', { name: '第二十届', opens: OPENS }, key)).toMatchObject({
    code: 'key-reused',
  });
  expect(await office('prepareTerm', { name: '第二十届', opens: OPENS })).toMatchObject({
    code: 'row-doubled',
  });
  expect(await office('prepareTerm', { name: '早了', opens: '2026-01-01' })).toMatchObject({
    code: 'bad-input',
  });
});

it('of two prepared at the same moment only the one on the screen is published', async () => {
  const before = cloud.documents<TermDocument>('changes');
  cloud.replace('changes', []);
  const names = ['甲届', '乙届'];
  const made = await cloud.together(
    names.map((name) => () => office('prepareTerm', { name, opens: OPENS })),
    [0, 1],
  );
  expect(made).toMatchObject([{ ok: true }, { ok: true }]);
  const shown = (await look()).term;
  const hidden = made.map(({ data }) => (data as { term: string }).term).find((one) => one !== shown);
  const publish = { term: hidden, edition: 1, step: { act: 'publish', notice: '1号' } };
  expect(await office('actOnTerm', publish)).toMatchObject({ code: 'row-doubled', details: { id: shown } });
  cloud.replace('changes', before);
});

it('is not published without list and examination; a list with faults is answered line by line and not kept', async () => {
  expect(await step({ act: 'publish', notice: '1号' })).toMatchObject({ code: 'bad-input' });
  const { constituencies, groups, people } = directory();
  const town = constituencies.filter(({ level }) => level === 'town');
  const faulty = await step({ act: 'saveList', lines: '甲 没有 没有' });
  expect(faulty.data).toMatchObject({ faults: [{ line: 1, why: 'constituency' }] });
  expect((await look()).rows).toEqual([]);
  const stay = people.filter(({ memberships }) => memberships.some(({ level }) => level === 'town')).slice(6);
  const lines = [...stay.map(({ name }) => name), '新来的'].map(
    (name, at) => `${name} ${town[at % town.length]?.name ?? ''} ${groups[at % groups.length]?.name ?? ''}`,
  );
  const key = newKey();
  const { edition } = await look();
  const list: TermStep = { act: 'saveList', lines: lines.join('\n') };
  const kept = await office('actOnTerm', { term, edition, step: list }, key);
  expect(kept).toMatchObject({ ok: true, data: { faults: [] } });
  expect(await office('actOnTerm', { term, edition, step: list }, key)).toMatchObject({ data: kept.data });
  const other = { term, edition, step: { act: 'drop', words: '不用' } };
  expect(await office('actOnTerm', other, key)).toMatchObject({ code: 'key-reused' });
  expect(await office('actOnTerm', other)).toMatchObject({ code: 'row-changed' });
  expect(await step({ act: 'publish', notice: '1号' })).toMatchObject({ code: 'bad-input' });
  const examine = { act: 'examine', date: '2026-11-20', number: '审查2号' } as const;
  expect(await step({ ...examine, invalid: ['r999'] })).toMatchObject({ details: { field: 'step.invalid' } });
  expect(await step({ ...examine, invalid: ['r1'] })).toMatchObject({ details: { field: 'step.words' } });
  expect(await step(examine)).toMatchObject({ ok: true });
  // What was examined is another list.
  expect(await step(list)).toMatchObject({ ok: true });
  expect(await step({ act: 'publish', notice: '1号' })).toMatchObject({
    details: { field: 'step.examined' },
  });
  expect(await step({ ...examine, invalid: ['r1'], words: '不符合选区条件' })).toMatchObject({ ok: true });
  expect((await look()).rows.filter(({ invalid }) => invalid).map(({ row }) => row)).toEqual(['r1']);
  expect((await look()).rows.map(({ name }) => name)).toContain('新来的');
  const { rows, lines: written, ...head } = await look();
  const { villages, routing } = directory();
  const [voided, ...others] = rows;
  expect(voided).toEqual({
    row: 'r1',
    person: stay[0]?.id,
    name: stay[0]?.name,
    kind: 'again',
    constituencyName: town[0]?.name,
    groupName: groups[0]?.name,
    leader: false,
    presidium: false,
    invalid: true,
  });
  expect(others.at(-1)).toMatchObject({ name: '新来的', kind: 'new' });
  // p63 moved away, whoever is of the district alone is in the directory: neither is in office here.
  expect(others.map(({ kind }) => kind)).toContain('known');
  expect(written.split('\n')).toHaveLength(rows.length);
  expect(head).toEqual({
    term,
    name: '第十九届',
    opens: OPENS,
    state: 'preparing',
    edition: (await look()).edition,
    examined: { date: '2026-11-20', number: '审查2号', words: '不符合选区条件' },
    committee: membersOn(people, '2026-11-23')
      .filter(({ credentials }) => credentials)
      .map(({ name }) => name),
    villages: villages.map(({ id: village, name }) => ({
      village,
      name,
      group: routing.villageFallback[village] ?? '',
    })),
    // Nobody is named 组长 in this list.
    noLeader: [...new Set(rows.slice(1).map(({ groupName }) => groupName))],
    emptied: [],
    acts: head.acts,
  });
  expect(head.committee).toHaveLength(3);
  const of = `bh~term~${term}`;
  const clerk = accountOf('bh-staff');
  const told = toldActs(cloud, 'changes').filter(({ document }) => document === of);
  const acts = [
    ['saveList', 'term-list-saved'],
    ['examine', 'term-examined'],
    ['saveList', 'term-list-saved'],
    ['examine', 'term-examined'],
  ];
  expect(told).toEqual(
    [['prepare', 'term-prepared'], ...acts].map(([act, event], at) => {
      return {
        document: of,
        of,
        by: clerk,
        act,
        from: at ? 'preparing' : '',
        to: 'preparing',
        event,
        about: { term },
      };
    }),
  );
  const stored = JSON.stringify(cloud.documents('changes'));
  for (const said of ['新来的', stay[0]?.name ?? '', '审查2号', '不符合选区条件', '第十九届'])
    expect(stored).not.toContain(said);
});

it('stands in the directory with the opening’s date once it is published, and is taken back whole', async () => {
  const before = directory();
  expect(await step({ act: 'publish', notice: '1号' })).toMatchObject({ data: { state: 'published' } });
  type Waiting = { outbox: { event: string; about: object; nextAt?: number }[] };
  const outbox = cloud.documents<TermDocument & Waiting>('changes').find((one) => one.term === term)?.outbox;
  // The night of the opening comes no sooner.
  expect(outbox?.slice(-2)).toMatchObject([
    { event: 'term-published', about: { term } },
    { event: 'term-opens', about: { term }, nextAt: toInstant(OPENS, '00:00') },
  ]);
  expect(outbox?.at(-2)).not.toHaveProperty('nextAt');
  await relay();
  const audited = cloud.documents<{ act: string; by: string; of: string; from: string; to: string }>('audit');
  expect(audited.filter(({ act }) => act === 'change-term')).toMatchObject([
    { by: 'system', of: 'term', from: '', to: term },
  ]);
  const rows = (await look()).rows.filter(({ invalid }) => !invalid);
  expect(baseOn(directory(), OPENS)).toHaveLength(rows.length);
  expect(baseOn(directory(), '2026-12-20')).toEqual(baseOn(before, '2026-12-20'));
  expect(await step({ act: 'withdraw', words: '有异议' })).toMatchObject({ data: { state: 'preparing' } });
  // Until the directory has followed, the corrected list would find the first one standing there.
  expect(await step({ act: 'publish', notice: '2号' })).toMatchObject({ code: 'busy' });
  expect(await step({ act: 'drop', words: '重来' })).toMatchObject({ code: 'busy' });
  await relay();
  expect(directory().terms).toEqual(before.terms);
  expect(baseOn(directory(), OPENS)).toEqual(baseOn(before, OPENS));
  await step({ act: 'publish', notice: '3号' });
  await relay();
});

it('dies half-way of a publication at any call, and the next try ends where it would have ended', async () => {
  const kept = {
    changes: cloud.documents<TermDocument>('changes'),
    townships: cloud.documents<Directory>('townships'),
  };
  const restore = () => {
    cloud.replace('changes', kept.changes);
    cloud.replace('townships', kept.townships);
  };
  const standing = () => {
    const { people, terms, routing } = directory();
    const [state] = cloud
      .documents<TermDocument>('changes')
      .flatMap((one) => (one.term === term ? one.state : []));
    return { people, terms, routing, state };
  };
  const delivered = { township: 'bh', about: { term } } as never;
  const stories = [
    { consumer: onTermChanged, at: cloud.clock.now(), opens: '2027-01-04' },
    { consumer: onTermOpens, at: toInstant(OPENS, '00:00'), opens: OPENS },
  ];
  for (const { consumer, at, opens } of stories) {
    const begin = () => {
      restore();
      const moved = kept.changes.map((one) => (one.term === term ? { ...one, opens } : one));
      cloud.replace('changes', moved);
    };
    begin();
    await consumer(delivered, at);
    const undisturbed = standing();
    let deaths = 0;
    for (let call = 0; ; call++) {
      begin();
      let passed = 0;
      const pass = turnstile.pass;
      turnstile.pass = () => (passed++ < call ? Promise.resolve() : Promise.reject(new Error('died')));
      const died = await consumer(delivered, at).then(
        () => false,
        () => true,
      );
      turnstile.pass = pass;
      if (!died) break;
      deaths++;
      await consumer(delivered, at);
      expect(standing()).toEqual(undisturbed);
    }
    expect(deaths).toBeGreaterThan(2);
  }
  restore();
});

it('while the list waits the relay counts what hangs on whom: the same rows in one call, until something changes', async () => {
  const counted = await leaving();
  for (const what of ['requests', 'suggestions', 'seats'] as const)
    expect(counted.some((row) => row[what] > 0)).toBe(true);
  await refreshFigures(['bh'], await readFigures(['bh']), { now: cloud.clock.now(), endsAt: Infinity });
  const kept = await office('leaving');
  expect((kept.data as { people: LeavingRow[] }).people).toEqual(counted);
  expect(kept.cost.calls).toBe(2);
  await markFigures('bh', { stirs: false });
  const anew = await office('leaving');
  expect((anew.data as { people: LeavingRow[] }).people).toEqual(counted);
  expect(anew.cost.calls).toBe(7);
});

it('hands on what hangs on somebody who leaves, before the day, to who stays; nobody else’s', async () => {
  const rows = await leaving();
  const able = inOffice();
  const [one] = rows.filter(({ requests: n }) => n > 0);
  expect(one).toBeDefined();
  const person = one?.person ?? '';
  expect(one?.lastDay).toBe('2026-12-20');
  const left = new Set(rows.map((row) => row.person));
  expect(await office('handOver', { person, what: 'requests' })).toMatchObject({
    data: { moved: one?.requests, left: 0 },
  });
  for (const { owner } of requests()) if (owner.person !== '') expect(able.has(owner.person)).toBe(true);
  expect((await leaving()).find((row) => row.person === person)?.requests).toBe(0);
  const members = membersOn(directory().people, '2026-11-23');
  const leads = members.filter(({ leader }) => leader).map((member) => member.person);
  for (const row of rows) {
    const { name } = directory().people.find(({ id }) => id === row.person) ?? {};
    const { lastDay, leader } = row;
    expect([row.person, row.name, lastDay, leader]).toEqual([
      row.person,
      name,
      '2026-12-20',
      leads.includes(row.person),
    ]);
  }
  expect(new Set(rows.map(({ leader }) => leader))).toEqual(new Set([true, false]));
  for (const what of ['suggestions', 'seats'] as const) {
    const most = rows.find((row) => row[what] > 0);
    const hand = { person: most?.person, what };
    expect(await office('handOver', hand)).toMatchObject({ data: { moved: most?.[what], left: 0 } });
    expect(await office('handOver', hand)).toMatchObject({ data: { moved: 0, left: 0 } });
  }
  expect(await office('handOver', { person: 'p999', what: 'requests' })).toMatchObject({ code: 'not-found' });
  const stays = [...able].find((each) => !left.has(each));
  expect(await office('handOver', { person: stays, what: 'requests' })).toMatchObject({
    code: 'wrong-state',
    details: { state: 'in-office' },
  });
});

it('at midnight of the opening everything open has an owner in office, and nobody of the old list may sign', async () => {
  const left = (await leaving()).map(({ person }) => person);
  cloud.clock.set(toInstant(OPENS, '00:00') - 1);
  await relayOutboxes(['bh'], cloud.clock.now());
  expect((await look()).state).toBe('published');
  cloud.clock.set(toInstant(OPENS, '00:00'));
  await relay();
  expect((await look()).state).toBe('opened');
  const able = inOffice();
  expect(left.filter((person) => able.has(person))).toEqual([]);
  const owned = requests();
  expect(owned.length).toBeGreaterThan(5);
  for (const { owner } of owned) {
    expect(owner.kind).not.toBe('');
    if (owner.person !== '') expect([...able]).toContain(owner.person);
  }
  const suggestions = led();
  expect(suggestions.length).toBeGreaterThan(3);
  expect(suggestions.some(({ lead }) => left.includes(lead))).toBe(true);
  for (const one of suggestions) {
    expect(ownerOf(one)).not.toBe('nobody');
    if (ownerOf(one) === 'deputy') expect([...able]).toContain(one.lead);
  }
  // What the office goes on with hangs on nobody who left.
  expect(suggestions.some(({ leadGone }) => leadGone)).toBe(true);
  expect((await leaving()).filter((row) => row.suggestions > 0)).toEqual([]);
  expect(await step({ act: 'withdraw', words: '晚了' })).toMatchObject({ code: 'wrong-state' });
});
