import type { NoticeCard } from '../../../miniprogram/contract/notify';
import type { Message } from '../../../cloudfunctions/notify/messages/store';
import { encryptField } from '../../../cloudfunctions/shared/cipher';
import { submit } from '../request/requests';
import { openPostOffice, type PostOffice } from './support/post-office';

jest.setTimeout(120_000);

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office.closeAll());
beforeEach(() => office.reset());

interface Page {
  notices: NoticeCard[];
  next?: string;
}

const notices = async (openid: string) => {
  const answer = await office.act(openid, 'notify', 'notices');
  return { ...(answer.data as { unread: number; templates: object }), calls: answer.cost.calls };
};

test('unread until seen, newest first, in two calls', async () => {
  await submit(office, 'asker', { deputy: 'p5' });
  await office.act('asker', 'notify', 'kick');
  expect(await notices('asker')).toMatchObject({ unread: 1, calls: 2 });
  expect(Object.keys((await notices('asker')).templates)).toEqual(['reminder', 'change', 'progress', 'task']);
  const answer = await office.act('asker', 'notify', 'inbox');
  expect(answer.cost.calls).toBe(2);
  const { notices: rows } = answer.data as Page;
  expect(rows).toMatchObject([{ title: '收到您反映的事了', unread: true }]);
  await office.act('asker', 'notify', 'seen', { until: rows[0]?.at });
  expect(await notices('asker')).toMatchObject({ unread: 0 });
  expect(((await office.act('asker', 'notify', 'inbox')).data as Page).notices[0]?.unread).toBe(false);
});

test('a thousand rows: each page reads no more than it shows, and none twice', async () => {
  await submit(office, 'asker', { deputy: 'p5' });
  await office.act('asker', 'notify', 'kick');
  const [row] = office.rows('asker');
  const rows = Array.from({ length: 1_000 }, (_, n) => ({
    ...row,
    _id: `bh~${String(n).padStart(20, '0')}`,
    seq: `1700000000000${String(n).padStart(8, '0')}`,
  }));
  await office.database.importDocuments('inbox', rows);
  const seen = new Set<string>();
  let after: string | undefined;
  for (let page = 0; page < 3; page++) {
    const { data, cost } = await office.act('asker', 'notify', 'inbox', after === undefined ? {} : { after });
    expect(cost.examined).toBeLessThanOrEqual(2 * 20);
    for (const { notice } of (data as Page).notices) seen.add(notice);
    after = (data as Page).next;
  }
  expect(seen.size).toBe(60);
});

test('nobody reads another’s inbox, and nobody’s seen counts for another', async () => {
  await submit(office, 'asker', { deputy: 'p5' });
  await office.act('asker', 'notify', 'kick');
  expect(((await office.act('other', 'notify', 'inbox')).data as Page).notices).toEqual([]);
  await office.act('other', 'notify', 'seen', { until: office.clock.now() });
  expect(await notices('asker')).toMatchObject({ unread: 1 });
});

describe('the call list', () => {
  const CALL = `bh~${'c'.repeat(20)}`;
  beforeEach(async () => {
    const now = office.clock.now();
    const message: Message = {
      _id: CALL,
      township: 'bh',
      rev: 1,
      account: 'b0',
      openid: '',
      event: 'place-given',
      title: '候补到了',
      name: encryptField('金丝雀'),
      phone: encryptField('13900001111'),
      template: '',
      data: {},
      page: '',
      call: '您候补的接访轮到了，您来得了吗？',
      thread: 't',
      at: now,
      seq: `${String(now)}cccccccc`,
      until: 0,
      nextAt: 0,
      state: 'unreached',
      list: 'call',
      attempts: 0,
      code: '',
    };
    await office.database.importDocuments('messages', [message]);
  });

  test('shows whom to call with a masked name and what to say, to the office alone', async () => {
    const { data } = await office.act('bh-staff', 'notify', 'calls');
    expect(data).toMatchObject({
      calls: [
        {
          call: CALL,
          who: '金*雀',
          sentence: '您候补的接访轮到了，您来得了吗？',
          phone: true,
          state: 'open',
        },
      ],
    });
    expect(JSON.stringify(data)).not.toMatch(/13900001111|金丝雀/);
    for (const openid of ['bh-p5', 'asker', 'qs-staff'])
      expect(await office.act(openid, 'notify', 'calls')).toMatchObject({ code: 'not-allowed' });
  });

  test('the number comes against a reason, which stays in the audit with who asked', async () => {
    const asked = { call: CALL, reason: '电话告知候补' };
    const { data } = await office.act('bh-staff', 'notify', 'revealCall', asked);
    expect(data).toEqual({ phone: '13900001111', name: '金丝雀' });
    const rows = office.all<{ act: string; words?: string; document: string }>('audit');
    const found = rows.filter(({ act }) => act === 'reveal');
    expect(found).toMatchObject([{ document: CALL, words: '电话告知候补' }]);
    expect(JSON.stringify(found)).not.toMatch(/13900001111|金丝雀/);
  });

  test('the same key with another reason is refused, and leaves no row', async () => {
    const key = 'reveal-once-0001';
    const reveal = (reason: string) => {
      const input = { township: 'bh', call: CALL, reason };
      return office.invoke('notify', 'revealCall', input, { openid: 'bh-staff', key });
    };
    const before = office.all('audit').length;
    expect(await reveal('电话告知候补')).toMatchObject({ ok: true });
    expect(await reveal('电话告知候补')).toMatchObject({ ok: true });
    expect(await reveal('另一个原因')).toMatchObject({ code: 'key-reused' });
    expect(office.all('audit').length).toBe(before + 1);
  });

  test('who was reached leaves the list, who was not there stays and says so; repeated it is the same', async () => {
    const settle = (state: string) => office.act('bh-staff', 'notify', 'settleCall', { call: CALL, state });
    expect(await settle('missed')).toMatchObject({ ok: true });
    expect((await office.act('bh-staff', 'notify', 'calls')).data).toMatchObject({
      calls: [{ state: 'missed' }],
    });
    expect(await settle('called')).toMatchObject({ ok: true });
    expect(await settle('called')).toMatchObject({ ok: true });
    expect(await settle('missed')).toMatchObject({ code: 'not-found' });
    expect((await office.act('bh-staff', 'notify', 'calls')).data).toEqual({ calls: [] });
  });
});
