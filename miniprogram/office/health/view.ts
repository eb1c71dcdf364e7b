/** From how the deployment does to the words of 运行状况. */
import type { HealthView, Verified } from '../../contract/health';
import type { LocalDate } from '../../contract/wire';
import { sayMoment } from '../../view/dates';

export interface HealthLine {
  title: string;
  words: string;
  tone: 'done' | 'late';
  tag: string;
}

export interface HealthScreen {
  now: readonly HealthLine[];
  asked: string;
  lines: readonly HealthLine[];
  version: string;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** The relay runs each minute; what it did not bring five times over is late. */
const LATE_MS = 5 * MINUTE_MS;

function toLine(title: string, words: string, good: boolean): HealthLine {
  return { title, words, tone: good ? 'done' : 'late', tag: good ? '正常' : '要看' };
}

/** As long as one says it: 12 分钟, 5 小时, 3 天. */
function sayWait(ms: number): string {
  const minutes = Math.ceil(ms / MINUTE_MS);
  if (minutes < 120) return `${String(minutes)} 分钟`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${String(hours)} 小时` : `${String(Math.round(hours / 24))} 天`;
}

function sayLag({ lagMs }: HealthView): HealthLine {
  const words =
    lagMs <= LATE_MS
      ? '办的事一两分钟内就通知到人'
      : `最久的一件已经等了 ${sayWait(lagMs)}。请看云函数 notify 的定时器有没有在跑`;
  return toLine('消息转送', words, lagMs <= LATE_MS);
}

/** Jobs of the minute relay (cloudfunctions/notify/relay/clock-jobs.ts) in words. */
export const JOB_WORDS: Readonly<Record<string, string>> = {
  'dead letters': '没送出去的再送',
  'days that are over': '接待日收尾',
  'routing anew': '重新分派',
  'dates of requests': '群众意见到期处理',
  'checks without an answer': '内容检查收尾',
  reminders: '提醒和摘要',
  'unsealed rows': '操作记录封存',
  pushes: '文章推送',
  'recount of the ledger': '重数台账',
};

function sayTimer({ timer, late, now }: HealthView, today: LocalDate): HealthLine {
  const title = '每分钟的定时任务';
  if (!timer)
    return { title, words: '还没有跑过。请看云函数 notify 的定时器有没有打开', tone: 'late', tag: '没跑' };
  const ran = `${sayMoment(timer.at, today)}跑过，用了 ${String(Math.max(1, Math.ceil(timer.took / 1_000)))} 秒`;
  if (late) return toLine(title, `上次${ran}，以后没有再跑。请看云函数 notify 的定时器`, false);
  const { fault } = timer;
  if (!fault || now - fault.at > DAY_MS) return toLine(title, ran, true);
  const jobs = fault.jobs.map((job) => JOB_WORDS[job] ?? job).join('、');
  return toLine(title, `${ran}；${sayMoment(fault.at, today)}没有做成：${jobs}。系统会自己再试`, false);
}

function sayFailed({ failed: { events, messages, more } }: HealthView): HealthLine {
  const count = events + messages;
  const words =
    count === 0
      ? '没有试过多次还送不出去的'
      : `有 ${String(count)}${more ? ' 件以上' : ' 件'}试过多次还送不出去，列在下面，可以再试`;
  return toLine('送不出去的', words, count === 0);
}

function sayLedger({ ledger }: HealthView, today: LocalDate): HealthLine {
  const title = '台账与来源';
  if (!ledger) return { title, words: '每天夜里重数一遍，还没有数过', tone: 'done', tag: '未数' };
  const { at, sources, differing } = ledger;
  const when = sayMoment(at, today);
  const words =
    differing === 0
      ? `${when}重数过，${String(sources)} 件来源都和台账一致`
      : `${when}重数过，${String(sources)} 件来源里有 ${String(differing)} 件和台账对不上。请告诉维护的人，运行 npm run recount 看是哪几件`;
  return toLine(title, words, differing === 0);
}

function linesOf(verified: Verified | undefined): HealthLine[] {
  return (verified?.lines ?? []).map(({ question, answer, means, safe }) => ({
    title: `${question}：${answer}`,
    words: means,
    tone: safe ? 'done' : 'late',
    tag: safe ? '安全' : '不安全',
  }));
}

export function toScreen(view: HealthView, today: LocalDate): HealthScreen {
  const { verified } = view;
  const unsafe = verified?.lines.filter(({ safe }) => !safe).length ?? 0;
  const said = unsafe === 0 ? '都安全' : `有 ${String(unsafe)} 样不安全`;
  return {
    now: [sayTimer(view, today), sayLag(view), sayFailed(view), sayLedger(view, today)],
    asked: verified
      ? `${sayMoment(verified.at, today)}问过平台：${said}。`
      : '还没有问过平台。上线以前问一次，换了环境再问一次；只用自己的一个集合，问完就删。',
    lines: linesOf(verified),
    version: `程序版本 ${view.version}`,
  };
}
