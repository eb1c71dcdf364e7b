/**
 * What WeChat's codes mean for whoever called. Codes decide, never texts: each text ends with a ` rid: …` of its
 * own and changes without notice. Sources: developers.weixin.qq.com, the server API pages of subscribe messages,
 * stable_token, drafts, publishing, content security and mini-program codes; the fuller list is in the error
 * enumeration of WxJava. What no page says stands under `unknown`: it is kept and tried again later.
 */

/** Answers that are no codes of WeChat's. */
export type OwnCode = 'unreachable' | 'timeout' | 'not-configured' | 'bad-answer';
export type WechatCode = number | OwnCode;

export type CodeClass =
  /** Passing: the same call may go through in a moment. */
  | 'busy'
  /** Too fast this minute: later, not at once. */
  | 'pace'
  /** Used up for today. */
  | 'quota'
  /** The access token: fetched anew once, by this client itself. */
  | 'token'
  /** App id or secret: somebody must mend the environment. */
  | 'credentials'
  /** The caller's address is not in the white list of the official account. */
  | 'address'
  /** The account may not do this, or is barred. */
  | 'permission'
  /** The person does not want the message, or the consents given are used up. */
  | 'consent'
  /** The person has not opened the mini-program within two hours. */
  | 'absent'
  /** The call itself is wrong: again would be wrong again. */
  | 'argument'
  /** What was to be published is wrong: too long, of a wrong kind, not there. */
  | 'content'
  /** WeChat's own people or rules said no. */
  | 'review'
  /** No answer, or none that can be read. */
  | 'network'
  /** No app id and secret in the environment: this deployment does without. */
  | 'setup'
  | 'unknown';

const CLASSES: Readonly<Record<Exclude<CodeClass, 'network' | 'setup' | 'unknown'>, readonly number[]>> = {
  busy: [-1, 45168],
  pace: [45011, 45066, 53501],
  quota: [45009, 45028, 45001, 1400001],
  token: [40001, 40014, 42001],
  credentials: [40002, 40013, 40125, 40243, 41002, 41004],
  address: [40164],
  permission: [48001, 48002, 48004, 48008, 50001, 50002, 50005, 43302, 53500],
  consent: [43101],
  absent: [61010],
  argument: [40003, 40029, 40033, 40035, 40037, 40129, 41030, 43104, 44002, 47001, 47003, 85096],
  content: [
    40004, 40005, 40006, 40007, 40008, 40009, 40118, 40137, 41005, 41006, 44001, 44003, 44004, 45002, 45003,
    45004, 45005, 45006, 45007, 45008, 45110, 45166, 46001, 46004,
  ],
  review: [53503, 53504, 53505],
};

const BY_CODE = new Map<number, CodeClass>(
  Object.entries(CLASSES).flatMap(([name, codes]) => codes.map((code) => [code, name as CodeClass] as const)),
);

export function classOf(code: WechatCode): CodeClass {
  if (code === 'not-configured') return 'setup';
  return typeof code === 'number' ? (BY_CODE.get(code) ?? 'unknown') : 'network';
}

/** Classes after which the same call can come out otherwise without anybody doing something. */
const LATER: ReadonlySet<CodeClass> = new Set(['busy', 'pace', 'quota', 'token', 'network', 'unknown']);

/** Whether a relay should come back to this; never for 43101 and 47003. */
export function mayRetryLater(code: WechatCode): boolean {
  return LATER.has(classOf(code));
}

export interface WechatRefusal {
  readonly ok: false;
  readonly code: WechatCode;
  /**
   * Whether the call may have been carried out all the same (no answer came). A caller that is not idempotent
   * looks before it tries again.
   */
  readonly maybeDone: boolean;
  /** Of 40164: the address that must be added to the white list. */
  readonly address?: string;
  /** Of 47003: the keyword that was refused. */
  readonly keyword?: string;
  /** WeChat's number for the call, for a question to its support. */
  readonly rid?: string;
}

export type WechatAnswer<T> = { readonly ok: true; readonly data: T } | WechatRefusal;

export function refusal(code: OwnCode, maybeDone = false): WechatRefusal {
  return { ok: false, code, maybeDone };
}

/** The three things that only the text tells, picked out; the text itself goes no further. */
export function toRefusal(code: number, text: string): WechatRefusal {
  const address = code === 40164 ? /invalid ip ([0-9a-f.:]+)/i.exec(text)?.[1] : undefined;
  const keyword = code === 47003 ? /data\.([a-z_]+[0-9]+)/i.exec(text)?.[1] : undefined;
  const rid = /rid: ([0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8})/i.exec(text)?.[1];
  return {
    ok: false,
    code,
    maybeDone: false,
    ...(address === undefined ? {} : { address }),
    ...(keyword === undefined ? {} : { keyword }),
    ...(rid === undefined ? {} : { rid }),
  };
}
