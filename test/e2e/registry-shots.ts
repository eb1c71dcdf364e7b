/** 名册, 人, 路由表, 设置, 身份和邀请 with the sample's own rows. */
import { listRows, PARTS } from '../../cloudfunctions/registry/directory/rules/directory-rows';
import { toPlaces } from '../../cloudfunctions/registry/directory/rules/directory';
import { listSettings } from '../../cloudfunctions/registry/directory/rules/setting-rows';
import { baiheDirectory } from '../../local/townships/baihe/book';
import type { RoutingRead } from '../../miniprogram/contract/report';
import type {
  DirectoryPart,
  DirectoryRow,
  InvitationRow,
  RouteRow,
} from '../../miniprogram/contract/registry-office';
import { NOW } from '../support/sample-answers';
import type { Replies } from '../support/stub-gateway';
import { fillIn, ok, press, pressExactly, type Shot } from './shot-kit';

const directory = baiheDirectory('2026-11-23');
const DAY = 86_400_000;
const grants = (['staff', 'chief'] as const).map((role) => {
  return { role, name: '文小满', state: 'confirmed' as const, since: 0 };
});

const invitation = (at: number, more: Partial<InvitationRow>): InvitationRow => ({
  invitation: `bh~${String(at).repeat(16)}`,
  role: 'deputy',
  name: '吕思源',
  group: 'g3',
  state: 'claimed',
  since: NOW - at * DAY,
  expiresAt: NOW + 10 * DAY,
  tries: 0,
  own: false,
  ...more,
});
const invitations = [
  invitation(1, {}),
  invitation(2, { role: 'unit', name: '段新路', unit: 'u3', group: 'g1' }),
  invitation(3, { role: 'helper', name: '买买提·样样提·样样江', village: 'v12', own: true }),
];

function replies(part: DirectoryPart, more: object = {}): Replies {
  const rows = PARTS[part].flatMap((kind) =>
    listRows(directory, kind).map(({ id, row }) => ({ kind, id, tag: 'tag', row }) as DirectoryRow),
  );
  const gaps = part === 'routing' ? [{ village: 'v12', category: 'road' }, { village: 'v11' }] : [];
  const settings = part === 'settings' ? listSettings(directory) : [];
  return {
    registry: {
      places: ok(toPlaces(directory, '2026-11-23')),
      whoAmI: ok({ folder: 'bh/u/a', grants, today: '2026-11-23' }),
      book: ok({ edition: 3, rows, gaps, settings }),
      tryRoute: ok({ rule: 'village', words: '石桥村的事 归第一代表小组', group: 'g1' }),
      listInvitations: ok({ rows: invitations }),
      issueInvitation: ok({ invitation: 'bh~x', code: 'k7q2m3xd', expiresAt: NOW + 14 * DAY }),
      editBook: {
        ok: false,
        code: 'still-used',
        details: { id: 'g3', n: 3, by: ['route~v4..*.2026-01-01'] },
      },
      ...more,
    },
  };
}

const BOOK = 'office/directory/directory';
const ROLES = 'office/roles/roles';
const of = (part: DirectoryPart) => ({ page: BOOK, query: { part }, replies: replies(part), wide: true });

/** As it stands, but for one row more, one less and one otherwise. */
const TABLE: readonly RouteRow[] = [
  ...directory.routing.rows.slice(1).map((row, at) => (at === 0 ? { ...row, reason: '例会定的' } : row)),
  { village: '*', category: 'road', group: 'g1', from: '2027-01-01' },
];

/** Someone chooses a file, and this is what the server reads in it. */
function reading(read: RoutingRead): Pick<Shot, 'replies' | 'act'> {
  return {
    replies: { ...replies('routing'), report: { readRoutingTable: ok(read) } },
    act: async (page) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('导入表格')(page)]);
      await chooser.setFiles({ name: '分派表.xlsx', mimeType: 'application/zip', buffer: Buffer.from('x') });
      await page
        .getByText(/什么都没有改|加 1 行/)
        .first()
        .waitFor();
    },
  };
}

export const registryShots: readonly Shot[] = [
  { name: 'book-routing', ...of('routing') },
  { name: 'book-route', ...of('routing'), act: press('石桥村 · 全部', '试一试'), whole: true },
  { name: 'book-table', ...of('routing'), ...reading({ rows: TABLE, faults: [] }), whole: true },
  {
    name: 'book-table-faults',
    ...of('routing'),
    whole: true,
    ...reading({
      rows: [],
      faults: [
        { line: 3, column: '村', why: 'unknown', text: '石桥新村' },
        { line: 9, column: '从哪天起', why: 'date', text: '下个月' },
        { line: 12, column: '村', why: 'doubled', text: '4' },
      ],
    }),
  },
  {
    name: 'book-merge',
    ...of('names'),
    whole: true,
    act: press('石桥村', '合村：并入别的村'),
  },
  { name: 'book-names', ...of('names') },
  { name: 'book-person', ...of('people'), act: press('石磊子'), whole: true },
  { name: 'book-settings', ...of('settings') },
  { name: 'book-setting', ...of('settings'), act: press('3 工作日'), whole: true },
  {
    name: 'book-refused',
    ...of('names'),
    ordinary: true,
    act: async (page) => {
      await press('石桥村')(page);
      await fillIn('会留在记录里', '例会定的')(page);
      await press('撤掉这一行')(page);
      await pressExactly('撤掉')(page);
    },
  },
  { name: 'roles', page: ROLES, replies: replies('people'), wide: true },
  {
    name: 'roles-empty',
    page: ROLES,
    wide: true,
    replies: replies('people', { listInvitations: ok({ rows: [] }) }),
  },
  {
    name: 'roles-invite',
    page: ROLES,
    replies: replies('people'),
    wide: true,
    whole: true,
    act: press('邀请一位', '主席团成员'),
  },
];
