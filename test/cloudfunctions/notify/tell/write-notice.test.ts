/** What of a notice is stored, for whom, and who is told of what a role is about: as it is now. In process. */
import { main as notify } from '../../../../cloudfunctions/notify/index';
import type { Planned } from '../../../../cloudfunctions/notify/tell/rules/notice';
import { recallDistrict, recallHolders } from '../../../../cloudfunctions/notify/tell/role-holders';
import { tellDirectly } from '../../../../cloudfunctions/notify/tell/told-store';
import { writeNotices } from '../../../../cloudfunctions/notify/tell/write-notice';
import { accountOf, decryptField } from '../../../../cloudfunctions/shared/cipher';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { turnstile } from '../../../support/memory-database';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

const MINUTE_MS = 60_000;
interface Row {
  _id: string;
  account: string;
  title: string;
  words: string;
}

let cloud: InProcessCloud;
let grants: { openid?: string; role: string; township: string }[];
beforeAll(async () => {
  cloud = await startInProcess({ notify });
  grants = cloud.documents('invitations');
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 10 * MINUTE_MS);
  cloud.replace('invitations', grants);
  for (const name of ['inbox', 'messages']) cloud.replace(name, []);
});

const SUBJECT = { township: 'bh', event: 'made', document: 'bh~d1', occurrence: '1' };
const WORDS = { to: 'owner', title: '题', words: '话', page: 'p/p' };
const MESSAGE = { template: 'task' as const, data: { thing1: '值' } };
const write = (...planned: Planned[]) => writeNotices(SUBJECT, planned, cloud.clock.now());
const rows = <T = Row>(name: string) => cloud.documents<T>(name);

describe('a notice', () => {
  test('with a message: both under one id, written twice one; whole where whole is told', async () => {
    const now = cloud.clock.now();
    const recipient = { account: 'a1', openid: 'o1', person: 'p5', group: 'g3', name: 'n', phone: 'f' };
    const all = { call: '请打电话', sms: '短信', until: now + 9, notBefore: now + 5 };
    for (let n = 0; n < 2; n++) await write({ ...WORDS, ...all, recipient, message: MESSAGE });
    const [row, message] = [rows('inbox')[0], rows<Row & { data: { thing1: string } }>('messages')[0]];
    expect([rows('inbox').length, rows('messages').length, row?._id]).toEqual([1, 1, message?._id]);
    expect(row).toMatchObject({ account: 'a1', event: 'made', page: 'p/p', at: now });
    expect([row?.title, row?.words].map((text) => decryptField(text ?? ''))).toEqual(['题', '话']);
    expect(message).toMatchObject({
      ...recipient,
      township: 'bh',
      event: 'made',
      page: 'p/p',
      at: now,
      template: 'task',
      state: 'queued',
      list: '',
      attempts: 0,
      code: '',
      until: now + 9,
      nextAt: now + 5,
    });
    expect(decryptField(message?.data.thing1 ?? '')).toBe('值');
  });

  test('without more: at once, for ever, nobody is called; of a villager there is no person and no name', async () => {
    await write({ ...WORDS, recipient: { account: 'a1', openid: 'o1' }, message: MESSAGE });
    const [message] = rows('messages');
    expect(message).toMatchObject({ call: '', sms: '', until: 0, nextAt: cloud.clock.now() });
    for (const name of ['person', 'group', 'name', 'phone']) expect(message).not.toHaveProperty(name);
  });

  test.each([
    ['the inbox alone', { openid: 'o1' }, {}, 1, 0],
    ['the inbox alone, though there are words to call with', { openid: 'o1' }, { call: '请打电话' }, 1, 0],
    ['nobody to be told', { openid: '' }, { message: MESSAGE }, 0, 0],
    ['somebody to be called', { openid: '' }, { call: '请打电话', message: MESSAGE }, 0, 1],
  ])('%s', async (_what, { openid }, own, inbox, messages) => {
    await write({ ...WORDS, recipient: { account: 'a1', openid }, ...own });
    expect([rows('inbox').length, rows('messages').length]).toEqual([inbox, messages]);
    if (openid === '' && messages > 0)
      expect(rows('messages')[0]).toMatchObject({ openid: '', template: '', data: {} });
  });

  test('in another township’s inbox; messages of one document to one person are one thread', async () => {
    const recipient = { account: 'a1', openid: 'o1', township: 'qs' };
    await write(
      { ...WORDS, recipient, message: MESSAGE },
      { ...WORDS, to: 'lead', recipient, message: MESSAGE },
    );
    await write({ ...WORDS, recipient: { account: 'a2', openid: 'o2' }, message: MESSAGE });
    const messages = rows<Row & { thread: string; township: string }>('messages');
    expect(rows<{ township: string }>('inbox').map(({ township }) => township)).toEqual(['qs', 'qs', 'bh']);
    expect(messages.map(({ township }) => township)).toEqual(['qs', 'qs', 'bh']);
    expect(new Set(messages.map(({ thread }) => thread)).size).toBe(2);
    expect(messages[0]?.thread).toBe(messages[1]?.thread);
  });

  test('more than are written at once are all written', async () => {
    const many = Array.from({ length: 23 }, (_, n) => `a${String(n)}`);
    await write(...many.map((account) => ({ ...WORDS, recipient: { account, openid: account } })));
    expect(
      rows('inbox')
        .map(({ account }) => account)
        .sort(),
    ).toEqual([...many].sort());
  });
});

describe('who holds a role', () => {
  const held = async (openid: string, now = cloud.clock.now()) =>
    (await recallHolders('bh', now)).find((one) => one.openid === openid);

  test('with person, group and unit, as far as the role has them', async () => {
    expect(await held('bh-p5')).toEqual({
      account: accountOf('bh-p5'),
      openid: 'bh-p5',
      role: 'deputy',
      person: 'p5',
      group: 'g3',
    });
    expect(await held('bh-unit')).toEqual({
      account: accountOf('bh-unit'),
      openid: 'bh-unit',
      role: 'unit',
      unit: 'u1',
    });
    expect(await held('qs-staff')).toBeUndefined();
  });

  test('is read once in a minute, and anew by a clock that stands before', async () => {
    const now = cloud.clock.now();
    const calls = async (at: number, recall: (now: number) => Promise<unknown>) => {
      const before = turnstile.calls;
      await recall(at);
      return turnstile.calls - before > 0;
    };
    for (const recall of [(at: number) => recallHolders('bh', at), recallDistrict]) {
      const asked = [now, now + MINUTE_MS - 1, now + MINUTE_MS, now, now];
      const read = [];
      for (const at of asked) read.push(await calls(at, recall));
      expect(read).toEqual([true, false, true, true, false]);
    }
  });

  test('not before its first day, nor after its last', async () => {
    const change = (own: object) => grants.map((one) => (one.openid === 'bh-p5' ? { ...one, ...own } : one));
    for (const own of [{ from: '2099-01-01' }, { until: '2026-01-01' }]) {
      cloud.replace('invitations', change(own));
      cloud.clock.set(cloud.clock.now() + 2 * MINUTE_MS);
      expect(await held('bh-p5')).toBeUndefined();
    }
  });

  test('the district: each once, in the inbox of the first township that gave the role', async () => {
    const both = { account: accountOf('qu-district'), openid: 'qu-district', role: 'district' };
    const found = await recallDistrict(cloud.clock.now());
    expect(found).toEqual([{ ...both, township: 'bh' }]);
    cloud.replace('invitations', [...grants].reverse());
    cloud.clock.set(cloud.clock.now() + 2 * MINUTE_MS);
    expect(await recallDistrict(cloud.clock.now())).toEqual([{ ...both, township: 'bh' }]);
    const ended = grants.map((one) =>
      one.role === 'district' && one.township === 'bh' ? { ...one, until: '2026-01-01' } : one,
    );
    cloud.replace('invitations', ended);
    cloud.clock.set(cloud.clock.now() + 2 * MINUTE_MS);
    expect(await recallDistrict(cloud.clock.now())).toEqual([{ ...both, township: 'qs' }]);
  });
});

test('what is told directly: by the table, once, and nothing where nobody is told', async () => {
  const table = {
    made: [
      {
        to: 'office',
        who: () => [{ account: 'a1', openid: 'o1' }],
        tell: () => ({ title: '题', words: '话', page: 'p/p' }),
      },
    ],
    seen: { nobody: '看得到' },
  };
  const happened = { township: 'bh', document: 'bh~d1', id: '1', by: 'a2', at: cloud.clock.now() };
  for (const event of ['made', 'made', 'seen', 'unknown']) await tellDirectly(table, { ...happened, event });
  expect(rows('inbox')).toMatchObject([{ account: 'a1', event: 'made' }]);
});
