/** Every refusal as a sentence: what happened, what was kept, what to do. */
import { PROBLEM_LABELS } from '../contract/publicity-labels';
import { LIMITS } from '../contract/limits';
import type { Details } from '../contract/errors';
import { sayDay, sayMoment } from './dates';
import type { Code, Failure } from '../contract/result';

type Say = (details: Details) => string;

function numberIn(details: Details, name: string): number | undefined {
  const value = details[name];
  return typeof value === 'number' ? value : undefined;
}

/** The server gives instants as numbers or as ISO text. */
function momentIn(details: Details, name: string): string | undefined {
  const value = details[name];
  const instant = typeof value === 'string' ? Date.parse(value) : value;
  return typeof instant === 'number' && Number.isFinite(instant) ? sayMoment(instant) : undefined;
}

/** The bound that the township set; «好几» where the refusal does not say it. */
function sayMost(details: Details): string {
  const most = numberIn(details, 'most');
  return most === undefined ? '好几' : String(most);
}

function sayClosed(details: Details): string {
  const when = momentIn(details, 'closesAt');
  return `网上预约${when ?? ''}已截止，当天直接来也行，不用预约`;
}

function sayBarred({ until, reason }: Details): string {
  const last = typeof until === 'string' ? `到${sayDay(until)}（含这天）` : '';
  const why = typeof reason === 'string' ? `，原因：${reason}` : '';
  return `您的预约暂停了${last}${why}。没有约成；有事当天直接来也行，有疑问请打座机`;
}

function sayFull(details: Details): string {
  const free = numberIn(details, 'free') ?? 0;
  return free > 0
    ? `您要的时间刚被约走了，没有约成。别的时间还有 ${String(free)} 个，请再选一个`
    : '这里已经约满，没有约成。当天直接来也行，给没预约的人留了位置';
}

/** Fields as their labels on the screens call them; the last part of the path counts. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  name: '称呼',
  phone: '电话',
  text: '内容',
  words: '要写的话',
  title: '标题',
  reason: '原因',
  summary: '摘要',
  code: '码',
  phoneLast4: '手机号后四位',
  address: '地址',
  landline: '座机',
  host: '主办单位',
};

/** Which field, and what to do; the same act then succeeds. */
function sayBadInput(details: Details): string {
  const field = String(details['field']).replace(/^.*\./, '');
  const label = FIELD_NAMES[field];
  const where = label === undefined ? '有一处' : `「${label}」`;
  const kept = '填好的都还在，改好再按一次';
  if (details['why'] === 'phone' || field === 'phone')
    return '电话号码好像不对，请看一看再按一次；也可以不留';
  if (details['why'] === 'long')
    return `${where}太长了，最多 ${String(numberIn(details, 'max') ?? LIMITS.text)} 个字，请删短一点。${kept}`;
  if (details['why'] === 'empty') return `${where}还没有写，请写上。${kept}`;
  if (details['why'] === 'code') return `${where}好像抄错了，请对照纸上的再填一次。${kept}`;
  if (details['why'] === 'digits') return `${where}要填四个数字。${kept}`;
  return `${where}填得不对，没有提交。填好的都还在，请看一看再按一次`;
}

function sayWrongInvitation(details: Details): string {
  const left = numberIn(details, 'left');
  const tries = left === undefined ? '' : `还可以试 ${String(left)} 次。`;
  return `邀请码或手机号后四位不对。${tries}请对照人大办给您的通知再填一次`;
}

function sayCannotSit(details: Details): string {
  const why: Readonly<Record<string, string>> = {
    absent: '那天请了假',
    busy: '那个半天已经在别处坐班',
    account: '还没有开通账号，收不到请求，请打电话或交给人大办安排',
  };
  return `没有排上：这位同志${why[String(details['why'])] ?? '那天不在接访人之列'}`;
}

function sayIncomplete(details: Details): string {
  const problems = Array.isArray(details['problems']) ? (details['problems'] as readonly string[]) : [];
  const words: Readonly<Record<string, string>> = PROBLEM_LABELS;
  const said = problems.flatMap((code) => words[code] ?? []);
  return `还不能送审：${said.length > 0 ? said.join('、') : '有一处没有填好'}。写的都还在`;
}

function sayCannotOwn(details: Details): string {
  const why: Readonly<Record<string, string>> = {
    absent: '近期请了假',
    account: '还没有开通账号',
    recused: '与这件事有关，要回避',
    village: '是本村代表，反映人不想让本村代表看',
  };
  return `没有转成：这位代表${why[String(details['why'])] ?? '不在这个组'}。请换一位`;
}

function sayUnreadable({ why }: Details): string {
  const much = '这个文件太大，什么都没有改。请只留要导的那一张表，最多几千行，再试一次';
  if (why === 'large' || why === 'slow') return much;
  return '这个文件打不开，什么都没有改。要没有加密的电子表格，要导的放在第一张。老格式的请在电脑上另存为新格式的表格再传';
}

const SENTENCES: Readonly<Record<Code, Say>> = {
  offline: () => '没有网络。填好的都还在，联网后点「再试」',
  busy: () => '现在人多，没有办成。填好的都还在，请过一会儿再试',
  internal: () => '系统出了问题，没有办成，已经记下来了。请过一会儿再试，或打座机',
  'unknown-action': () => '小程序版本旧了。请关掉小程序，重新打开再试',
  'bad-input': sayBadInput,
  'too-large': () => '内容太多，发不出去。请删短一点或少放几张照片',
  'no-identity': () => '没有认出您的微信。请关掉小程序，重新打开再试',
  'not-allowed': () => '您现在还不能办这件事。需要的话，请打座机问人大办',
  'not-found': () => '没有找到，可能已经撤掉了。请返回再看一看',
  'keys-wrong': () => '微信说账号和密钥对不上，没有存。请到公众平台后台重新抄一遍，密钥重置过的要用新的',
  'township-closed': () => '这个乡镇已经停用，只能看，不能再办。往后找谁，首页上写着',
  'rate-limited': (details) => `按得太快了，请等 ${String(numberIn(details, 'seconds') ?? 60)} 秒再按`,
  'key-reused': () => '上一次其实已经办成了，没有再办第二次。请到「我的」里看',
  'not-published': () => '这一天的值班表还没有公布，暂时不能预约。可以打座机问，直接来也行',
  closed: sayClosed,
  'past-day': () => '这一天已经过去了。请回首页看下一个接访日',
  full: sayFull,
  waiting: () => '这个时间有人在等，没有约成。请换一个时间，直接来也行',
  'already-booked': () => '这一天已经约过了，原来的预约还在，不用再约。要换时间请打开预约单点「改时间」',
  'book-in-person': () => '这一位在这里约不了。请打座机问一问，当天直接来也行，不用预约',
  'too-many-bookings': (details) => `这一天您已经约了 ${sayMost(details)} 个，不能再多了。家里人直接来也行`,
  'too-many-moves': (details) => `这个接访日的预约已经改了 ${sayMost(details)} 次，不能再改。原来的预约还在`,
  'too-many-acts': () => '这一天约了又退太多次，先停一停。原来的预约没有变，也可以打座机或直接来',
  barred: sayBarred,
  'same-place': () => '您选的就是原来的时间，没有变。请选另一个时间',
  'booking-changed': () => '这张预约单刚才已经变了。现在显示的是最新的',
  'not-full': () => '这个时间还有空位，不用候补。请返回直接预约',
  'list-full': () => '这个时间候补的人已经满了。请换一个时间，当天直接来也行',
  'code-wrong': (details) => {
    const left = numberIn(details, 'left');
    const tries = left === undefined ? '' : `还可以试 ${String(left)} 次。`;
    return `号码或预约码不对。${tries}请对照预约单再填一次`;
  },
  'code-locked': () => '填错太多次，先停一停。预约还在，当天带着预约单来就行，也可以打座机',
  'visit-changed': () => '另一个接待台刚才先办了，没有重复办。现在显示的是最新的',
  'not-today': () => '还没到这一天，没有登记。请到接访日当天再登记',
  'office-only': (details) =>
    `这一天过去 ${String(numberIn(details, 'days') ?? 1)} 天以上了，没有记上。请告诉人大办，由人大办补录`,
  'entry-over': (details) =>
    `这一天过去 ${String(numberIn(details, 'days') ?? 14)} 天以上了，不能再补录。请写在纸质台账上`,
  'year-unknown': () => '这一年的放假安排还没公布，日子可能改，没有公布。请先在设置里录入放假安排',
  'day-moved': () => '这一天已经不是接访日了，没有公布。请重新排一遍',
  'county-unit': ({ unit }) =>
    `${String(unit ?? '这个单位')}归县里管，镇人大不能直接交给它。请交给镇政府（党政办）由它转，或者转报区人大`,
  'too-late-to-publish': (details) =>
    `公布得太晚，要提前 ${String(numberIn(details, 'days') ?? 3)} 天，没有公布。主席可以写明理由后公布`,
  'already-published': () => '这一天的值班表已经公布了，不用再公布',
  'nobody-on-duty': () => '这一天还没有人坐班，没有公布。请先排人',
  'day-has-bookings': (details) =>
    `已有 ${String(numberIn(details, 'booked') ?? 1)} 人约了这一天，不能撤回，预约都还在。请换人接访`,
  'roster-changed': () => '这个席位刚才被别人改过，没有改动。请看最新的再改',
  'seat-needed': () => '已公布的席位不能空着，可能有人约了。请直接换成另一位',
  'cannot-sit': sayCannotSit,
  'not-your-seat': () => '这个席位现在不是您的，没有改动。请看最新的值班表',
  'swap-over': () => '这次换班已经有了结果，不用再答复。请看最新的值班表',
  'too-many-requests': (details) => `一天最多反映 ${sayMost(details)} 件，这件已存为草稿，明天可以接着提交`,
  'nothing-said': () => '还没有内容。说一段、写几句或拍张照，有一样就行',
  'title-names': () => '题目里好像有人名或号码。只写地方和事，再公开',
  'too-many-files': () => '这件事的照片、录音已经够多了。请改用文字写，或当面给代表看',
  'not-your-file': () => '文件没有传好。请再试一次；还不行，重新选一次文件',
  'wrong-state': () => '这件事刚才已经往前走了一步。现在显示的是最新的',
  'not-owner': () => '这件事已经转给别人办了，不用您再办',
  'activity-changed': () => '刚才有人改过这一条，没有覆盖。请看最新的再改',
  'article-changed': () => '刚才有人改过这篇文章，没有覆盖。请看最新的再办',
  'marks-open': (details) =>
    `还有 ${String(numberIn(details, 'open') ?? 1)} 处个人信息没有处理。请删掉，或逐处写明为什么可以公开`,
  'mark-gone': () => '这一处已经改掉了，不用再说明。现在显示的是最新的',
  'mark-stands': () => '选举期里不宣传代表个人，这一处不能保留。请去掉代表的姓名',
  'article-incomplete': sayIncomplete,
  'own-article': () => '您参与写了这篇文章，不能自己审。请另一位主席或副主席来审',
  'source-withdrawn': () => '本人收回了同意，或者这件事不再公开，这篇不能发了，稿子还在。请另写一篇',
  'draft-deleted': () =>
    '公众平台上的那份草稿已经不在了，没有推送。请先到公众平台看一看，要的话点「重新做一份草稿」',
  'account-missing': () => '这个公众号还没有密钥，没有推送，稿子都在。请系统管理员在「开通清单」里填好再推',
  'row-changed': () => '这一行刚才被别人改过，没有覆盖。请看最新的再改',
  'too-many-rows': (details) =>
    `最多 ${String(numberIn(details, 'max') ?? 30)} 个，没有加上。请先删掉用不着的`,
  'step-used': () => '这一步已经办过，或者过了时候，没有再办。现在显示的是最新的',
  'cannot-own': sayCannotOwn,
  'not-older': () => '只能并入更早、还没办结的一件，没有合并。请另选一件',
  'not-by-handler': () => '经手的人不能代为征询，没有记下。请换一位同事来问',
  'invitation-wrong': sayWrongInvitation,
  'invitation-void': () => '这个邀请码已经不能用了。请打座机，请人大办重新发一个',
  'invitation-changed': () => '这个邀请刚才已经变了，没有改动。现在显示的是最新的',
  'role-beyond': () => '这种身份要由主席或系统管理员来办，没有改动',
  'own-invitation': () => '自己认领的邀请，要请另一位同志确认',
  'issued-by-you': () => '这份邀请是您发的。看得到群众意见的身份，要请另一位同志确认',
  'last-admin': () => '这是最后一位管理员，不能撤。请先请好另一位并确认',
  'setup-void': () => '开通口令不对，或者已经用过了。请问部署的同志',
  'report-changed': () => '刚才有人重新计算或送签过，没有覆盖。请看最新的再办',
  'own-report': () => '这份是您送签的，要请另一位主席或副主席来签',
  'file-unreadable': sayUnreadable,
  'row-wrong': () => '有一处填得不对，没有保存。填好的都还在',
  'still-used': (details) =>
    details['held'] === true
      ? `还有 ${String(numberIn(details, 'n') ?? 1)} 位的账号或邀请是给它的，没有撤。请先撤销那些邀请`
      : `还有 ${String(numberIn(details, 'n') ?? 1)} 处用着它，没有撤。请先把那些改好`,
  'row-doubled': () => '同一个地方、同一类、同一天已经有一行，没有保存。请改那一行',
};

/** The sentence for a refusal; never the server's own words. */
export function explain(failure: Pick<Failure, 'code' | 'details'>): string {
  return SENTENCES[failure.code](failure.details ?? {});
}

/** The same for a page that could not be opened: nothing was done, so nothing was kept or lost. */
export function explainOpening(failure: Pick<Failure, 'code' | 'details'>): string {
  if (failure.code === 'offline') return '没有网络，还没有打开。联网后点「再试」';
  if (failure.code === 'busy') return '现在人多，还没有打开。请过一会儿点「再试」';
  return explain(failure);
}

/** The same for a request being written: what is kept is the draft. */
export function explainDraft(failure: Pick<Failure, 'code' | 'details'>): string {
  return failure.code === 'offline' ? '没有网络，意见已存为草稿，联网后点「再试」' : explain(failure);
}
