/** The tools of 工作台 as text, in five groups; who has which. */
import {
  AT_DESK,
  AT_WALL,
  AUTHORS,
  DISTRICT,
  holdsAny,
  KEEPERS,
  OFFICE,
  ON_BEHALF,
  OVERSEERS,
  SEE_AUDIT,
  SEE_SUGGESTIONS,
  type Role,
  UNIT_CLERKS,
} from '../../contract/roles';

const HEADINGS = ['接访', '意见', '公开宣传', '代表履职', '名册设置与报表'] as const;
type Heading = (typeof HEADINGS)[number];

const TOOLS = {
  desk: { title: '接待台', under: '接访', roles: AT_DESK },
  behalf: { title: '替人预约', under: '接访', roles: ON_BEHALF },
  roster: { title: '值班表', under: '接访', roles: OVERSEERS },
  absences: { title: '请假', under: '接访', roles: OFFICE },
  places: { title: '关时间和加号', under: '接访', roles: OFFICE },
  bans: { title: '暂停网上预约（滥用）', under: '接访', roles: OFFICE },
  record: { title: '接访统计', under: '接访', roles: OVERSEERS },
  wall: { title: '叫号屏', under: '接访', roles: AT_WALL },
  requests: { title: '群众意见', under: '意见', roles: OVERSEERS },
  unit: { title: '转办给我们单位的', under: '意见', roles: UNIT_CLERKS },
  district: { title: '全区情况', under: '意见', roles: DISTRICT },
  enter: { title: '替人反映', under: '意见', roles: ON_BEHALF },
  held: { title: '待审核内容', under: '意见', roles: OFFICE },
  calls: { title: '电话通知', under: '意见', roles: OFFICE },
  articles: { title: '文章', under: '公开宣传', roles: AUTHORS },
  suggestions: { title: '代表建议', under: '代表履职', roles: SEE_SUGGESTIONS },
  sessions: { title: '人代会', under: '代表履职', roles: OVERSEERS },
  presidium: { title: '主席团', under: '代表履职', roles: SEE_SUGGESTIONS },
  duty: { title: '履职登记', under: '代表履职', roles: OFFICE },
  changes: { title: '变动和换届', under: '代表履职', roles: OFFICE },
  people: { title: '代表和接访人', under: '名册设置与报表', roles: OFFICE },
  names: { title: '名册', under: '名册设置与报表', roles: KEEPERS },
  setup: { title: '开通清单', under: '名册设置与报表', roles: KEEPERS },
  roles: { title: '身份核验', under: '名册设置与报表', roles: KEEPERS },
  routing: { title: '路由表', under: '名册设置与报表', roles: OFFICE },
  settings: { title: '设置', under: '名册设置与报表', roles: KEEPERS },
  reports: { title: '报告', under: '名册设置与报表', roles: OFFICE },
  charts: { title: '图表', under: '名册设置与报表', roles: OFFICE },
  audit: { title: '操作记录', under: '名册设置与报表', roles: SEE_AUDIT },
  print: { title: '打印', under: '名册设置与报表', roles: OFFICE },
} as const satisfies Readonly<Record<string, { title: string; under: Heading; roles: readonly Role[] }>>;
export type ToolId = keyof typeof TOOLS;
const TOOL_IDS = Object.keys(TOOLS) as ToolId[];

export interface Tool {
  id: ToolId;
  title: string;
}

export interface ToolGroup {
  heading: string;
  tools: readonly Tool[];
}

/** Those that deputies and the office share. */
type DeputyTool = 'suggestions' | 'sessions';
type DirectoryTool = 'names' | 'people' | 'routing' | 'settings';
/** Tools that lead to one part each of the directory's page. */
const DIRECTORY_PARTS: readonly ToolId[] = ['names', 'people', 'routing', 'settings'];

/** Where a tool leads. */
export function pageOf(
  id: ToolId,
): 'office/directory' | `deputy/${DeputyTool}` | `office/${Exclude<ToolId, DirectoryTool | DeputyTool>}` {
  if (id === 'suggestions' || id === 'sessions') return `deputy/${id}`;
  return DIRECTORY_PARTS.includes(id)
    ? 'office/directory'
    : `office/${id as Exclude<ToolId, DirectoryTool | DeputyTool>}`;
}

type Held = readonly { role: Role; state: string }[];

/** What these grants lead to, in the order of the page. */
export function listEntries(grants: Held): Tool[] {
  return TOOL_IDS.filter((id) => holdsAny(grants, TOOLS[id].roles)).map((id) => ({
    id,
    title: TOOLS[id].title,
  }));
}

export function toToolGroups(roles: readonly Role[]): ToolGroup[] {
  const tools = listEntries(roles.map((role) => ({ role, state: 'confirmed' })));
  return HEADINGS.map((heading) => ({
    heading,
    tools: tools.filter(({ id }) => TOOLS[id].under === heading),
  })).filter((group) => group.tools.length > 0);
}
