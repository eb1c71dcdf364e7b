/** What the persons of a township do in a month, on the wire, in any order: what a soak lets happen. */
import { createRandom } from '../../local/cloudbase/random';
import { KINDS, type ActivityField, type BuiltInKind } from '../../miniprogram/contract/activity-kinds';
import type { DayView, Slip } from '../../miniprogram/contract/reception';
import type { RequestView } from '../../miniprogram/contract/request';
import { stepOf } from '../cloudfunctions/request/step-inputs';
import type { Answer, Caller } from '../support/cloud';

export const TOWNSHIP = 'bh';
const CHIEF = 'bh-p1';
const STAFF = 'bh-staff';
const DEPUTIES = ['bh-p5', 'bh-p6', 'bh-p8', 'bh-p10', 'bh-p12', 'bh-p49'];
const UNITS = ['bh-unit', 'bh-unit-2'];
const VILLAGES = ['v1', 'v4', 'v5', 'v8'];
const CATEGORIES = ['road', 'water', 'farming'];
const NOTED: readonly BuiltInKind[] = ['household-visit', 'help', 'research', 'study'];
const VILLAGERS = 200;

export type Invoke = (fn: string, action: string, input: object, caller: Caller) => Promise<Answer>;

/** A list and who opens it. */
interface Look {
  fn: string;
  action: string;
  who: readonly string[];
  input?: object;
}

const LOOKS: readonly Look[] = [
  { fn: 'overview', action: 'workbench', who: [STAFF, CHIEF, ...UNITS] },
  { fn: 'overview', action: 'today', who: DEPUTIES },
  { fn: 'overview', action: 'audit', who: [CHIEF] },
  { fn: 'request', action: 'listOffice', who: [STAFF, CHIEF], input: { queue: 'all' } },
  { fn: 'request', action: 'listPassedUp', who: [STAFF] },
  { fn: 'duty', action: 'studyGrid', who: [CHIEF], input: { year: 2026 } },
  { fn: 'duty', action: 'quietDeputies', who: [CHIEF], input: { months: 6 } },
  { fn: 'notify', action: 'calls', who: [STAFF] },
  { fn: 'notify', action: 'letters', who: [STAFF], input: { kind: 'event' } },
  { fn: 'report', action: 'reports', who: [STAFF, CHIEF] },
  { fn: 'publicity', action: 'list', who: [STAFF, CHIEF] },
];

export class Crowd {
  /** Answers by `function.action`, then by their code; '' where it was granted. */
  readonly answers = new Map<string, Map<string, number>>();
  private readonly random: () => number;
  private keys = 0;
  /** Calls so far. */
  get count(): number {
    return this.keys;
  }

  constructor(
    private readonly invoke: Invoke,
    seed: number,
  ) {
    this.random = createRandom(seed);
  }

  /** What no input may lead to. */
  failures(): string[] {
    return [...this.answers].flatMap(([name, codes]) =>
      [...codes.keys()]
        .filter((code) => /^(internal|busy|platform:.*)$/.test(code))
        .map((code) => `${name} ${code}`),
    );
  }

  /** What nobody ever did: a crowd that does nothing leaves nothing. */
  neverGranted(): string[] {
    return [...this.answers].filter(([, codes]) => !codes.has('')).map(([name]) => name);
  }

  private upTo(count: number): number {
    return Math.floor(this.random() * count);
  }

  private any<T>(all: readonly T[]): T | undefined {
    return all[this.upTo(all.length)];
  }

  private villager(): string {
    return `soak-villager-${String(this.upTo(VILLAGERS))}`;
  }

  async ask(fn: string, action: string, openid: string | undefined, input: object = {}): Promise<Answer> {
    const key = `soak-${String(this.keys++).padStart(7, '0')}`;
    const caller = { key, ...(openid !== undefined && { openid }) };
    const answer = await this.invoke(fn, action, { township: TOWNSHIP, ...input }, caller);
    const codes = this.answers.get(`${fn}.${action}`) ?? new Map<string, number>();
    this.answers.set(
      `${fn}.${action}`,
      codes.set(answer.code ?? '', (codes.get(answer.code ?? '') ?? 0) + 1),
    );
    return answer;
  }

  /** The rows of a list under `name`, its first page. */
  private async list<T>(
    fn: string,
    action: string,
    openid: string,
    input: object,
    name: string,
  ): Promise<T[]> {
    const { data } = await this.ask(fn, action, openid, input);
    return ((data as Record<string, T[]> | undefined) ?? {})[name] ?? [];
  }

  /** One thing that somebody does. */
  async act(today: string): Promise<void> {
    const acts = [
      () => this.book(),
      () => this.book(),
      () => this.changeBooking(),
      () => this.submit(),
      () => this.submit(),
      () => this.stepOn(today),
      () => this.stepOn(today),
      () => this.stepOn(today),
      () => this.note(today),
      () => this.changeNote(),
      () => this.look(),
      () => this.compose(),
      () => this.readInbox(),
    ];
    await this.any(acts)?.();
  }

  private async book(): Promise<void> {
    const openid = this.villager();
    const day = (await this.ask('reception', 'day', openid)).data as DayView | undefined;
    const free = (day?.homes ?? []).flatMap(({ home, times }) =>
      times.flatMap((time) => time.free.map(({ place }) => ({ home, place }))),
    );
    const place = this.any(free);
    if (!day || !place) return;
    const whom = this.upTo(4) === 0 ? 'family' : 'self';
    const name = `村民${openid.split('-')[2] ?? ''}${whom === 'self' ? '' : '家里人'}`;
    const about = {
      date: day.date,
      ...place,
      whom,
      name,
      wish: { who: 'any' },
      category: this.any(CATEGORIES),
    };
    await this.ask('reception', 'book', openid, about);
  }

  /** Somebody with a slip moves or cancels it. */
  private async changeBooking(): Promise<void> {
    for (let tries = 0; tries < 5; tries++) {
      const openid = this.villager();
      const day = (await this.ask('reception', 'day', openid)).data as DayView | undefined;
      const slip = this.any<Slip>(day?.mine ?? []);
      if (!day || !slip) continue;
      const { booking, date, place: from, keys } = slip;
      const home = day.homes.find((one) => one.home === slip.home);
      const place = this.any((home?.times ?? []).flatMap(({ free }) => free))?.place;
      if (this.upTo(2) === 0 && place !== undefined)
        await this.ask('reception', 'move', openid, { date, booking, from, place, wish: { who: 'any' } });
      else await this.ask('reception', 'cancel', openid, { date, booking, from, keys });
      return;
    }
  }

  /** At the desk, on the day itself: whoever has a place comes, talks, and goes with an outcome. */
  async receive(date: string): Promise<void> {
    for (const home of ['h1', 'h2', 'h3'])
      for (const half of ['am', 'pm']) {
        const desk = await this.ask('reception', 'desk', STAFF, { date, home, half });
        const { rows = [] } = (desk.data ?? {}) as { rows?: readonly (readonly [string, string])[] };
        for (const [booking, rest] of rows) {
          const place = `${home}-${rest}`;
          const go = (from: string, to: string, more: object = {}) =>
            this.ask('reception', 'setVisit', STAFF, { date, booking, place, from, to, ...more });
          if (this.upTo(10) === 0) await go('booked', 'no-show');
          else {
            await go('booked', 'arrived');
            await go('arrived', 'talking');
            await go('talking', 'met', { outcome: this.any(['explained', 'visit']), words: '说清楚了' });
          }
        }
      }
  }

  private async submit(): Promise<void> {
    const deputy = this.any(['p5', 'p49', undefined]);
    await this.ask('request', 'submit', this.villager(), {
      village: this.any(VILLAGES),
      category: this.any(CATEGORIES),
      kind: 'report',
      privacy: {
        hideName: this.upTo(5) === 0,
        notOwnVillage: this.upTo(5) === 0,
        publishable: this.upTo(2) === 0,
      },
      text: `第${String(this.keys)}件：二组的路不好走`,
      photos: [],
      recordings: [],
      ...(deputy !== undefined && { deputy }),
    });
  }

  /** Somebody opens their list, one request of it, and does one of the steps that it offers. */
  private async stepOn(today: string): Promise<void> {
    const lists: (() => readonly [string, string, object])[] = [
      () => [this.any(DEPUTIES) ?? '', 'listOwned', { scope: 'mine' }],
      () => [this.any(UNITS) ?? '', 'listUnit', {}],
      () => [this.any([STAFF, CHIEF]) ?? '', 'listOffice', { queue: 'to-route' }],
      () => [STAFF, 'listOffice', { queue: 'all' }],
      () => [this.villager(), 'listMine', {}],
    ];
    const [openid, action, input] = this.any(lists)?.() ?? [STAFF, 'listMine', {}];
    const requests = await this.list<{ request: string }>('request', action, openid, input, 'requests');
    const request = this.any(requests)?.request;
    if (request === undefined) return;
    const view = (await this.ask('request', 'get', openid, { request })).data as RequestView | undefined;
    const act = this.any(view?.acts ?? []);
    if (act === undefined) return;
    const date = new Date(Date.parse(today) + (1 + this.upTo(20)) * 86_400_000).toISOString().slice(0, 10);
    const wording = {
      date,
      into: requests.at(-1)?.request ?? '',
      class: this.any(['A', 'B', 'C', 'D'] as const) ?? 'A',
    };
    await this.ask('request', 'act', openid, { request, step: stepOf(act, wording) });
  }

  private async note(today: string): Promise<void> {
    const kind = this.any(NOTED) ?? 'help';
    const said: Partial<Record<ActivityField, unknown>> = {
      village: this.any(VILLAGES),
      category: this.any(CATEGORIES),
      household: { name: `户主${String(this.upTo(80))}` },
      title: '一件事',
      words: '说明情况',
    };
    const fields = KINDS[kind].fields.map((field) => [field, said[field]] as const);
    const activity = { kind, date: today, ...Object.fromEntries(fields) };
    await this.ask('duty', 'note', this.any([...DEPUTIES, STAFF]), { activity });
  }

  private async changeNote(): Promise<void> {
    const openid = this.any(DEPUTIES) ?? '';
    const mine = await this.list<{ activity: string }>(
      'duty',
      'listActivities',
      openid,
      { scope: 'mine' },
      'activities',
    );
    const activity = this.any(mine)?.activity;
    if (activity !== undefined && this.upTo(3) === 0)
      await this.ask('duty', 'withdraw', openid, { activity, reason: '记错了' });
    else if (activity !== undefined) await this.ask('duty', 'activity', openid, { activity });
  }

  private async look(): Promise<void> {
    const { fn, action, who, input } = this.any(LOOKS) ?? {
      fn: 'overview',
      action: 'home',
      who: [],
      input: {},
    };
    await this.ask(fn, action, this.any(who) ?? this.villager(), input);
    await this.ask('overview', 'home', this.villager());
    await this.ask('overview', 'mine', this.villager());
  }

  private async compose(): Promise<void> {
    const kind = this.any(['reception-day', 'request', 'activity', 'duty']);
    const found = await this.list<{ source: object }>(
      'publicity',
      'happenings',
      STAFF,
      { kind },
      'happenings',
    );
    const from = this.any(found)?.source;
    if (from) await this.ask('publicity', 'compose', STAFF, { from });
  }

  private async readInbox(): Promise<void> {
    const openid = this.any([...DEPUTIES, STAFF, ...UNITS, this.villager()]) ?? '';
    await this.ask('notify', 'inbox', openid);
  }

  /** The office opens a month's reception day as soon as its seats are drawn up. */
  async publish(date: string): Promise<void> {
    const year = Number(date.slice(0, 4));
    await this.ask('reception', 'proposeRoster', STAFF, { year, from: `${date.slice(0, 8)}01` });
    await this.ask('reception', 'publishDay', CHIEF, { year, date, words: '当月公布' });
  }
}
