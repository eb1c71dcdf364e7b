/** What goes wrong on purpose on WeChat's side, and when it pushes; set by `POST /control {"wechat": …}`. */

/** `drop`: carried out, and the answer is lost. `hang`: never answered. */
export type FailAs = number | 'drop' | 'hang' | 'garbage';

export interface PlannedFailure {
  /** The end of an API's path: `subscribe/send`. */
  readonly api: string;
  readonly as: FailAs;
  /** So many calls; 1 unless set. */
  readonly times?: number;
}

export interface WechatSettings {
  readonly fail?: readonly PlannedFailure[];
  /** True: every connection breaks before anything is done. */
  readonly dead?: boolean;
  /** Each answer this much later. */
  readonly latencyMs?: number;
  /** By the end of an API's path; in place of the real limits. */
  readonly limits?: Readonly<Record<string, { readonly perMinute?: number; readonly perDay?: number }>>;
  /** Addresses that may ask for a token of an official account; every one unless set. */
  readonly whitelist?: readonly string[];
  /** When a verdict is pushed: before the call is answered, after it (unless set), or at `deliver`. */
  readonly pushes?: 'before' | 'after' | 'hold';
}

export interface WechatCommand extends WechatSettings {
  /** Pushes what is held, and waits until the function has answered. */
  readonly deliver?: boolean;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;

function isFailure(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { api, as, times = 1, ...rest } = value as Record<string, unknown>;
  const known = Number.isInteger(as) || as === 'drop' || as === 'hang' || as === 'garbage';
  return isText(api) && known && isCount(times) && Object.keys(rest).length === 0;
}

function isLimit(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { perMinute = 0, perDay = 0, ...rest } = value as Record<string, unknown>;
  return isCount(perMinute) && isCount(perDay) && Object.keys(rest).length === 0;
}

const CHECKS: Readonly<Record<keyof WechatCommand, (value: unknown) => boolean>> = {
  fail: (value) => Array.isArray(value) && value.every(isFailure),
  dead: (value) => typeof value === 'boolean',
  latencyMs: isCount,
  limits: (value) => typeof value === 'object' && value !== null && Object.values(value).every(isLimit),
  whitelist: (value) => Array.isArray(value) && value.every(isText),
  pushes: (value) => value === 'before' || value === 'after' || value === 'hold',
  deliver: (value) => typeof value === 'boolean',
};

/** Throws RangeError with a sentence: a fault that is mistyped must not pass. */
export function parseWechatCommand(raw: Readonly<Record<string, unknown>>): WechatCommand {
  for (const [name, value] of Object.entries(raw)) {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name as keyof WechatCommand] : undefined;
    if (!check) throw new RangeError(`no such thing of wechat: ${name}`);
    if (!check(value)) throw new RangeError(`wechat ${name} cannot be ${JSON.stringify(value)}`);
  }
  return raw;
}

/** The settings as they stand, with how often each planned failure still happens. */
export class Faults {
  #settings: WechatSettings = {};
  #left: number[] = [];

  get settings(): WechatSettings {
    return this.#settings;
  }

  set(settings: WechatSettings): void {
    this.#settings = settings;
    this.#left = (settings.fail ?? []).map(({ times = 1 }) => times);
  }

  /** What happens to this call, counting it. */
  planFor(path: string): FailAs | undefined {
    const at = (this.#settings.fail ?? []).findIndex(
      ({ api }, index) => path.endsWith(api) && (this.#left[index] ?? 0) > 0,
    );
    if (at < 0) return undefined;
    this.#left[at] = (this.#left[at] ?? 0) - 1;
    return this.#settings.fail?.[at]?.as;
  }

  limitsOf(path: string): { perMinute?: number; perDay?: number } | undefined {
    return Object.entries(this.#settings.limits ?? {}).find(([api]) => path.endsWith(api))?.[1];
  }
}
