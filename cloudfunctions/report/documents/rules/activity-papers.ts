/** The papers of one activity: 通知, 签到册, 记录, 总结 for the archive; 视察调研报告; 误工补贴 to sign, without amounts. */
import {
  HELPED,
  labelOf,
  SITE_PARTS,
  TOPIC_FROM,
  type Helped,
  type SitePart,
} from '../../../../miniprogram/contract/activity-kinds';
import {
  ACTIVITY_PAPERS,
  ARCHIVE_SET,
  type ActivityPaperName,
} from '../../../../miniprogram/contract/activity-papers';
import type { SiteInput } from '../../../../miniprogram/contract/duty';
import { OPINION_STATES, type OpinionState } from '../../../../miniprogram/contract/opinion';
import type { ActivityDocument, Said } from '../../../duty/activities/rules/activity-document';
import { countPictures } from '../../../duty/pictures/rules/pictures';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';
import { joinSheets, type Block, type Sheet } from './sheet';
import { footOf, sayDated, sayFullDay } from './words';

export interface PaperOpinion {
  site: string;
  words: string;
  unit: string;
  due: string;
  state: OpinionState;
  answer?: string;
  followed?: string;
}

type PaperActivity = Pick<
  ActivityDocument,
  | 'kind'
  | 'date'
  | 'state'
  | 'persons'
  | 'invited'
  | 'village'
  | 'people'
  | 'helped'
  | 'topicFrom'
  | 'tag'
  | 'entered'
  | 'group'
  | 'pictures'
> & { said: Said; opinions: readonly PaperOpinion[] };

/** Lines to write by hand on, where nothing was typed. */
const BY_HAND = 3;

function line(label: string, text: string | undefined): Block[] {
  return text === undefined || text === '' ? [] : [{ line: `${label}：${text}` }];
}

function written(heading: string, text: string | undefined): Block[] {
  const head: Block = { line: heading, size: 'large', bold: true };
  if (text !== undefined && text !== '')
    return [head, ...text.split('\n').map((each): Block => ({ line: each, indent: true }))];
  return [head, { columns: [100], rows: Array.from({ length: BY_HAND }, () => ['']), height: 14 }];
}

function titleOf({ kind, said }: PaperActivity): string {
  return said.title ?? labelOf(kind) ?? '';
}

function namesOf({ people }: Directory, persons: readonly string[]): string[] {
  return persons.map((person) => nameOf(people, person)).filter(Boolean);
}

/** Who was invited, and whoever was there uninvited. */
function listedOf({ invited, persons }: PaperActivity): string[] {
  return [...new Set([...Object.keys(invited), ...persons])];
}

function factsOf(directory: Directory, activity: PaperActivity): Block[] {
  const { kind, date, village, people, helped = {}, topicFrom, tag, entered, group, said } = activity;
  const { photo, recording } = countPictures(activity);
  const numbers = Object.entries(helped).filter(([, n]) => n > 0);
  return [
    ...line('类别', labelOf(kind)),
    ...line('时间', sayFullDay(date)),
    ...line('地点', said.place ?? nameOf(directory.villages, village ?? '')),
    ...line('受委托', said.mandate),
    ...line('代表小组', nameOf(directory.groups, group ?? '')),
    ...line('议题来源', topicFrom && TOPIC_FROM[topicFrom]),
    ...line('所属活动', tag),
    ...line('群众人数', people === undefined ? '' : `${String(people)} 人`),
    ...line('帮助的人', numbers.map(([who, n]) => `${HELPED[who as Helped]} ${String(n)} 人`).join('、')),
    ...line('照片', photo > 0 ? `${String(photo)} 张（存在小程序里）` : ''),
    ...line('录音', recording > 0 ? `${String(recording)} 段（存在小程序里）` : ''),
    ...line('说明', entered ? '事后补录' : ''),
  ];
}

function makeNotice(directory: Directory, activity: PaperActivity): Block[] {
  const { said, date } = activity;
  const names = namesOf(directory, listedOf(activity));
  return [
    { line: names.length > 0 ? `${names.join('、')}：` : '各位代表：' },
    { line: `定于${sayFullDay(date)}举行${titleOf(activity)}。现将有关事项通知如下。`, indent: true },
    ...line('时间', sayFullDay(date)),
    ...line('地点', said.place ?? nameOf(directory.villages, activity.village ?? '')),
    ...line('看的点', (said.sites ?? []).map(({ name }) => name).join('、')),
    {
      line: '请安排好时间参加。确实来不了的，请在小程序里点「请假」并写明原因，或打电话告诉人大办。',
      indent: true,
    },
    { line: directory.card.host, align: 'right' },
  ];
}

function makeSignIn(directory: Directory, activity: PaperActivity): Block[] {
  const names = namesOf(directory, listedOf(activity));
  const blanks = Math.max(4, 20 - names.length);
  const rows = [...names, ...Array.from({ length: blanks }, () => '')];
  return [
    ...factsOf(directory, activity),
    {
      columns: [10, 26, 34, 30],
      head: ['序号', '姓名', '签名', '备注'],
      rows: rows.map((name, at) => [String(at + 1), name, '', '']),
      height: 10,
    },
  ];
}

function attendanceOf(directory: Directory, activity: PaperActivity): Block[] {
  const { persons, invited, state } = activity;
  const left = Object.entries(invited).filter(
    ([person, { a }]) => a === 'on-leave' && !persons.includes(person),
  );
  const there = state === 'held' ? persons : [];
  return [
    ...line('参加', namesOf(directory, there).join('、')),
    ...line(
      '请假',
      namesOf(
        directory,
        left.map(([person]) => person),
      ).join('、'),
    ),
  ];
}

function siteBlocks(sites: readonly SiteInput[]): Block[] {
  if (sites.length === 0) return [];
  const parts = Object.keys(SITE_PARTS) as SitePart[];
  return [
    {
      columns: [25, 25, 25, 25],
      head: ['点', ...parts.map((part) => SITE_PARTS[part])],
      rows: sites.map((site) => [site.name, ...parts.map((part) => site[part] ?? '')]),
    },
  ];
}

function opinionBlocks(opinions: readonly PaperOpinion[]): Block[] {
  if (opinions.length === 0) return [];
  return [
    { line: '视察意见', size: 'large', bold: true },
    {
      columns: [34, 20, 16, 30],
      head: ['意见', '承办单位', '期限', '办理情况'],
      rows: opinions.map(({ site, words, unit, due, state, answer, followed }) => [
        `${site}：${words}`,
        unit,
        sayDated(due),
        [OPINION_STATES[state].label, answer, followed].filter(Boolean).join('\n'),
      ]),
    },
  ];
}

function makeRecord(directory: Directory, activity: PaperActivity): Block[] {
  const { said, opinions } = activity;
  return [
    ...factsOf(directory, activity),
    ...attendanceOf(directory, activity),
    ...siteBlocks(said.sites ?? []),
    ...written('内容', said.words),
    ...(said.result === undefined ? [] : written('结果', said.result)),
    ...opinionBlocks(opinions),
    { line: '记录人：                审核人：', align: 'right' },
  ];
}

function makeSummary(directory: Directory, activity: PaperActivity): Block[] {
  const { said, opinions, persons, date } = activity;
  const answered = opinions.filter(({ answer }) => answer !== undefined).length;
  const sites = said.sites ?? [];
  const counted = [
    `参加代表 ${String(persons.length)} 人`,
    sites.length > 0 ? `看了 ${String(sites.length)} 个点` : '',
    opinions.length > 0 ? `转交视察意见 ${String(opinions.length)} 条，已答复 ${String(answered)} 条` : '',
  ];
  const opening = `${sayFullDay(date)}，${directory.card.host}组织${titleOf(activity)}。${counted.filter(Boolean).join('，')}。`;
  return [
    { line: opening, indent: true },
    ...written('做法', said.words),
    ...written('成效', said.result),
    ...opinionBlocks(opinions),
    ...written('下一步打算', undefined),
    { line: directory.card.host, align: 'right' },
  ];
}

function makeFindings(directory: Directory, activity: PaperActivity): Block[] {
  const { said, opinions } = activity;
  const parts = Object.keys(SITE_PARTS) as SitePart[];
  const sites = (said.sites ?? []).flatMap((site): Block[] => [
    { line: site.name, size: 'large', bold: true },
    ...parts.flatMap((part) => line(SITE_PARTS[part], site[part])),
  ]);
  return [
    ...factsOf(directory, activity),
    ...attendanceOf(directory, activity),
    ...(said.words === undefined ? [] : written('总的情况', said.words)),
    ...sites,
    ...opinionBlocks(opinions),
    { line: directory.card.host, align: 'right' },
  ];
}

function makeAllowance(directory: Directory, activity: PaperActivity): Block[] {
  const there = activity.state === 'held' ? activity.persons : listedOf(activity);
  return [
    ...factsOf(directory, activity),
    {
      columns: [10, 24, 16, 20, 30],
      head: ['序号', '姓名', '误工天数', '金额', '签名'],
      rows: namesOf(directory, there).map((name, at) => [String(at + 1), name, '', '', '']),
      height: 11,
    },
    { line: '天数和金额由镇里按规定填写。', size: 'small' },
  ];
}

const MAKE: Readonly<Record<ActivityPaperName, (directory: Directory, activity: PaperActivity) => Block[]>> =
  {
    notice: makeNotice,
    signIn: makeSignIn,
    record: makeRecord,
    summary: makeSummary,
    findings: makeFindings,
    allowance: makeAllowance,
  };

export function makeActivityPaper(
  directory: Directory,
  activity: PaperActivity,
  paper: ActivityPaperName | 'archive',
): Sheet {
  const name = (each: ActivityPaperName) => `${titleOf(activity)} ${ACTIVITY_PAPERS[each]}`;
  const toSheet = (each: ActivityPaperName): Sheet => ({
    name: `${name(each)} ${sayDated(activity.date)}`,
    title: `${directory.card.name}${name(each)}`,
    blocks: MAKE[each](directory, activity),
    foot: footOf(directory.card),
  });
  if (paper !== 'archive') return toSheet(paper);
  const [first, ...others] = ARCHIVE_SET.map(toSheet);
  if (!first) throw new Error('an archive set has papers');
  return joinSheets(`${titleOf(activity)} 归档材料 ${sayDated(activity.date)}`, first, others);
}
