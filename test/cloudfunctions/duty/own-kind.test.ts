/** A kind of activities of the township's own: from a row of the directory to the ledger and the papers. */
import { main as registry } from '../../../cloudfunctions/registry/index';
import { backEntryFor, toActivityInput } from '../../../cloudfunctions/duty/back-entry/rules/table';
import { sweepActivities } from '../../../cloudfunctions/duty/events/on-visits-old';
import type { ActivityDocument } from '../../../cloudfunctions/duty/activities/rules/activity-document';
import { openSaid } from '../../../cloudfunctions/duty/activities/store';
import { makeActivityPaper } from '../../../cloudfunctions/report/documents/rules/activity-papers';
import { activityColumns } from '../../../cloudfunctions/report/lists/rules/office-columns';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import type { OwnKind } from '../../../miniprogram/contract/activity-kinds';
import type { ActivityInput, ActivityView } from '../../../miniprogram/contract/duty';
import type { DirectoryView } from '../../../miniprogram/contract/registry-office';
import type { Places } from '../../../miniprogram/contract/registry';
import { CHIEF, DEPUTY, newKey, OTHER, openDuty, STAFF, TOWNSHIP, type Duty } from './support';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const NAME = '敬老助学';
const KIND: OwnKind = {
  heading: 'contact',
  unit: 'households',
  fields: ['village', 'household', 'words'],
  by: 'deputies',
  pictures: 'recorder',
};
const visit = (changes: Partial<ActivityInput> = {}): ActivityInput => ({
  kind: `own-${NAME}`,
  date: '2026-11-20',
  title: '送书到家',
  village: 'v4',
  household: { name: '周大山' },
  words: '孩子上了初中',
  ...changes,
});

let duty: Duty;
beforeEach(async () => {
  duty = await openDuty({ registry });
});

const directory = (): Directory => {
  const [found] = duty.cloud.documents<Directory>('townships').filter(({ _id }) => _id === TOWNSHIP);
  if (!found) throw new Error('the sample has no township');
  return found;
};

async function tagOf(id: string): Promise<string> {
  const input = { township: TOWNSHIP, part: 'settings' };
  const { data } = await duty.cloud.invoke('registry', 'book', input, { openid: CHIEF });
  const found = (data as DirectoryView).rows.find((row) => row.kind === 'ownKind' && row.id === id);
  return found?.tag ?? '';
}

async function edit(row: OwnKind | null, id = NAME, openid = CHIEF) {
  const edits = [{ id, seen: await tagOf(id), row }];
  const input = { township: TOWNSHIP, kind: 'ownKind', reason: '镇里的做法', edits };
  const answer = await duty.cloud.invoke('registry', 'editBook', input, { openid, key: newKey() });
  // What an instance remembers of the directory is at most a minute old.
  duty.cloud.clock.set(duty.cloud.clock.now() + 61_000);
  return answer;
}

const stored = (): ActivityDocument[] =>
  duty.cloud.documents<ActivityDocument>('activities').filter(({ kind }) => kind.startsWith('own-'));

const countOf = () => duty.count(`own-${NAME}`);

describe('the row', () => {
  it('is the chief’s and the clerk’s to write, and everybody’s phone knows it', async () => {
    expect(await edit(KIND, NAME, DEPUTY)).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await edit(KIND, NAME, STAFF)).toMatchObject({ ok: true, data: { ids: [NAME] } });
    const { data } = await duty.cloud.invoke(
      'registry',
      'places',
      { township: TOWNSHIP },
      { openid: DEPUTY },
    );
    expect((data as Places).ownKinds).toEqual([{ id: NAME, ...KIND }]);
  });

  it('has a name of its own, whatever its spelling', async () => {
    expect(await edit(KIND)).toMatchObject({ ok: true });
    for (const name of ['入户走访', '视察'])
      expect(await edit(KIND, name)).toMatchObject({ ok: false, details: { field: 'id', why: 'taken' } });
    for (const name of ['“ ”、', '十二个字以内的名字才能用在这里', '敬老、助学', ''])
      expect((await edit(KIND, name)).ok).toBe(false);
    expect(await edit(KIND, '“一活动、一行动”')).toMatchObject({ data: { ids: ['一活动一行动'] } });
  });

  it('counts households only where it asks for one', async () => {
    expect(await edit({ ...KIND, fields: ['words'] })).toMatchObject({
      ok: false,
      details: { field: 'fields', why: 'needed' },
    });
  });

  it('never goes', async () => {
    await edit(KIND);
    expect(await edit(null)).toMatchObject({ ok: false, details: { why: 'stays' } });
    expect(directory().ownKinds).toHaveLength(1);
  });
});

describe('an activity of it', () => {
  beforeEach(async () => {
    expect(await edit(KIND)).toMatchObject({ ok: true });
  });

  it('stands in the ledger under its own id and heading, and is counted in its unit', async () => {
    await duty.note(DEPUTY, visit());
    await duty.note(DEPUTY, visit({ date: '2026-11-21', title: '再去一次' }));
    await duty.note(OTHER, visit({ household: { name: '李四' } }));
    await duty.relay();
    expect(duty.facts().map(({ kind, heading }) => [kind, heading])).toEqual(
      Array.from({ length: 3 }, () => [`own-${NAME}`, 'contact']),
    );
    expect(await countOf()).toEqual({ n: 2, rows: 3, unknown: 0, entered: 0 });
    expect(await duty.rows(`own-${NAME}`)).toHaveLength(3);
    expect(await duty.count('visits')).toMatchObject({ rows: 0 });
    const { data } = await duty.ask(DEPUTY, 'record', { year: 2026 });
    const { rows } = data as { rows: { kind: string; heading?: string }[] };
    expect(rows.filter(({ heading }) => heading === 'contact')).toHaveLength(2);
  });

  it('is found in the office’s list by its kind, and leaves under its name', async () => {
    await duty.note(DEPUTY, visit());
    await duty.note(DEPUTY, { kind: 'help', date: '2026-11-20', title: '修好水管' });
    const { data } = await duty.ask(STAFF, 'listActivities', { scope: 'office', kind: `own-${NAME}` });
    const { activities } = data as { activities: { title: string }[] };
    expect(activities.map(({ title }) => title)).toEqual(['送书到家']);
    const columns = activityColumns(directory());
    const card = { ...activities[0], kind: `own-${NAME}` as const } as never;
    expect(columns.find(([head]) => head === '什么活动')?.[2](card)).toBe(NAME);
    const [first] = stored();
    if (!first) throw new Error('nothing is stored');
    const printed = Object.assign({}, first, { said: openSaid(first), opinions: [] });
    expect(JSON.stringify(makeActivityPaper(directory(), printed, 'archive'))).toContain(NAME);
  });

  it('asks what its row says and nothing else', async () => {
    for (const [wrong, field] of [
      [visit({ result: '办好了' }), 'activity.result'],
      [visit({ title: '' }), undefined],
      [visit({ planned: true }), 'activity.planned'],
      [visit({ kind: 'own-没有这一类' }), 'activity.kind'],
    ] as const) {
      const answer = await duty.act(STAFF, 'note', { activity: wrong });
      expect(answer).toMatchObject({ ok: false, code: 'bad-input', ...(field && { details: { field } }) });
    }
    const { title: _none, ...untitled } = visit();
    expect(await duty.act(STAFF, 'note', { activity: untitled })).toMatchObject({ code: 'bad-input' });
  });

  it('is recorded by whom its row names', async () => {
    await edit({ ...KIND, by: 'office' });
    expect(await duty.act(DEPUTY, 'note', { activity: visit() })).toMatchObject({ code: 'not-allowed' });
    expect(await duty.act(STAFF, 'note', { activity: visit({ persons: ['p5'] }) })).toMatchObject({
      ok: true,
    });
  });

  it('paused: no new one, on the phone or in a table; what is there is corrected and counted', async () => {
    const before = await duty.note(DEPUTY, visit());
    const cells = {
      kind: NAME,
      date: '2026-03-05',
      persons: directory().people.find(({ id }) => id === 'p5')?.name ?? '',
      title: '送书',
    };
    expect(toActivityInput(directory(), cells, '2026-11-23')).toMatchObject({
      kind: `own-${NAME}`,
      entered: true,
    });
    expect(backEntryFor(directory()).columns[0]?.choices).toContain(NAME);
    await edit({ ...KIND, paused: true });
    expect(await duty.act(DEPUTY, 'note', { activity: visit() })).toMatchObject({
      code: 'bad-input',
      details: { field: 'activity.kind' },
    });
    expect(toActivityInput(directory(), cells, '2026-11-23')).toEqual({ column: 'kind', why: 'unknown' });
    expect(backEntryFor(directory()).columns[0]?.choices).not.toContain(NAME);
    const to = visit({ household: { name: '王五' } });
    const { activity, edition } = before;
    expect(await duty.act(DEPUTY, 'correct', { activity, edition, to })).toMatchObject({ ok: true });
    await duty.relay();
    expect(await countOf()).toMatchObject({ n: 1, rows: 1 });
  });

  it('keeps what its kind meant on the day it was noted', async () => {
    const { activity } = await duty.note(DEPUTY, visit());
    await edit({ ...KIND, heading: 'group', pictures: 'all' });
    await duty.note(DEPUTY, visit({ title: '第二次' }));
    await duty.relay();
    expect(
      duty
        .facts()
        .map(({ heading }) => heading)
        .sort(),
    ).toEqual(['contact', 'group']);
    const { data } = await duty.ask(DEPUTY, 'activity', { activity });
    expect((data as ActivityView).own).toEqual({ heading: 'contact', pictures: 'recorder' });
  });

  it('loses its words after their time where its row says so', async () => {
    const { household: _whose, village: _where, ...plain } = visit({ date: '2026-01-05' });
    await duty.note(STAFF, plain);
    await edit({ ...KIND, fades: true });
    await duty.note(STAFF, plain);
    await duty.relay();
    const rows = { before: '2026-06-01', after: '', limit: 50, endsAt: Infinity };
    await sweepActivities(TOWNSHIP, rows, duty.cloud.clock.now());
    const words = stored().map((each) => [each.own?.fades ?? false, openSaid(each).words]);
    expect(words).toEqual(
      expect.arrayContaining([
        [false, '孩子上了初中'],
        [true, undefined],
      ]),
    );
    await duty.relay();
    expect(await countOf()).toMatchObject({ rows: 2 });
  });
});
