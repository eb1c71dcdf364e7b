/** The presidium through its doors: a topic's life, a meeting that decides 重点督办. */
import { addMonths } from '../../../../cloudfunctions/shared/china-time';
import { main as congress } from '../../../../cloudfunctions/congress/index';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import { onMeetingRecorded } from '../../../../cloudfunctions/congress/events/on-meeting-recorded';
import type { SuggestionDocument } from '../../../../cloudfunctions/congress/suggestion/rules/suggestion-document';
import type { TopicStep, TopicView } from '../../../../miniprogram/contract/congress/presidium';
import type { Output } from '../../../../miniprogram/contract/wire';
import { accountOf } from '../../../../cloudfunctions/shared/cipher';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { newKey } from '../../request/requests';
import { toldActs } from '../../told-acts';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ congress });
  cloud.replace('presidium', []);
  clerk = accountOf('bh-staff');
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 90_000);
});
const ask = (openid: string, action: string, input: object = {}, key = newKey()) =>
  cloud.invoke('congress', action, { township: 'bh', ...input }, { openid, key });
const TODAY = '2026-11-23';
let clerk = '';
const directory = () => {
  const [found] = cloud.documents<Directory>('townships').filter(({ _id }) => _id === 'bh');
  if (!found) throw new Error('no directory');
  return found;
};
const nameOf = (person: string) => directory().people.find(({ id }) => id === person)?.name;

describe('a topic of the yearly plan', () => {
  let topic: string;
  const act = (openid: string, step: TopicStep, key = newKey()) =>
    ask(openid, 'actOnTopic', { topic, step }, key);
  const list = async (openid: string) =>
    ((await ask(openid, 'topics', { year: 2026 })).data as { topics: TopicView[] }).topics;

  it('is planned once under a key', async () => {
    const key = newKey();
    const wish = { title: '农村饮水安全', form: 'inspection', on: '2026-11-20' };
    const made = await ask('bh-staff', 'planTopic', wish, key);
    topic = (made.data as { topic: string }).topic;
    expect(await ask('bh-staff', 'planTopic', wish, key)).toMatchObject({ data: made.data });
    expect(await ask('bh-staff', 'planTopic', { ...wish, title: '别的' }, key)).toMatchObject({
      code: 'key-reused',
    });
    expect(await ask('bh-p5', 'planTopic', wish)).toMatchObject({ code: 'not-allowed' });
  });

  it('goes from holding it to the report that the presidium accepts; the unit sees it from the handing over on', async () => {
    expect(await list('bh-unit')).toEqual([]);
    expect(await act('bh-staff', { act: 'reportBack', number: '1', words: '早了' })).toMatchObject({
      code: 'wrong-state',
    });
    const held = { act: 'hold', date: TODAY, words: '三个村还喝雨水' } as const;
    const key = newKey();
    expect(await act('bh-staff', held, key)).toMatchObject({ data: { state: 'held' } });
    expect(await act('bh-staff', held, key)).toMatchObject({ data: { state: 'held' } });
    expect(await act('bh-staff', { act: 'drop', words: '不用' }, key)).toMatchObject({ code: 'key-reused' });
    const handOn = { act: 'handOn', number: '审议1号', words: '年底前通水', unit: 'u1' } as const;
    expect(await act('bh-staff', { ...handOn, replyBy: '2026-11-01' })).toMatchObject({ code: 'bad-input' });
    expect(await act('bh-staff', { ...handOn, replyBy: '2026-12-31' })).toMatchObject({
      data: { due: '2026-12-31' },
    });
    const { people, units } = directory();
    const unitName = units.find(({ id }) => id === 'u1')?.name ?? '';
    const chief = people.find(({ id }) => id === 'p1')?.name ?? '';
    expect(await list('bh-unit')).toMatchObject([
      {
        owner: 'unit',
        ownerName: unitName,
        due: '2026-12-31',
        acts: ['reportBack'],
        opinion: { words: '年底前通水' },
      },
    ]);
    expect(await act('bh-unit', { act: 'reportBack', number: '报1号', words: '已通水' })).toMatchObject({
      data: { state: 'reported' },
    });
    expect(await act('bh-staff', { act: 'accept', words: '同意' })).toMatchObject({ code: 'not-allowed' });
    expect(await act('bh-p1', { act: 'again', words: '再看', replyBy: '2027-01-31' })).toMatchObject({
      data: { state: 'handed' },
    });
    await act('bh-unit', { act: 'reportBack', number: '报2号', words: '都通了' });
    expect(await act('bh-p1', { act: 'accept', words: '同意' })).toMatchObject({
      data: { state: 'accepted' },
    });
    const [one] = await list('bh-staff');
    expect(one).toMatchObject({ owner: 'nobody', report: { words: '都通了' }, acts: [] });
    expect(one?.due).toBeUndefined();
    expect(one?.steps.map(({ act: done, byName, words }) => [done, byName, words])).toEqual([
      ['plan', '人大办', undefined],
      ['hold', '人大办', '三个村还喝雨水'],
      ['handOn', '人大办', '审议1号'],
      ['reportBack', unitName, '报1号'],
      ['again', chief, '再看'],
      ['reportBack', unitName, '报2号'],
      ['accept', chief, '同意'],
    ]);
    expect(one).toEqual({
      topic,
      title: '农村饮水安全',
      form: 'inspection',
      on: '2026-11-20',
      state: 'accepted',
      owner: 'nobody',
      ownerName: '',
      heldOn: TODAY,
      opinion: { number: '审议1号', words: '年底前通水', replyBy: '2027-01-31', unitName },
      report: { number: '报2号', words: '都通了', on: TODAY },
      steps: one?.steps,
      acts: [],
    });
    const acts = [
      ['topic', '', 'topic', 'topic-planned'],
      ['hold', 'planned', 'held', 'topic-held'],
      ['handOn', 'held', 'handed', 'topic-handed'],
      ['reportBack', 'handed', 'reported', 'topic-reported'],
      ['again', 'reported', 'handed', 'topic-again'],
      ['reportBack', 'handed', 'reported', 'topic-reported'],
      ['accept', 'reported', 'accepted', 'topic-accepted'],
    ];
    const told = toldActs(cloud, 'presidium').filter(({ document }) => document === topic);
    expect(told.map(({ act: done, from, to, event }) => [done, from, to, event])).toEqual(acts);
    for (const { of, about } of told) expect([of, about]).toEqual([topic, { row: topic }]);
    expect(told.map(({ by }) => by)).toEqual([clerk, clerk, clerk, 'u1', 'p1', 'u1', 'p1']);
    for (const said of ['农村饮水安全', '三个村还喝雨水', '审议1号', '年底前通水', '已通水', '都通了'])
      expect(JSON.stringify(cloud.documents('presidium'))).not.toContain(said);
  });

  it('stands in the plan of its year in the order of its days, with who has it', async () => {
    const wish = { title: '森林防火', form: 'research', on: '2026-10-01' };
    const { data } = await ask('bh-staff', 'planTopic', wish);
    await ask('bh-staff', 'planTopic', { ...wish, title: '明年的', on: '2027-01-02' });
    const [first, second, ...more] = await list('bh-p17');
    expect(first).toMatchObject({
      ...(data as object),
      ...wish,
      state: 'planned',
      owner: 'office',
      ownerName: '人大办',
    });
    expect(first).toMatchObject({ due: '2026-10-01', acts: [] });
    expect([second?.topic, more]).toEqual([topic, []]);
    // What has not been handed to a unit is not its own yet.
    expect((await list('bh-unit')).map((one) => one.topic)).toEqual([topic]);
  });

  it('is refused where it is none', async () => {
    const note = cloud.documents<{ _id: string; kind: string }>('presidium');
    expect(note.map(({ kind }) => kind)).toContain('topic');
    const step = { act: 'hold', date: TODAY, words: '看过了' } as const;
    const unknown = await ask('bh-staff', 'actOnTopic', { topic: `bh~${'0'.repeat(16)}`, step });
    expect(unknown).toMatchObject({ code: 'not-found' });
    expect(await act('bh-p17', step)).toMatchObject({ code: 'not-allowed' });
    expect(await act('bh-staff', step)).toMatchObject({
      code: 'wrong-state',
      details: { state: 'accepted' },
    });
  });
});

describe('a meeting', () => {
  const read = async () =>
    (await ask('bh-p17', 'meetings', { year: 2026 })).data as Output<'congress', 'meetings'>;
  const meeting = { date: TODAY, place: '三楼', minutes: '2026-1' };

  it('needs more than half of the members, keeps its votes, and its key takes no other body', async () => {
    const { members } = await read();
    expect(members.length).toBeGreaterThan(2);
    const all = members.map(({ person }) => person);
    const items = [{ title: '议事', for: all.length, against: 0, abstain: 0 }];
    const few = all.slice(0, Math.floor(all.length / 2));
    const tooFew = {
      ...meeting,
      persons: few,
      items: [{ title: '议事', for: few.length, against: 0, abstain: 0 }],
    };
    expect(await ask('bh-staff', 'recordMeeting', tooFew)).toMatchObject({
      code: 'bad-input',
      details: { field: 'persons' },
    });
    // Of a year without a meeting the last one before it counts, else the opening of the term.
    const { nextBy } = await read();
    expect(nextBy).toBe(addMonths(directory().terms.at(-1)?.from ?? '', 3));
    const later = { ...meeting, date: '2031-01-01', persons: all, items };
    expect(await ask('bh-staff', 'recordMeeting', later)).toMatchObject({
      code: 'bad-input',
      details: { field: 'date' },
    });
    const key = newKey();
    const held = await ask('bh-staff', 'recordMeeting', { ...meeting, persons: all, items }, key);
    expect(held).toMatchObject({ ok: true });
    const twice = { ...meeting, persons: all, items };
    expect(await ask('bh-staff', 'recordMeeting', twice, key)).toMatchObject({ data: held.data });
    const other = { ...meeting, persons: all, items, minutes: '另一卷' };
    expect(await ask('bh-staff', 'recordMeeting', other, key)).toMatchObject({ code: 'key-reused' });
    const after = await read();
    const passed = items.map((item) => ({ ...item, passed: true }));
    const names = members.map(({ name }) => name);
    expect(after.meetings).toEqual([
      { ...(held.data as object), ...meeting, due: all.length, names, items: passed },
    ]);
    expect(names).toEqual(all.map(nameOf));
    const next = (await ask('bh-p17', 'meetings', { year: 2027 })).data;
    expect(next).toEqual({ ...after, meetings: [] });
    const document = (held.data as { meeting: string }).meeting;
    expect(toldActs(cloud, 'presidium').filter((told) => told.document === document)).toEqual([
      {
        document,
        by: clerk,
        act: 'meeting',
        of: document,
        from: '',
        to: 'meeting',
        event: 'meeting-recorded',
        about: { row: document },
      },
    ]);
    expect(after.nextBy).toBe(addMonths(meeting.date, 3));
    for (const said of ['三楼', '议事'])
      expect(JSON.stringify(cloud.documents('presidium'))).not.toContain(said);
  });

  it.each([
    ['meetings', { year: 2026 }, 3],
    ['keyCandidates', {}, 5],
  ])('%s costs its few calls, with the grant and the directory', async (action, input, calls) => {
    cloud.clock.set(cloud.clock.now() + 61_000);
    expect((await ask('bh-p17', action, input)).cost.calls).toBe(calls);
  });

  it('decides what a member proposed as 重点督办: passed it is overseen, not passed the proposal ends', async () => {
    const open = cloud
      .documents<SuggestionDocument>('suggestions')
      .filter(({ state, key, township }) => township === 'bh' && state === 'assigned' && !key);
    const id = open[0]?._id ?? '';
    const propose = () =>
      ask('bh-p17', 'actOnSuggestion', { suggestion: id, step: { act: 'proposeKey', words: '要盯着办' } });
    const keyOf = () => cloud.documents<SuggestionDocument>('suggestions').find(({ _id }) => _id === id)?.key;
    for (const passes of [false, true]) {
      expect(await propose()).toMatchObject({ ok: true });
      const { members } = await read();
      const { candidates } = (await ask('bh-p17', 'keyCandidates', {})).data as Output<
        'congress',
        'keyCandidates'
      >;
      const { number } = open[0] ?? {};
      const words = expect.not.stringContaining('enc') as unknown;
      expect(candidates).toContainEqual({ kind: 'suggestion', id, number, words });
      const all = members.map(({ person }) => person);
      const yes = passes ? all.length : Math.floor(all.length / 2);
      const subject = { kind: 'suggestion', id };
      const items = [{ title: '列为重点督办', for: yes, against: 0, abstain: 0, subject }];
      const { data } = await ask('bh-staff', 'recordMeeting', { ...meeting, persons: all, items });
      const document = (data as { meeting: string }).meeting;
      const delivered = { township: 'bh', document } as never;
      await onMeetingRecorded(delivered, cloud.clock.now());
      await onMeetingRecorded(delivered, cloud.clock.now());
      expect(
        toldActs(cloud, 'suggestions')
          .filter(({ of }) => of === id)
          .at(-1),
      ).toMatchObject({
        act: 'decideKey',
        by: 'system',
      });
      expect(keyOf()?.state).toBe(passes ? 'decided' : undefined);
      cloud.clock.set(cloud.clock.now() + 90_000);
    }
  });
});
