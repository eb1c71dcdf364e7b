/** One's own data: as a document, consents taken back, deleted with every word, while what happened still counts. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DayDocument } from '../../../cloudfunctions/reception/days/store';
import type { StoredFact } from '../../../cloudfunctions/duty/ledger/store';
import { accountOf, decryptField, isEncrypted } from '../../../cloudfunctions/shared/cipher';
import type { Slip } from '../../../miniprogram/contract/reception';
import { wordsOf } from '../../support/docx';
import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { samplePhoto, uploadFile } from '../../support/sample-files';
import { folderOf, newKey, submit, view } from './requests';
import { mustStep, relay, stored } from './steps';

jest.setTimeout(180_000);

const WHO = 'own-data-asker';
const DATE = '2026-12-07';
const CANARY = '金丝雀';
const township = { township: 'bh' };

let cloud: SampleCloud;
const dataDir = mkdtempSync(join(tmpdir(), 'own-data-'));
beforeAll(async () => {
  cloud = await startSampleCloud({ dataDir, instancesPerFunction: 1 });
});
afterAll(async () => {
  await cloud.close();
  rmSync(dataDir, { recursive: true });
});

async function must<T>(fn: string, action: string, input: object = {}, key = newKey()): Promise<T> {
  const answer = await cloud.invoke(fn, action, { ...township, ...input }, { openid: WHO, key });
  if (!answer.ok) throw new Error(`${fn}.${action}: ${JSON.stringify(answer)}`);
  return answer.data as T;
}

function bookEarliest(): Promise<Slip> {
  const days = [...cloud.database.exportDocuments('days')] as unknown as DayDocument[];
  const { place = {} } = days.find(({ date }) => date === DATE) ?? {};
  const free = Object.keys(place).find((each) => place[each] === 0) ?? '';
  const [home = ''] = free.split('-');
  const said = { wish: { who: 'any' }, whom: 'self', name: `${CANARY}称呼`, phone: '13987654321' };
  return must<Slip>('reception', 'book', { date: DATE, home, place: free, ...said });
}

const facts = () =>
  ([...cloud.database.exportDocuments('facts')] as unknown as StoredFact[]).filter(({ source }) =>
    source.includes('request~'),
  );

it('is printed whole for its owner, then every word of it is gone, and the counts stay', async () => {
  const photo = await uploadFile(cloud, WHO, `${await folderOf(cloud, WHO)}/1/1.jpg`, await samplePhoto());
  const said = { name: `${CANARY}名`, phone: '13987654321', text: `${CANARY}的话`, photos: [photo] };
  const privacy = { hideName: false, notOwnVillage: false, publishable: true, unitMayCall: true };
  const { request: over } = await submit(cloud, WHO, { ...said, privacy });
  const { request: going } = await submit(cloud, WHO, { ...said, photos: [], privacy, deputy: 'p5' });
  const slip = await bookEarliest();
  await relay(cloud);
  await mustStep(cloud, WHO, over, { act: 'withdraw', words: `${CANARY}不用了` });
  await relay(cloud);

  const [link = ''] = (await view(cloud, WHO, over)).photos;
  expect((await fetch(link)).status).toBe(200);

  const { file } = await must<{ file: string }>('report', 'ownData');
  const printed = wordsOf(Buffer.from(await (await fetch(file)).arrayBuffer()));
  for (const each of [said.text, said.name, said.phone, '照片 1 张', `${CANARY}称呼`, '约好'])
    expect(printed).toContain(each);

  expect(await must('request', 'withdrawConsents')).toEqual({ withdrawn: 2 });
  expect(stored(cloud, going).privacy).toMatchObject({ publishable: false, unitMayCall: false });
  expect(await must('request', 'withdrawConsents')).toEqual({ withdrawn: 0 });

  // Messages to WeChat wait, or stand on the call list.
  const mine = () =>
    ([...cloud.database.exportDocuments('messages')] as unknown as { account: string }[]).filter(
      ({ account }) => account === accountOf(WHO),
    );
  const sent = { account: accountOf(WHO), openid: WHO, title: CANARY, call: CANARY, seq: '1', nextAt: 0 };
  const message = { _id: `bh~${'m'.repeat(20)}`, township: 'bh', rev: 1, thread: 't', list: 'call', ...sent };
  await cloud.database.importDocuments('messages', [message]);
  expect(mine()).not.toEqual([]);
  const before = facts().filter(({ kind }) => kind === 'request-submitted').length;
  const key = newKey();
  expect(await must('reception', 'eraseOwn', {}, key)).toEqual({ cancelled: 1, erased: 1, left: 0 });
  expect(await must('request', 'eraseOwn', {}, key)).toEqual({ erased: 1, later: 1 });
  expect(await must('notify', 'eraseOwn', {}, key)).toMatchObject({ erased: expect.any(Number) as number });
  // Asked again, nothing is left to do.
  expect(await must('reception', 'eraseOwn', {}, key)).toEqual({ cancelled: 0, erased: 0, left: 0 });
  expect(await must('request', 'eraseOwn', {}, key)).toEqual({ erased: 0, later: 1 });

  // The audit keeps who asked for it; the document itself knows the account no more.
  await relay(cloud);
  const bare = stored(cloud, over);
  expect(bare).toMatchObject({ openid: '', photos: [], title: '内容已按本人要求删除' });
  expect(JSON.stringify(bare)).not.toContain(accountOf(WHO));
  // Whoever kept the link gets nothing by it either.
  expect((await fetch(link)).status).toBe(404);
  expect((await cloud.invoke('request', 'get', { ...township, request: over }, { openid: WHO })).code).toBe(
    'not-found',
  );
  // Freed for whoever comes next.
  const day = ([...cloud.database.exportDocuments('days')] as unknown as DayDocument[]).find(
    ({ date }) => date === DATE,
  );
  expect(day?.place[slip.place]).toBe(0);
  expect(Object.keys(day?.bookings[accountOf(WHO)] ?? {})).toEqual([]);

  // What was handled still needs its words, until it is over.
  expect((await view(cloud, WHO, going)).text).toBe(said.text);
  await mustStep(cloud, 'bh-p5', going, { act: 'explain', words: `${CANARY}说清了` });
  await mustStep(cloud, WHO, going, { act: 'solved' });
  await relay(cloud);
  await relay(cloud);
  expect(stored(cloud, going)).toMatchObject({ openid: '', title: '内容已按本人要求删除' });
  const after = facts().filter(({ kind }) => kind === 'request-submitted');
  expect(after).toHaveLength(before);
  // One person, counted as one, whom nobody knows.
  const parties = after.filter(({ source }) => source.endsWith(going)).map(({ party }) => party);
  expect(parties).toHaveLength(1);
  expect(files()).not.toMatch(/13987654321/);

  // What came since is told to nobody after the next tap; then no collection knows the person, whatever is opened.
  await must('notify', 'eraseOwn');
  expect(mine()).toEqual([]);
  const found = cloud.database.collectionNames().flatMap((name) =>
    [...cloud.database.exportDocuments(name)].flatMap((document) => {
      // What bounds acts on a day to come goes with the day (reception/events/on-clock.ts).
      const BOUNDS = ['acts', 'tries', 'moves', 'of', 'asked'];
      const kept = Object.entries(document).filter(([field]) => !(name === 'days' && BOUNDS.includes(field)));
      const said = JSON.stringify(openAll(Object.fromEntries(kept)));
      // The audit keeps that somebody asked for it, by account and without words; the relay's own rows go with it.
      const knows =
        !['audit', 'seals'].includes(name) && (said.includes(accountOf(WHO)) || said.includes(WHO));
      const holds = said.includes(CANARY) || said.includes('13987654321');
      return knows || holds ? [`${name}: ${said.slice(0, 300)}`] : [];
    }),
  );
  expect(found).toEqual([]);
});

/** With every encrypted text in it opened. */
function openAll(value: unknown): unknown {
  if (typeof value === 'string') return isEncrypted(value) ? decryptField(value) : value;
  if (Array.isArray(value)) return value.map(openAll);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, openAll(inner)]));
}

/** All bytes of the data folder, each a letter. */
function files(folder = dataDir): string {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => (statSync(path).isDirectory() ? files(path) : readFileSync(path).toString('latin1')))
    .join('');
}
