/** A township set up from nothing, as its administrator, chief and office do it; people are invented. */
import type { DirectoryKind, DirectoryRows, Invited } from '../../../../miniprogram/contract/registry-office';
import type { Gateway } from './gateway';

export const ADMIN = 'new-phone-1';
export const CHIEF = 'new-phone-2';
export const STAFF = 'new-phone-3';
export const CLERK = 'yl-clerk';
const SECOND_STAFF = 'new-phone-4';

const LAST4 = '1234';
const FROM = '2026-01-10';

export const HOMES = ['云岭代表之家', '石桥代表之家', '河口代表之家'];
export const VILLAGES = ['上云村', '下云村', '石桥村', '梨树村', '河口村', '竹林村'];

const SURNAMES = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈', '褚', '卫', '蒋', '沈'];
const GIVEN = ['大山', '秀兰', '长顺', '玉芬', '春生', '小荷', '永福', '桂花', '石头', '满仓'];

/** No two of the first 140 the same. */
export const nameOf = (n: number): string =>
  `${SURNAMES[n % SURNAMES.length] ?? ''}${GIVEN[Math.floor(n / SURNAMES.length) % GIVEN.length] ?? ''}`;

/** Town deputies p1 to p18, three a village; of the district p19 to p21; of the party committee p22 and p23. */
const TOWN = 18;
const DISTRICT = 3;
const COMMITTEE = 2;
export const townDeputies = Array.from({ length: TOWN }, (_, n) => `p${String(n + 1)}`);
export const districtDeputies = Array.from({ length: DISTRICT }, (_, n) => `p${String(TOWN + n + 1)}`);

/** The account of a person; the chair is the one who holds the chief's phone. */
export const accountOf = (person: string): string => (person === 'p1' ? CHIEF : `yl-${person}`);

const homeOf = (village: number): string => `h${String(Math.floor(village / 2) + 1)}`;
const groupOf = (village: number): string => `g${String(Math.floor(village / 2) + 1)}`;

function membershipOf(n: number): DirectoryRows['person']['memberships'][number] {
  const base = { term: 't1', from: FROM };
  if (n >= TOWN + DISTRICT) return Object.assign(base, { receiver: true, title: '党委委员' });
  if (n >= TOWN) {
    const village = (n - TOWN) * 2;
    const where = { group: groupOf(village), home: homeOf(village) };
    return Object.assign(base, { level: 'district' as const, constituency: 'c7' }, where);
  }
  const village = n % VILLAGES.length;
  const where = {
    constituency: `c${String(village + 1)}`,
    group: groupOf(village),
    home: homeOf(village),
    leader: n === 6 || n === 8 || n === 10,
  };
  const title = n === 0 ? { title: '人大主席', presidium: true } : n === 1 ? { presidium: true } : {};
  return Object.assign(base, { level: 'town' as const }, where, title);
}

async function write<K extends DirectoryKind>(
  gateway: Gateway,
  kind: K,
  rows: readonly DirectoryRows[K][],
  by = ADMIN,
): Promise<void> {
  const edits = rows.map((row) => ({ id: '', seen: '', row }));
  await gateway.ask('registry', 'editBook', by, { kind, edits, reason: '开通' } as never);
}

async function writeDirectory(gateway: Gateway): Promise<void> {
  await write(gateway, 'term', [{ name: '第十八届', from: FROM }]);
  await write(
    gateway,
    'home',
    HOMES.map((name, n) => ({
      name,
      address: `云岭镇人民路${String(n + 1)}号`,
      landline: `0571-8888123${String(n)}`,
      marketDays: [],
    })),
  );
  await write(
    gateway,
    'village',
    VILLAGES.map((name, n) => ({
      name,
      formerNames: [],
      villagerGroups: [
        { id: '', name: '一组' },
        { id: '', name: '二组' },
      ],
      home: homeOf(n),
    })),
  );
  const groups = HOMES.map((_, n) => ({ name: `第${'一二三'[n] ?? ''}代表小组`, home: `h${String(n + 1)}` }));
  await write(gateway, 'group', groups);
  const all = VILLAGES.map((_, n) => `v${String(n + 1)}`);
  await write(gateway, 'constituency', [
    ...VILLAGES.map((name, n) => ({
      name: `${name}选区`,
      level: 'town' as const,
      villages: [`v${String(n + 1)}`],
    })),
    { name: '区代表选区', level: 'district', villages: all },
  ]);
  const people = Array.from({ length: TOWN + DISTRICT + COMMITTEE }, (_, n) => ({
    name: nameOf(n),
    strokes: n + 1,
    absent: [],
    memberships: [membershipOf(n)],
  }));
  await write(gateway, 'person', people);
  const { rows } = await gateway.ask('registry', 'book', ADMIN, { part: 'names' });
  if (!rows.some(({ kind }) => kind === 'category'))
    await write(gateway, 'category', [
      { name: '基础设施建设', hint: '路灯、村道、桥' },
      { name: '环境卫生整治', hint: '垃圾、河道' },
      { name: '惠农政策落实', hint: '补贴、农机' },
    ]);
  await write(gateway, 'unit', [{ name: '村镇建设办', categories: [] }]);
  const edits = all.map((id, n) => ({ id, seen: '', row: { group: groupOf(n) } }));
  await gateway.ask('registry', 'editBook', ADMIN, { kind: 'fallback', edits, reason: '开通' });
}

/** One invites, the invited claims with the code and the phone's last digits, another confirms. */
async function invite(
  gateway: Gateway,
  by: string,
  confirms: string,
  openid: string,
  invited: Omit<Invited, 'phoneLast4'>,
): Promise<void> {
  const whom = Object.assign({ phoneLast4: LAST4 }, invited);
  const { code, invitation } = await gateway.ask('registry', 'issueInvitation', by, whom);
  await gateway.ask('registry', 'claimInvitation', openid, { code, phoneLast4: LAST4 });
  await gateway.ask('registry', 'confirmInvitation', confirms, { invitation });
}

export async function foundTownship(gateway: Gateway): Promise<void> {
  const secret = gateway.run.setupSecret;
  await gateway.ask('registry', 'setUp', ADMIN, { name: '云岭镇', secret });
  await gateway.ask('registry', 'saveDistrict', ADMIN, {
    card: {
      name: '清河区',
      host: '清河区人大常委会办公室',
      filingNumber: '办理中',
      complaints: '12345',
      privacyOfficer: '办公室 0571-88880000',
    },
  });
  await writeDirectory(gateway);
  await invite(gateway, ADMIN, ADMIN, CHIEF, { role: 'chief', person: 'p1' });
  await invite(gateway, ADMIN, CHIEF, STAFF, { role: 'staff', name: '文小满' });
  await invite(gateway, CHIEF, ADMIN, SECOND_STAFF, { role: 'staff', name: '卫小雨' });
  // The chair is a deputy as well: nobody confirms their own.
  await invite(gateway, STAFF, SECOND_STAFF, CHIEF, { role: 'deputy', person: 'p1' });
  for (const person of [...townDeputies.slice(1), ...districtDeputies]) {
    const leads = ['p7', 'p9', 'p11'].includes(person);
    await invite(gateway, STAFF, CHIEF, accountOf(person), { role: leads ? 'leader' : 'deputy', person });
  }
  await invite(gateway, STAFF, CHIEF, CLERK, { role: 'unit', name: '路建平', unit: 'u1' });
}
