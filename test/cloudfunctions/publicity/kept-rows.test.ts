/** What acts on the office's own settings, templates, plans and keys leave behind and answer. In process. */
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import type { InProcessCloud } from '../../support/in-process';
import { newKey } from '../request/requests';
import { ask, CHIEF, compose, lastOf, STAFF, startWriting, view } from './writing-desk';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
jest.mock('../../../cloudfunctions/shared/files', () => ({
  linkFiles: (files: readonly string[]) => Promise.resolve(files.map((file) => `https://link/${file}`)),
}));

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startWriting();
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 61_000);
});

describe('what the office keeps', () => {
  const row = (name: string) => {
    const found = cloud.documents<{ _id: string }>('publicityrows').find(({ _id }) => _id === `bh~${name}`);
    return lastOf(found);
  };
  const account = () => accountOf(STAFF);

  test('settings: the edition that was seen, its event, and nothing over somebody else’s', async () => {
    const settings = { account: 'own', publish: 'submit', author: '镇人大' };
    expect((await ask(STAFF, 'settings')).data).toMatchObject({
      edition: 0,
      settings: { account: 'district', publish: 'leave' },
    });
    const key = newKey();
    const save = (edition: number) => ask(CHIEF, 'saveSettings', { edition, settings }, key);
    expect(await save(0)).toMatchObject({ data: { edition: 1 } });
    expect(await save(0)).toMatchObject({ data: { edition: 1 } });
    expect(await ask(CHIEF, 'saveSettings', { edition: 0, settings })).toMatchObject({ code: 'row-changed' });
    expect((await ask(STAFF, 'settings')).data).toMatchObject({ edition: 1, settings });
    expect(row('settings')).toMatchObject({
      row: { act: 'publicity-settings-saved', of: 'settings', by: 'p1', from: '', to: '' },
      event: { event: 'publicity-settings-saved', about: { rows: 'settings' } },
    });
    const article = await compose();
    expect((await view(article)).content.author).toBe('镇人大');
  });

  test('templates: without pictures, as many as there may be, dropped by name', async () => {
    const template = (id: string) => ({
      id,
      name: `模板${id}`,
      kind: 'blank',
      title: '某',
      digest: '',
      blocks: [
        { id: 'p', type: 'picture', picture: { file: 'cloud://x/y.jpg', faces: 'none' }, caption: '图' },
      ],
    });
    const read = async () =>
      (await ask(STAFF, 'templates')).data as { edition: number; templates: { id: string }[] };
    const usual = (await read()).templates.length;
    expect(await ask(STAFF, 'dropTemplate', { edition: 0, template: 't1' })).toMatchObject({
      code: 'not-found',
    });
    expect(await ask(STAFF, 'saveTemplate', { edition: 0, template: template('t1') })).toMatchObject({
      data: { edition: 1 },
    });
    expect(row('templates')).toMatchObject({
      row: { act: 'template-saved', of: 't1', by: account() },
      event: { event: 'template-saved', about: { rows: 'templates' } },
    });
    const own = (await read()).templates.find(({ id }) => id === 't1');
    expect(own).toMatchObject({ blocks: [{ picture: { file: '', faces: 'unknown' }, caption: '图' }] });
    await ask(STAFF, 'saveTemplate', { edition: 1, template: template('t1') });
    expect((await read()).templates).toHaveLength(usual + 1);
    expect(await ask(STAFF, 'dropTemplate', { edition: 2, template: 't2' })).toMatchObject({
      code: 'not-found',
    });
    expect(await ask(STAFF, 'dropTemplate', { edition: 1, template: 't1' })).toMatchObject({
      code: 'row-changed',
    });
    expect(await ask(STAFF, 'dropTemplate', { edition: 2, template: 't1' })).toMatchObject({
      data: { edition: 3 },
    });
    expect(row('templates').row).toMatchObject({ act: 'template-dropped', of: 't1' });
    expect((await read()).templates).toHaveLength(usual);
  });

  test('a plan: its rows in the order of their days, each with its own edition', async () => {
    const activity = (id: string, date: string) => ({
      id,
      profession: '教师',
      title: `第${id}课`,
      speaker: '',
      date,
      place: '中心小学',
      state: 'done',
      people: 86,
    });
    const save = (edition: number, one: object) =>
      ask(STAFF, 'saveActivity', { year: 2026, edition, activity: one });
    expect(await save(1, activity('b', '2026-12-04'))).toMatchObject({ code: 'row-changed' });
    expect(await save(0, activity('b', '2026-12-04'))).toMatchObject({ data: { edition: 1 } });
    expect(await save(0, activity('c', '2026-12-01'))).toMatchObject({ data: { edition: 2 } });
    expect(await save(0, activity('a', '2026-12-04'))).toMatchObject({ data: { edition: 3 } });
    expect(await save(0, activity('a', '2026-12-05'))).toMatchObject({ code: 'row-changed' });
    expect(row('plan-2026')).toMatchObject({
      row: { act: 'activity-saved', of: 'a' },
      event: { event: 'activity-saved', about: { rows: 'plan-2026' } },
    });
    const { data } = await ask(STAFF, 'compose', { from: { kind: 'activity', of: '2026-a' } });
    const { article } = data as { article: string };
    const plan = (await ask(STAFF, 'plan', { year: 2026 })).data as { activities: { id: string }[] };
    expect(plan.activities.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(plan.activities[1]).toMatchObject({ article, articleState: 'draft', edition: 3 });
    expect(plan.activities[0]).not.toHaveProperty('article');
    expect((await ask(STAFF, 'plan', { year: 2027 })).data).toEqual({ year: 2027, activities: [] });
    expect((await view(article)).sourceWords).toBe('12月4日 第a课');
    const open = (await ask(STAFF, 'happenings', { kind: 'activity' })).data as { happenings: object[] };
    expect(open.happenings).toEqual([
      {
        source: { kind: 'activity', of: '2026-b' },
        title: '第b课',
        date: '2026-12-04',
        words: '中心小学 · 86人次',
      },
      {
        source: { kind: 'activity', of: '2026-c' },
        title: '第c课',
        date: '2026-12-01',
        words: '中心小学 · 86人次',
      },
    ]);
    for (const id of ['2026-x', '2025-a'])
      expect(await ask(STAFF, 'compose', { from: { kind: 'activity', of: id } })).toMatchObject({
        code: 'not-found',
      });
  });

  test('keys that nobody entered are none to revoke', async () => {
    expect((await ask('bh-admin', 'officialKeys')).data).toMatchObject({ edition: 0, rows: [] });
    const revoke = (edition: number) => ask('bh-admin', 'revokeOfficialKeys', { edition, words: '停用' });
    expect(await revoke(0)).toMatchObject({ code: 'wrong-state' });
    expect(await revoke(1)).toMatchObject({ code: 'row-changed' });
  });
});
