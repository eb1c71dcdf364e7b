/** 操作记录: who did what to what and when, for chief and administrator; never what anybody said. */
import { main as notify } from '../../../../cloudfunctions/notify/index';
import { actId, nameAct } from '../../../../cloudfunctions/notify/audit/rules/audit-words';
import type { AuditRow } from '../../../../cloudfunctions/notify/audit/rules/seal';
import type { Invitation } from '../../../../cloudfunctions/registry/invitations/rules/invitation';
import { main as registry } from '../../../../cloudfunctions/registry/index';
import { main as overview } from '../../../../cloudfunctions/overview/index';
import { main as request } from '../../../../cloudfunctions/request/index';
import { sealWaiting } from '../../../../cloudfunctions/notify/audit/store';
import { accountOf } from '../../../../cloudfunctions/shared/cipher';
import { toLocalDate } from '../../../../cloudfunctions/shared/china-time';
import type { AuditCard, AuditFilter, AuditKind } from '../../../../miniprogram/contract/audit';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { turnstile } from '../../../support/memory-database';
import { newKey, submission } from '../../request/requests';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

const CANARY = '金丝雀';
let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ notify, overview, registry, request });
  // What the sample left behind is shipped.
  await relay();
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 90_000);
  cloud.replace('audit', []);
  asker = newKey();
});
/** Somebody else in each test. */
let asker = '';

const act = async (fn: string, action: string, input: object, openid: string) => {
  const answer = await cloud.invoke(fn, action, { township: 'bh', ...input }, { openid, key: newKey() });
  if (!answer.ok) throw new Error(`${fn}.${action}: ${JSON.stringify(answer)}`);
  return answer.data as Record<string, string>;
};
const relay = () => act('notify', 'kick', {}, 'somebody');

interface Page {
  rows: AuditCard[];
  next?: string;
  kinds?: AuditKind[];
}
async function list(filter: AuditFilter = {}, openid = 'bh-p1', after?: string): Promise<Page> {
  const input = { township: 'bh', filter, ...(after !== undefined && { after }) };
  const answer = await cloud.invoke('overview', 'audit', input, { openid });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  expect(answer.cost.calls).toBeLessThanOrEqual(6);
  return answer.data as Page;
}

/** A matter that staff titled, and a setting that staff changed. */
async function something(changes: object = {}): Promise<string> {
  const said = { text: `${CANARY}正文`, name: `${CANARY}称呼`, phone: '13987654321' };
  const { request: id = '' } = await act('request', 'submit', submission({ ...said, ...changes }), asker);
  cloud.clock.set(cloud.clock.now() + 1_000);
  const step = { act: 'setTitle', title: `${CANARY}标题` };
  await act('request', 'act', { request: id, step }, 'bh-staff');
  const helper = { role: 'helper', name: `${CANARY}村干部`, village: 'v1', phoneLast4: '0000' };
  await act('registry', 'issueInvitation', helper, 'bh-staff');
  await relay();
  return id;
}

test('the chief reads who did what to what, newest first, and nothing of what was said', async () => {
  const id = await something();
  const stored = cloud.documents<{ _id: string; number: string }>('requests');
  const number = stored.find(({ _id }) => _id === id)?.number ?? '';
  const { rows, kinds } = await list();
  const matter = rows.filter(({ on }) => on.includes(number));
  expect(matter.map(({ did }) => did)).toEqual(['写标题', '反映']);
  expect(matter[0]?.who).toMatch(/人大办工作人员/);
  expect(matter[1]?.who).toBe(`群众 ${accountOf(asker).slice(0, 4)}`);
  expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).sort((one, other) => other - one));
  expect(kinds?.length).toBeGreaterThan(10);
  expect(JSON.stringify(matter)).not.toMatch(/金丝雀|13987654321/);
  // Of an invitation the name is told that its issuer wrote.
  expect(rows).toContainEqual(
    expect.objectContaining({ did: '发邀请', on: expect.stringContaining('金丝雀村干部') as string }),
  );
});

test('the administrator reads it too; staff, deputies and villagers do not', async () => {
  await something();
  expect((await list({}, 'bh-admin')).rows.length).toBeGreaterThan(0);
  for (const openid of ['bh-staff', 'bh-p5', asker, 'qs-staff'])
    expect(await cloud.invoke('overview', 'audit', { township: 'bh' }, { openid })).toMatchObject({
      code: 'not-allowed',
    });
});

test('narrowed to a person, an act and a day, and page by page without one row missing or twice', async () => {
  await something();
  const all = (await list()).rows;
  const [titled] = all.filter(({ did }) => did === '写标题');
  const { by = '', act: asked = '' } = titled ?? {};
  expect((await list({ act: asked })).rows).toEqual([titled]);
  expect((await list({ by })).rows.map(({ who }) => who)).toEqual([titled?.who, titled?.who]);
  expect((await list({ by, act: asked, day: toLocalDate(cloud.clock.now()) })).rows).toEqual([titled]);
  expect((await list({ day: '2026-11-01' })).rows).toEqual([]);

  const [one] = cloud.documents<AuditRow>('audit');
  const many = Array.from({ length: 45 }, (_, n) => ({
    ...one,
    _id: `bh~x~${String(n)}`,
    seq: `1700000000000${String(n).padStart(8, '0')}`,
    collection: 'rosters',
    document: 'bh~2026',
  }));
  cloud.replace('audit', many);
  const seen: string[] = [];
  let page = await list();
  for (; ; page = await list({}, 'bh-p1', page.next)) {
    seen.push(...page.rows.map(({ row }) => row));
    if (page.next === undefined) break;
  }
  expect(seen).toEqual(many.map(({ _id }) => _id).reverse());
});

test('a page is short, since the request that each row names is read beside it, and fits the phone', async () => {
  const id = await something();
  const one = cloud.documents<AuditRow>('audit').find(({ document }) => document === id);
  const request = cloud.documents<{ _id: string }>('requests').find(({ _id }) => _id === id);
  const ids = Array.from({ length: 45 }, (_, n) => `${id.slice(0, -2)}${String(n + 10)}`);
  cloud.replace(
    'requests',
    ids.map((_id) => ({ ...request, _id })),
  );
  cloud.replace(
    'audit',
    ids.map((document, n) => ({
      ...one,
      _id: document,
      document,
      seq: `17000000000${String(n + 10)}aaaaaaaa`,
    })),
  );
  const page = await list();
  expect(page.rows).toHaveLength(10);
  expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThanOrEqual(16 * 1_024);
});

test('a chief from whom a matter is kept finds no row about it, by whichever grant', async () => {
  const rowsOn = async (id: string, openid: string) =>
    (await list({}, openid)).rows.filter(({ row }) => row.startsWith(id.replace('~', '~requests~')));
  const id = await something({ recused: ['p1'] });
  expect(await rowsOn(id, 'bh-admin')).toHaveLength(2);
  expect(await rowsOn(id, 'bh-p1')).toEqual([]);
  // An administrator by a grant that names no person, and a deputy beside.
  const grants = cloud.documents<Invitation>('invitations');
  const admin = grants.find(({ openid }) => openid === 'bh-admin');
  cloud.replace('invitations', [
    ...grants,
    { ...admin, _id: 'bh~second', openid: 'bh-p5', account: accountOf('bh-p5') },
  ]);
  const other = await something({ recused: ['p5'], text: `${CANARY}另一件` });
  expect(await rowsOn(other, 'bh-admin')).toHaveLength(2);
  expect(await rowsOn(other, 'bh-p5')).toEqual([]);
});

test('names are read of those alone whom a page names, however many a township has', async () => {
  await something();
  const grants = cloud.documents<Invitation>('invitations');
  const [one] = grants;
  // Ended long ago, and found first by whoever reads all.
  const ended = Array.from({ length: 1_200 }, (_, n) => {
    const account = accountOf(`gone-${String(n)}`);
    return { ...one, _id: `bh~0${String(n)}`, openid: `gone-${String(n)}`, account, state: 'revoked' };
  });
  cloud.replace('invitations', [...ended, ...grants]);
  const { rows } = await list();
  expect(rows.find(({ did }) => did === '写标题')?.who).toMatch(/人大办工作人员/);
  cloud.replace('invitations', grants);
});

test('every act that the audit holds has a name', async () => {
  await something();
  const rows = cloud.documents<AuditRow>('audit');
  const unnamed = rows.filter(({ collection, act: done }) => nameAct(collection, done) === undefined);
  expect(unnamed.map(({ collection, act: done }) => actId(collection, done))).toEqual([]);
});

test('rows that an act wrote straight into the audit are sealed without anything else happening', async () => {
  await something();
  await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: 'somebody' });
  expect(await sealWaiting(['bh', 'qs'], cloud.clock.now())).toBeGreaterThan(0);
  expect(cloud.documents<AuditRow>('audit').filter(({ unsealed }) => unsealed)).toEqual([]);
  const before = turnstile.calls;
  expect(await sealWaiting(['bh', 'qs'], cloud.clock.now())).toBe(0);
  expect(turnstile.calls - before).toBe(1);
});
