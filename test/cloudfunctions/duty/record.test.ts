/** The duty record, its doubted rows, figures and what is public of it: read by whom, which rows, what is refused. */
import type { StoredFact } from '../../../cloudfunctions/duty/ledger/store';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import type { ActivityInput, Dispute } from '../../../miniprogram/contract/duty';
import { LIMITS } from '../../../miniprogram/contract/limits';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import { toldActs } from '../told-acts';
import { CHIEF, DEPUTY, LEADER, newKey, openDuty, OTHER, STAFF, type Duty } from './support';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let duty: Duty;
beforeEach(async () => {
  duty = await openDuty();
});

const help = (changes: Partial<ActivityInput> = {}): ActivityInput => ({
  kind: 'help',
  date: '2026-11-12',
  title: '接通自来水',
  village: 'v4',
  ...changes,
});
const directory = () => {
  const [found] = duty.cloud.documents<Directory>('townships').filter(({ _id }) => _id === 'bh');
  if (!found) throw new Error('no directory');
  return found;
};
interface Recorded {
  rows: { fact: string; date: string; kind: string }[];
  disputes: Dispute[];
  next?: string;
}
const read = async (openid: string, input: object = {}) =>
  (await duty.ask(openid, 'record', { year: 2026, ...input })).data as Recorded;

it('is a year’s rows, each with where it comes from and under which heading, a page at a time', async () => {
  const { activity } = await duty.note(DEPUTY, help());
  await duty.note(DEPUTY, help({ date: '2025-12-31' }));
  await duty.note(OTHER, help());
  await duty.relay();
  const whole = await read(DEPUTY);
  expect(whole).toEqual({
    person: 'p5',
    name: directory().people.find(({ id }) => id === 'p5')?.name,
    rows: [
      {
        fact: whole.rows[0]?.fact,
        kind: 'help',
        date: '2026-11-12',
        persons: ['p5'],
        source: { kind: 'activity', id: activity },
        entered: false,
        level: 'town',
        group: 'g3',
        village: 'v4',
        heading: expect.any(String) as unknown,
      },
    ],
    disputes: [],
  });
  expect((await read(DEPUTY, { year: 2025 })).rows.map(({ date }) => date)).toEqual(['2025-12-31']);
  for (let n = 1; n <= LIMITS.page; n++)
    await duty.note(
      DEPUTY,
      help({ date: `2026-${n < 20 ? '10' : '09'}-${String((n % 20) + 1).padStart(2, '0')}` }),
    );
  for (let turn = 0; turn < 3; turn++) await duty.relay();
  const first = await read(STAFF, { person: 'p5' });
  expect([first.rows.length, first.rows[0]?.date]).toEqual([LIMITS.page, '2026-11-12']);
  const rest = await read(STAFF, { person: 'p5', after: first.next });
  expect(rest.rows).toHaveLength(1);
  expect(rest.next).toBeUndefined();
});

it('is read by nobody who may not, and of nobody who is not there', async () => {
  const asked = [
    [OTHER, { person: 'p5' }, 'not-allowed'],
    [LEADER, { person: 'p8' }, 'not-allowed'],
    [STAFF, { person: 'p999' }, 'not-found'],
    [STAFF, {}, 'not-found'],
  ] as const;
  for (const [openid, input, code] of asked)
    expect(await duty.ask(openid, 'record', { year: 2026, ...input })).toMatchObject({ code });
});

describe('a doubted row', () => {
  it('is told whole to the office and its deputy, once under its key, and answered once', async () => {
    const { activity } = await duty.note(DEPUTY, help());
    await duty.relay();
    const [row] = (await read(DEPUTY)).rows;
    const fact = row?.fact ?? '';
    const [key, answerKey] = [newKey(), newKey()];
    const doubt = { fact, words: '那天我没去' };
    const made = await duty.act(DEPUTY, 'dispute', doubt, key);
    expect(await duty.act(DEPUTY, 'dispute', doubt, key)).toMatchObject({ data: made.data });
    expect(await duty.act(DEPUTY, 'dispute', { fact, words: '别的' }, key)).toMatchObject({
      code: 'key-reused',
    });
    for (const lost of ['0'.repeat(16), `bh~${'0'.repeat(16)}`])
      expect(await duty.act(DEPUTY, 'dispute', { ...doubt, fact: lost })).toMatchObject({ ok: false });
    const { dispute } = made.data as { dispute: string };
    const told = {
      dispute,
      fact,
      kind: 'help',
      date: '2026-11-12',
      person: 'p5',
      source: { kind: 'activity', id: activity },
      words: '那天我没去',
      state: 'open',
      at: duty.cloud.clock.now(),
    };
    expect((await duty.ask(STAFF, 'listDisputes')).data).toEqual({ disputes: [told] });
    expect((await read(DEPUTY)).disputes).toEqual([told]);
    const answer = { dispute, corrected: true, words: '已经更正' };
    const answered = await duty.act(STAFF, 'answerDispute', answer, answerKey);
    expect(answered).toMatchObject({ data: { dispute, state: 'corrected' } });
    expect(await duty.act(STAFF, 'answerDispute', answer, answerKey)).toMatchObject({ data: answered.data });
    expect(await duty.act(STAFF, 'answerDispute', { ...answer, words: '别的' }, answerKey)).toMatchObject({
      code: 'key-reused',
    });
    expect(
      await duty.act(STAFF, 'answerDispute', { ...answer, dispute: `bh~${'0'.repeat(16)}` }),
    ).toMatchObject({
      code: 'not-found',
    });
    expect((await duty.ask(STAFF, 'listDisputes')).data).toEqual({ disputes: [] });
    expect((await read(DEPUTY)).disputes).toEqual([{ ...told, state: 'corrected', answer: '已经更正' }]);
    const stored = JSON.stringify(duty.cloud.documents('disputes'));
    for (const said of ['那天我没去', '已经更正']) expect(stored).not.toContain(said);
    const rows = [
      {
        by: 'p5',
        act: 'dispute',
        of: fact,
        from: '',
        to: 'open',
        event: 'fact-disputed',
        about: { dispute, person: 'p5' },
      },
      {
        by: accountOf(STAFF),
        act: 'answer-dispute',
        of: dispute,
        from: 'open',
        to: 'corrected',
        event: 'dispute-answered',
        about: { dispute },
      },
    ];
    expect(toldActs(duty.cloud, 'disputes')).toEqual(rows.map((each) => ({ document: dispute, ...each })));
  });

  it('waits in its turn, a page at a time', async () => {
    await duty.note(DEPUTY, help());
    await duty.relay();
    const [row] = (await read(DEPUTY)).rows;
    await duty.act(DEPUTY, 'dispute', { fact: row?.fact, words: '不是我' });
    const [one] = duty.cloud.documents<object>('disputes');
    const seqs = Array.from(
      { length: LIMITS.page + 1 },
      (_, n) => `${String(1_700_000_000_000 + n)}00000000`,
    );
    duty.cloud.replace(
      'disputes',
      seqs.map((seq) => ({ ...one, _id: `bh~${seq}`, seq })),
    );
    const page = async (after?: string) => {
      const { data } = await duty.ask(STAFF, 'listDisputes', after === undefined ? {} : { after });
      return data as { disputes: Dispute[]; next?: string };
    };
    const first = await page();
    const rest = await page(first.next);
    const ids = [...first.disputes, ...rest.disputes].map(({ dispute }) => dispute);
    expect([first.disputes.length, rest.disputes.length, 'next' in rest]).toEqual([LIMITS.page, 1, false]);
    expect(new Set(ids).size).toBe(LIMITS.page + 1);
  });
});

describe('figures and rows', () => {
  const span = { of: 'all', from: '2026-01-01', to: '2026-12-31' };
  const own = { dimension: 'person', value: 'p5' };

  it('are the office’s and the presidium’s whole, a leader’s of the group, others’ of themselves', async () => {
    const asked = [
      [STAFF, undefined, true],
      [LEADER, { dimension: 'group', value: 'g3' }, true],
      [LEADER, { dimension: 'group', value: 'g1' }, false],
      [LEADER, undefined, false],
      [DEPUTY, own, true],
      [DEPUTY, { dimension: 'group', value: 'g3' }, false],
      [OTHER, own, false],
    ] as const;
    for (const [openid, by, allowed] of asked) {
      const query = { ...span, ...(by && { by }) };
      for (const [action, input] of [
        ['facts', query],
        ['figures', { queries: [query] }],
      ] as const) {
        const { ok, code } = await duty.ask(openid, action, input);
        expect([openid, by, action, ok || code]).toEqual([openid, by, action, allowed || 'not-allowed']);
      }
    }
    // Whoever chairs, or sits in the presidium, is a deputy as well: they are told the numbers, and of what they are.
    for (const openid of [CHIEF, 'bh-p17'])
      for (const [action, input] of [
        ['figures', { queries: [span] }],
        ['facts', span],
      ] as const)
        expect([openid, action, (await duty.ask(openid, action, input)).ok]).toEqual([openid, action, true]);
    const record = { year: 2026, person: 'p5' };
    expect(await duty.ask(CHIEF, 'record', record)).toMatchObject({ ok: true });
    for (const openid of ['bh-p17', OTHER])
      expect(await duty.ask(openid, 'record', record)).toMatchObject({ code: 'not-allowed' });
    const mixed = { queries: [{ ...span, by: own }, span] };
    expect(await duty.ask(DEPUTY, 'figures', mixed)).toMatchObject({ code: 'not-allowed' });
  });

  it('name an activity, and no request: some of who reads them may not know of it', async () => {
    const { activity } = await duty.note(DEPUTY, help());
    await duty.relay();
    const all = duty.cloud.documents<StoredFact>('facts');
    const row = all.find(({ source }) => source === `activity~${activity}`);
    const taken = { ...row, _id: 'bh~taken', seq: '2026-11-12taken', source: 'request~bh~0' };
    duty.cloud.replace('facts', [Object.assign({}, row), taken]);
    const sources = async (openid: string, action: 'facts' | 'record', input: object) => {
      const { data } = await duty.ask(openid, action, input);
      const { facts = [], rows = facts } = data as Partial<Record<string, { source: object }[]>>;
      return rows.map(({ source }) => source);
    };
    const shown = [
      { kind: 'request', id: '' },
      { kind: 'activity', id: activity },
    ];
    expect(await sources('bh-p17', 'facts', span)).toEqual(shown);
    expect(await sources(DEPUTY, 'record', { year: 2026 })).toEqual(shown);
  });

  it('are of a span the right way round, and no longer than ten years', async () => {
    const back = { ...span, from: '2026-12-31', to: '2026-12-30' };
    expect(await duty.ask(STAFF, 'facts', back)).toMatchObject({ details: { field: 'from' } });
    const long = { ...span, from: '2016-01-01' };
    for (const query of [back, long])
      expect(await duty.ask(STAFF, 'figures', { queries: [span, query] })).toMatchObject({
        code: 'bad-input',
        details: { field: 'queries' },
      });
    const day = { ...span, from: '2026-11-12', to: '2026-11-12' };
    await duty.note(DEPUTY, help());
    await duty.relay();
    expect((await duty.ask(STAFF, 'figures', { queries: [day] })).data).toMatchObject({
      counts: [{ rows: 1 }],
    });
    expect((await duty.ask(STAFF, 'facts', day)).data).toMatchObject({ facts: [{ kind: 'help' }] });
  });
});

describe('what is public', () => {
  const shown = async (person: string) => duty.ask('a-villager', 'publicFacts', { person });

  it('is of the last twelve months, each kind and day and village once, by no district deputy and no stranger', async () => {
    await duty.note(DEPUTY, help());
    await duty.note(DEPUTY, help({ title: '同一天的另一件' }));
    await duty.note(DEPUTY, help({ village: 'v1' }));
    await duty.note(DEPUTY, help({ date: '2025-11-23' }));
    await duty.note(DEPUTY, help({ date: '2025-11-22' }));
    await duty.note(STAFF, {
      kind: 'care',
      date: '2026-11-10',
      title: '看望老人',
      village: 'v4',
      persons: ['p5'],
    });
    await duty.note(STAFF, { kind: 'liaison', date: '2026-11-09', words: '谈心', persons: ['p5'] });
    const district = directory().people.find(({ memberships }) =>
      memberships.every(({ level }) => level === 'district'),
    );
    const ofDistrict = district?.id ?? '';
    await duty.note(STAFF, help({ persons: [ofDistrict] }));
    for (let turn = 0; turn < 2; turn++) await duty.relay();
    const { facts } = (await shown('p5')).data as { facts: object[] };
    const placed = { kind: 'help', date: '2026-11-12' };
    expect(facts).toHaveLength(4);
    expect(facts).toEqual(
      expect.arrayContaining([
        { ...placed, village: 'v4' },
        { ...placed, village: 'v1' },
        { kind: 'help', date: '2025-11-23', village: 'v4' },
        { kind: 'care', date: '2026-11-10' },
      ]),
    );
    expect((await shown(ofDistrict)).data).toEqual({ facts: [] });
    expect((await read(STAFF, { person: ofDistrict })).rows).toHaveLength(1);
    for (const person of ['p999', 'p7']) expect(await shown(person)).toMatchObject({ code: 'not-found' });
  });
});
