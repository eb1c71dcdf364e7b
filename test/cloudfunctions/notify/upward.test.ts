/** What a township brings before the district is heard there, wherever its role was given; the text is in no notice. */
import { main as congress } from '../../../cloudfunctions/congress/index';
import { main as notify } from '../../../cloudfunctions/notify/index';
import { main as request } from '../../../cloudfunctions/request/index';
import { accountOf, decryptField } from '../../../cloudfunctions/shared/cipher';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { newKey, submission } from '../request/requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const DISTRICT = 'qu-district';

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ congress, notify, request });
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 90_000);
});

const act = (fn: string, action: string, openid: string, input: object) =>
  cloud.invoke(fn, action, input, { openid, key: newKey() });

interface Told {
  event: string;
  account: string;
  township: string;
  title: string;
  words: string;
  page: string;
}

async function told(event: string): Promise<Told[]> {
  for (const [township, openid] of [
    ['bh', 'bh-staff'],
    ['qs', 'qs-staff'],
  ] as const)
    for (let n = 0; n < 3; n++) await act('notify', 'kick', openid, { township });
  const rows = cloud.documents<Told>('inbox').filter((one) => one.event === event);
  return rows.map((one) =>
    Object.assign({}, one, { title: decryptField(one.title), words: decryptField(one.words) }),
  );
}
const ofDistrict = (all: readonly Told[]) => all.filter(({ account }) => account === accountOf(DISTRICT));

it('hears that a request was passed up, in its own inbox, without a word of it', async () => {
  const said = Object.assign(submission(), { text: '金丝雀的话', name: '金丝雀' });
  const made = await act('request', 'submit', 'asker', Object.assign({ township: 'bh' }, said));
  const { request: id } = made.data as { request: string };
  const step = (wish: object) =>
    act('request', 'act', 'bh-staff', Object.assign({ township: 'bh', request: id }, { step: wish }));
  await step({ act: 'keep' });
  expect(await step({ act: 'passUp', summary: '跨镇水渠' })).toMatchObject({ ok: true });
  const rows = ofDistrict(await told('request-passed-up'));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ township: 'bh', page: 'office/district/district?room=passed' });
  expect(JSON.stringify(rows)).not.toContain('金丝雀');
  expect(JSON.stringify(rows)).not.toContain('跨镇水渠');
  const messages = cloud.documents<Told & { template: string }>('messages');
  expect(ofDistrict(messages).filter(({ event }) => event === 'request-passed-up')).toMatchObject([
    { template: 'task' },
  ]);
});

it('hears from another township in the same inbox, and only of what is asked upward', async () => {
  const note = (kind: string) =>
    act('congress', 'addNote', 'qs-staff', {
      township: 'qs',
      kind,
      date: '2026-11-20',
      words: '想学审议报告',
    });
  expect(await note('guide')).toMatchObject({ ok: true });
  expect(await note('visit')).toMatchObject({ ok: true });
  const rows = ofDistrict(await told('note-added'));
  expect(rows).toMatchObject([{ township: 'bh', title: '青石镇：请区里指导' }]);
  expect(rows[0]?.page).toBe('office/district/district?room=asked');
  expect(JSON.stringify(rows)).not.toContain('想学审议报告');
});

it('brings its answer back to the township that asked, with a message', async () => {
  const asked = await act('congress', 'listAsked', DISTRICT, { township: 'bh' });
  const [first] = (asked.data as { asked: { note: string }[] }).asked;
  const answer = { township: 'bh', note: first?.note ?? '', words: '下月来讲一次' };
  expect(await act('congress', 'answerAsked', DISTRICT, answer)).toMatchObject({ ok: true });
  const rows = await told('note-answered');
  expect(rows.map(({ township, account }) => [township, account])).toContainEqual([
    'qs',
    accountOf('qs-staff'),
  ]);
  expect(ofDistrict(rows)).toEqual([]);
});
