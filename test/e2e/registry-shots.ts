/** 名册, 人, 路由表, 设置, 身份核验 with the sample's own rows. */
import { listRows, PARTS } from '../../cloudfunctions/registry/directory/rules/directory-rows';
import { toPlaces } from '../../cloudfunctions/registry/directory/rules/directory';
import { listSettings } from '../../cloudfunctions/registry/directory/rules/setting-rows';
import { cutLists } from '../../cloudfunctions/shared/cut-lists';
import { baiheDirectory } from '../../local/townships/baihe/book';
import type { ImportLine, ImportSummary } from '../../miniprogram/contract/imports';
import type {
  DirectoryKind,
  DirectoryPart,
  DirectoryRow,
  DirectoryView,
  Gap,
  InvitationRow,
  SettingLine,
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

interface Lists {
  gaps: readonly Gap[];
  settings: readonly SettingLine[];
  rows: readonly DirectoryRow[];
}

/** As the function answers: rows of the kind that is asked for, as many as one answer holds. */
const inParts =
  (part: DirectoryPart, { rows, ...beside }: Lists) =>
  ({ kind, after }: { kind?: DirectoryKind; after?: string }): { ok: true; data: DirectoryView } => {
    const named = (row: DirectoryRow) => kind === 'person' && part === 'people' && row.kind !== kind;
    const wanted = rows.filter((row) => kind === undefined || row.kind === kind || named(row));
    const cut = cutLists({ ...beside, rows: wanted }, '3', after);
    const next = cut?.next === undefined ? {} : { next: cut.next };
    return ok({ edition: 3, ...beside, rows: wanted, ...cut?.lists, ...next });
  };

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
      book: inParts(part, { rows, gaps, settings }),
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

const IMPORT = 'office/import/import';
const nothing = { new: 0, changed: 0, same: 0, gone: 0 };
const summary: ImportSummary = {
  import: `bh~${'0'.repeat(20)}`,
  table: 'person',
  at: Date.parse('2026-11-22T09:00:00+08:00'),
  state: 'planned',
  lines: 62,
  counts: { ...nothing, new: 58, changed: 3, same: 1 },
  faults: [],
  slices: 1,
  done: 0,
};
const LINES: readonly ImportLine[] = [
  {
    line: 2,
    mark: 'new',
    title: '王磊',
    words: '代表 镇代表，选区 石桥村选区，代表小组 第一代表小组，届 第十八届',
  },
  { line: 3, mark: 'changed', title: '阿依古丽·买买提', words: '代表 区代表，组长，主席团，职务 主席团成员' },
  { line: 4, mark: 'new', title: '欧阳建设', words: '代表 不是代表，接访人，职务 党委副书记' },
];

/** Someone chooses a file, and this is what the server reads in it. */
function reading(read: ImportSummary): Pick<Shot, 'page' | 'query' | 'replies' | 'act' | 'wide' | 'whole'> {
  const past: ImportSummary[] = [
    { ...summary, table: 'village', state: 'half', slices: 3, done: 1 },
    { ...summary, table: 'group', state: 'done', done: 1 },
  ];
  const report = {
    listImports: ok({ imports: past }),
    planImport: ok(read),
    readImport: ok({ summary: read, lines: LINES }),
  };
  return {
    page: IMPORT,
    query: { table: 'person' },
    wide: true,
    whole: true,
    replies: { ...replies('people'), report },
    act: async (page) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('选文件')(page)]);
      await chooser.setFiles({ name: '名册.xlsx', mimeType: 'application/zip', buffer: Buffer.from('x') });
      await page.getByText('三、看一看').first().waitFor();
    },
  };
}

export const registryShots: readonly Shot[] = [
  { name: 'book-routing', ...of('routing') },
  { name: 'book-route', ...of('routing'), act: press('石桥村 · 全部', '试一试'), whole: true },
  { name: 'import', ...reading(summary) },
  {
    name: 'import-faults',
    ...reading({
      ...summary,
      counts: nothing,
      slices: 0,
      faults: [
        { line: 3, column: '代表小组', why: 'unknown', text: '第四代表小组' },
        { line: 9, column: '从哪天起', why: 'date', text: '下个月' },
        { line: 12, column: '姓名', why: 'doubled', text: '4' },
        { line: 15, column: '选区', why: 'error', text: '#REF!' },
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
  { name: 'book-people', ...of('people'), whole: true },
  { name: 'book-found', ...of('people'), act: fillIn('找一行', '主席团') },
  { name: 'book-person', ...of('people'), act: press('石磊子'), whole: true },
  { name: 'book-settings', ...of('settings') },
  { name: 'book-setting', ...of('settings'), act: press('3 个工作日'), whole: true },
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
    act: press('邀请一位', '改 ›', '主席团成员'),
  },
];
