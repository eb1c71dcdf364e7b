/**
 * What an event says of what it is about: to whom, in which words, opening which page, with which message. In process, from
 * the sample, as it is or with one document changed.
 */
import { tell } from '../../../../cloudfunctions/notify/tell/tell';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { toldLines } from '../support/told-lines';
import { CASES, type Case } from './cases';
import { CONGRESS_CASES } from './congress-cases';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

let cloud: InProcessCloud;
const seed = new Map<string, { _id: string }[]>();
beforeAll(async () => {
  cloud = await startInProcess({}, { lives: true });
  for (const name of ['days', 'requests', 'suggestions', 'activities', 'bans', 'disputes'])
    seed.set(name, cloud.documents(name));
});
beforeEach(() => {
  for (const [name, documents] of seed) cloud.replace(name, documents);
  for (const name of ['inbox', 'messages']) cloud.replace(name, []);
});

let count = 0;
async function hear(event: string, document: string, about: object = {}): Promise<string[]> {
  const at = cloud.clock.now();
  const entry = { id: `e${String(count++)}`, event, at, about: about as Record<string, string>, attempts: 0 };
  await tell({ ...entry, township: document.slice(0, 2), collection: 'any', document }, at);
  return toldLines(cloud);
}

test.each([...CASES, ...CONGRESS_CASES].map((one): [string, Case] => [`${one.event} ${one.but ?? ''}`, one]))(
  '%s',
  async (_name, one) => {
    const { event, document, about, change, told } = one;
    if (change) {
      const [collection, _id, own] = change;
      const all = cloud.documents<{ _id: string }>(collection);
      const [before, others] = [all.find((row) => row._id === _id), all.filter((row) => row._id !== _id)];
      cloud.replace(collection, [...others, { ...before, _id, ...own }]);
    }
    expect(await hear(event, document, about)).toEqual(told);
  },
);

test('session-noticed: everybody of its base, as it was on its first day', async () => {
  const [line = '', ...more] = await hear('session-noticed', 'bh~s191');
  expect(more).toEqual([]);
  const [openids = '', words] = line.split(': ');
  expect(words).toBe(
    '会议通知：镇十九届人大一次会议 | 12月21日在镇政府三楼会议室开会。请点开答复：参加或请假。 | deputy/session/session?session=s191 | reminder',
  );
  expect(openids.split(' ')).toHaveLength(45);
});
