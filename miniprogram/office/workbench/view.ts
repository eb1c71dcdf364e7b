/** From who the caller is and the next day to the words of 工作台. */
import {
  AT_DESK,
  AT_WALL,
  AUTHORS,
  DISTRICT,
  hasDays,
  holdsAny,
  KEEPERS,
  OFFICE,
  ON_BEHALF,
  OVERSEERS,
  ROLE_LABELS,
  SEE_SUGGESTIONS,
  type Role,
  UNIT_CLERKS,
} from '../../contract/roles';
import type { DayView, HomeDay } from '../../contract/reception';
import type { Grant, HomeCard } from '../../contract/registry';
import type { TemplateKey } from '../../contract/templates';
import type { LocalDate } from '../../contract/wire';
import { sayDayFrom } from '../../view/dates';

export const ENTRIES = [
  'requests',
  'suggestions',
  'sessions',
  'held',
  'unit',
  'district',
  'desk',
  'behalf',
  'enter',
  'roster',
  'calendar',
  'places',
  'absences',
  'bans',
  'record',
  'calls',
  'wall',
  'print',
  'duty',
  'articles',
  'changes',
  'roles',
  'names',
  'people',
  'routing',
  'settings',
] as const;
export type EntryId = (typeof ENTRIES)[number];

/** What waits for the office, and the digest. */
export const REMIND_ABOUT: readonly TemplateKey[] = ['task'];

/** Entries that lead to one part each of the directory's page. */
const BOOK_PARTS: readonly EntryId[] = ['names', 'people', 'routing', 'settings'];

/** Where an entry leads. */
export function pageOf(
  id: EntryId,
): 'office/directory' | `deputy/${DeputyEntry}` | `office/${Exclude<EntryId, DirectoryEntry | DeputyEntry>}` {
  if (id === 'suggestions' || id === 'sessions') return `deputy/${id}`;
  return BOOK_PARTS.includes(id)
    ? 'office/directory'
    : `office/${id as Exclude<EntryId, DirectoryEntry | DeputyEntry>}`;
}

/** Those that deputies and the office share. */
type DeputyEntry = 'suggestions' | 'sessions';
type DirectoryEntry = 'names' | 'people' | 'routing' | 'settings';

export interface Entry {
  id: EntryId;
  title: string;
  words: string;
}

export interface WorkbenchScreen {
  who: string;
  role: string;
  day: string;
  tag: string;
  tone: 'waiting' | 'done';
  words: string;
  homes: readonly { home: string; name: string; words: string }[];
  entries: readonly Entry[];
}

const WORDS: Readonly<Record<EntryId, { title: string; words: string; roles: readonly Role[] }>> = {
  requests: {
    title: '群众意见',
    words: '处理、催办、送达、台账、查找',
    roles: OVERSEERS,
  },
  suggestions: {
    title: '代表建议',
    words: '审查、交办、答复、意见、承诺台账',
    roles: SEE_SUGGESTIONS,
  },
  sessions: {
    title: '人代会',
    words: '议程、通知、签到、表决、审议意见',
    roles: OVERSEERS,
  },
  changes: { title: '变动和换届', words: '暂停、辞职、补选，换届和离任代表交接', roles: OFFICE },
  held: { title: '等着看的内容', words: '微信拿不准的，看过再放行', roles: OFFICE },
  unit: { title: '交给我们单位的', words: '签收、答复、申请延期', roles: UNIT_CLERKS },
  district: { title: '转报上来的', words: '乡镇转报的摘要', roles: DISTRICT },
  enter: { title: '替人反映', words: '替不用手机的人反映事情', roles: ON_BEHALF },
  desk: {
    title: '接待台',
    words: '登记、叫号、记结果',
    roles: AT_DESK,
  },
  behalf: { title: '替人预约', words: '替不用手机的人预约', roles: ON_BEHALF },
  roster: { title: '值班表', words: '排班、换人、公布', roles: OVERSEERS },
  calendar: { title: '一年一览', words: '全年接访日', roles: OVERSEERS },
  places: { title: '关时间和加号', words: '午休、开会，先关几个时间；人多就加号', roles: OFFICE },
  absences: { title: '请假', words: '谁哪些天来不了', roles: OFFICE },
  bans: { title: '暂停预约', words: '谁停到哪天，解除', roles: OFFICE },
  record: { title: '当日记录', words: '来了多少人，怎么办的', roles: OVERSEERS },
  calls: { title: '要告诉的人', words: '打电话、发微信群', roles: OFFICE },
  wall: {
    title: '叫号屏',
    words: '只显示号码，放在大厅',
    roles: AT_WALL,
  },
  print: { title: '打印', words: '值班表、通知、海报、登记表', roles: OFFICE },
  duty: { title: '代表履职', words: '活动、视察意见、学习、档案疑问', roles: OFFICE },
  articles: { title: '文章', words: '写、审、推送到公众号', roles: AUTHORS },
  roles: { title: '身份和邀请', words: '请人、确认、撤销', roles: KEEPERS },
  names: { title: '名册', words: '村、小组、代表之家、选区、单位、类别', roles: KEEPERS },
  people: { title: '人', words: '代表和接访人：届别、小组、外出', roles: OFFICE },
  routing: { title: '路由表', words: '哪里的什么事归哪个小组', roles: OFFICE },
  settings: { title: '设置', words: '天数、时间、放假调休', roles: KEEPERS },
};

/** What these grants lead to, in the order of the page. */
export function listEntries(grants: readonly Grant[]): Entry[] {
  return ENTRIES.filter((id) => holdsAny(grants, WORDS[id].roles)).map((id) => {
    const { title, words } = WORDS[id];
    return { id, title, words };
  });
}

function countFree({ times }: HomeDay): number {
  return times.reduce((sum, { free }) => sum + free.length, 0);
}

function sayHome(home: HomeDay): string {
  const free = countFree(home);
  if (!home.open) return '网上预约已截止';
  return free > 0 ? `还能约 ${String(free)} 个` : '网上约满';
}

export function toWorkbench(
  grants: readonly Grant[],
  day: DayView,
  homes: readonly HomeCard[],
  today: LocalDate,
): WorkbenchScreen {
  const confirmed = grants.filter(({ state }) => state === 'confirmed');
  const published = day.state === 'published';
  return {
    who: confirmed[0]?.name ?? '',
    role: [...new Set(confirmed.map(({ role }) => ROLE_LABELS[role]))].join('、'),
    day: confirmed.some(({ role }) => hasDays(role)) ? sayDayFrom(day.date, today) : '',
    tag: published ? '值班表已公布' : day.state === 'past' ? '已过去' : '值班表没有公布',
    tone: published ? 'done' : 'waiting',
    words: published ? '' : '值班表公布以后，群众才能预约。',
    homes: day.homes.map((each) => ({
      home: each.home,
      name: homes.find(({ id }) => id === each.home)?.name ?? '',
      words: sayHome(each),
    })),
    entries: listEntries(grants),
  };
}
