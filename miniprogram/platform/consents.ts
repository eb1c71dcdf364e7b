/**
 * 订阅消息: one «允许» is good for one message of one template. WeChat shows its question only inside a tap, so
 * `askConsent` is the first thing a tap does, before anything is awaited, and the ids are kept on the phone.
 */
import type { ConsentAnswer } from '../contract/notify';
import { TEMPLATE_KEYS } from '../contract/templates';
import type { TemplateKey } from '../contract/templates';
import { recall } from './storage';

/** Old clients take three at a time (requestSubscribeMessage, 20003). */
const AT_ONCE = 3;
/** The person switched all messages of this app off (requestSubscribeMessage). */
const MAIN_SWITCH_OFF = 20004;

export type Answers = Partial<Record<TemplateKey, ConsentAnswer>>;

/** `always`: refused for good, WeChat does not ask any more; `off`: the main switch; `no`: not asked or no answer. */
export type Outcome = 'given' | 'refused' | 'always' | 'off' | 'no';

export interface Consented {
  outcome: Outcome;
  answers: Answers;
}

function idsOf(keys: readonly TemplateKey[]): Map<string, TemplateKey> {
  const known = recall('templates') ?? {};
  const ids = keys.flatMap((key): [string, TemplateKey][] => (known[key] ? [[known[key], key]] : []));
  return new Map(ids.slice(0, AT_ONCE));
}

/** Whether there is anything to ask for. */
function canAsk(keys: readonly TemplateKey[]): boolean {
  return idsOf(keys).size > 0;
}

/** WeChat adds kinds of «accept»; what it says beyond the known words counts as a refusal. */
function toAnswer(said: unknown): ConsentAnswer {
  if (typeof said !== 'string') return 'reject';
  if (said.startsWith('accept')) return 'accept';
  return said === 'ban' || said === 'filter' ? said : 'reject';
}

/** Whether WeChat would not even ask any more. */
function readAlways(ids: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    wx.getSetting({
      withSubscriptions: true,
      success: ({ subscriptionsSetting }) => {
        const { mainSwitch, itemSettings } = subscriptionsSetting;
        const kept = ids.some((id) => itemSettings?.[id] === 'reject' || itemSettings?.[id] === 'ban');
        resolve(!mainSwitch ? 'off' : kept ? 'always' : 'refused');
      },
      fail: () => {
        resolve('refused');
      },
    });
  });
}

function toConsented(ids: ReadonlyMap<string, TemplateKey>, result: object): Promise<Consented> | Consented {
  const said = result as Readonly<Record<string, unknown>>;
  const answers: Answers = {};
  for (const [id, key] of ids) answers[key] = toAnswer(said[id]);
  if (Object.values(answers).includes('accept')) return { outcome: 'given', answers };
  return readAlways([...ids.keys()]).then((outcome) => ({ outcome, answers }));
}

export function askConsent(keys: readonly TemplateKey[]): Promise<Consented> {
  const ids = idsOf(keys.filter((key) => TEMPLATE_KEYS.includes(key)));
  if (ids.size === 0) return Promise.resolve({ outcome: 'no', answers: {} });
  return new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds: [...ids.keys()],
      success: (result) => {
        resolve(toConsented(ids, result));
      },
      fail: (problem) => {
        const { errCode } = problem as { errCode?: number };
        resolve({ outcome: errCode === MAIN_SWITCH_OFF ? 'off' : 'no', answers: {} });
      },
    });
  });
}

const SAID: Readonly<Record<Outcome, string>> = {
  given: '好的，有消息会发到您的微信。',
  refused: '没有允许，不发微信提醒。「我的」里的「消息」照样有。',
  always: '您以前选过不再询问。要收提醒，请点下面的「去打开」，在消息里改成「接收」。「消息」里照样有。',
  off: '微信里这个小程序的消息是关着的。要收提醒，请点下面的「去打开」。「我的」里的「消息」照样有。',
  no: '现在没能问到微信，请再按一次。「我的」里的「消息」照样有。',
};

function sayConsent(outcome: Outcome): string {
  return SAID[outcome];
}

/** What only the person can change, in WeChat's own page. */
function needsSettings(outcome: Outcome): boolean {
  return outcome === 'always' || outcome === 'off';
}

/** What a page shows beside its «收提醒»; nothing where there is nothing to ask for. */
export interface Remind {
  show: boolean;
  words: string;
  settings: boolean;
}

/** Until it is known whether there is anything to ask for. */
export const NO_REMINDER: Remind = { show: false, words: '', settings: false };

/** Before a tap: what it is good for. */
export function offerReminder(keys: readonly TemplateKey[], words: string): Remind {
  return { show: canAsk(keys), words, settings: false };
}

/** For those to whom something comes again and again: how many messages may still come. */
export function offerMore(keys: readonly TemplateKey[], left: Readonly<Record<TemplateKey, number>>): Remind {
  const fewest = Math.min(...keys.map((key) => left[key]));
  const words =
    fewest > 0 ? `微信还能提醒您 ${String(fewest)} 次，点一下多一次。` : '想在微信里也收到提醒，点一下。';
  return offerReminder(keys, words);
}

/** After it: what came of it. */
export function toRemind(outcome: Outcome): Remind {
  return { show: true, words: sayConsent(outcome), settings: needsSettings(outcome) };
}

export function openMessageSettings(): void {
  wx.openSetting({ withSubscriptions: true, fail: () => undefined });
}
