/** What a township asks the district for: seen with its name, answered once, and nothing that deputies said. */
import { main as congress } from '../../../../cloudfunctions/congress/index';
import type { NoteView } from '../../../../miniprogram/contract/congress/presidium';
import type { Output } from '../../../../miniprogram/contract/wire';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { newKey } from '../../request/requests';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ congress });
  cloud.replace('presidium', []);
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 90_000);
});
const ask = (openid: string, action: string, input: object = {}, township = 'bh', key = newKey()) =>
  cloud.invoke('congress', action, { township, ...input }, { openid, key });
const list = async () => (await ask('qu-district', 'listAsked')).data as Output<'congress', 'listAsked'>;
const note = (kind: string, words: string, more: object = {}) => ({
  kind,
  date: '2026-11-20',
  words,
  ...more,
});

it('shows the district what its townships ask for, and no more of their notes', async () => {
  const notes = [
    note('guide', '小组学习怎么组织'),
    note('visit', '区里来看过'),
    note('difficulty', '代表的困难', { person: 'p5' }),
  ];
  for (const each of notes) expect((await ask('bh-p1', 'addNote', each)).ok).toBe(true);
  expect((await ask('qs-staff', 'addNote', note('training', '想听预算审查'), 'qs')).ok).toBe(true);
  const { asked } = await list();
  const seen = asked.map(({ from, kind, words }) => [from, kind, words]);
  expect(seen).toHaveLength(2);
  expect(seen).toContainEqual(['白鹤镇', 'guide', '小组学习怎么组织']);
  expect(seen).toContainEqual(['青石镇', 'training', '想听预算审查']);
  expect(await ask('bh-staff', 'listAsked')).toMatchObject({ code: 'not-allowed' });
});

it('is answered once, whichever township it is of, and the office reads it', async () => {
  const { asked } = await list();
  const [guide, training] = ['guide', 'training'].map((kind) => asked.find((one) => one.kind === kind)?.note);
  const key = newKey();
  const say = (words: string, of = guide, by = key) =>
    ask('qu-district', 'answerAsked', { note: of, words }, 'bh', by);
  expect(await say('十二月来讲一课')).toMatchObject({ ok: true });
  expect(await say('十二月来讲一课')).toMatchObject({ ok: true });
  expect(await say('别的话')).toMatchObject({ code: 'key-reused' });
  expect(await say('再说一次', guide, newKey())).toMatchObject({ code: 'step-used' });
  expect(await say('开春办班', training, newKey())).toMatchObject({ ok: true });
  const seen = (await ask('bh-staff', 'guidance')).data as { notes: NoteView[] };
  expect(seen.notes.find((one) => one.note === guide)?.answer?.words).toBe('十二月来讲一课');
  expect(await ask('bh-staff', 'answerAsked', { note: guide, words: '某' })).toMatchObject({
    code: 'not-allowed',
  });
});

it('answers nothing that was not asked of it', async () => {
  const visit = cloud
    .documents<{ _id: string; kind: string }>('presidium')
    .find(({ kind }) => kind === 'visit');
  expect(await ask('qu-district', 'answerAsked', { note: visit?._id, words: '某' })).toMatchObject({
    code: 'not-found',
  });
});
