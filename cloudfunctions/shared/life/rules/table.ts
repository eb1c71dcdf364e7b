/**
 * The one engine of steps. A life is a table (act → row) and what it means to be somebody to a document:
 *
 *   const LIFE: Life<Act, State, Actor, Owner, SettingName, Caller> = {
 *     table: { accept: { from: ['assigned'], who: ['unit'], to: 'accepted', owner: 'kept', due: 'kept', event: '…' } },
 *     mayBe: (actor, caller) => ROLES_OF[actor].includes(caller.role),
 *     needsOf: (actor, caller) => (actor === 'unit' ? { lead: caller.unit } : {}),
 *   };
 *
 * From it follow the conditions of the write (`needsOfStep`, `needsOf`), the buttons of a screen (`legalActs`), who is
 * refused and why (`judge`), the state, owner and date that a row gives (`completeStep`), and the help page
 * (`guideOf`). `shared/life/take-step.ts` carries a step out. test/support/life-table.ts checks any such table.
 */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { meets, type Needs } from './needs';

/**
 * When the next thing is due: so many working days from today (a setting); the day that stood there; the day that
 * the step names; as its plan says; none, for what is over.
 */
export type Deadline<Setting extends string> =
  { readonly setting: Setting } | 'kept' | 'said' | 'planned' | 'none';

export interface Step<
  State extends string,
  Actor extends string,
  Owner extends string,
  Setting extends string,
> {
  from: readonly State[];
  who: readonly Actor[];
  /** `same`: no other state; `planned`: as its plan says. */
  to: State | 'same' | 'planned';
  owner: Owner | 'kept' | 'planned';
  due: Deadline<Setting>;
  /** The outbox event. */
  event: string;
  /** What must hold besides: once only, not too late. */
  when?: (today: LocalDate) => Needs;
  /** The old value is needed: one read, one write on `rev`. Without it one conditional write decides. */
  reads?: true;
}

export type Table<
  Act extends string,
  State extends string,
  Actor extends string,
  Owner extends string,
  Setting extends string,
> = Readonly<Record<Act, Step<State, Actor, Owner, Setting>>>;

export interface Life<
  Act extends string,
  State extends string,
  Actor extends string,
  Owner extends string,
  Setting extends string,
  Caller,
> {
  table: Table<Act, State, Actor, Owner, Setting>;
  /** Whether this caller may be that to any document at all. */
  mayBe(actor: Actor, caller: Caller): boolean;
  /** What must hold of a document for the caller to be that to it. */
  needsOf(actor: Actor, caller: Caller): Needs;
}

/** A life of whatever setting and owners: most of what is asked of one does not depend on them. */
export type AnyLife<Act extends string, State extends string, Actor extends string, Caller> = Life<
  Act,
  State,
  Actor,
  string,
  string,
  Caller
>;

/** As whom the caller may do the step at all, best first. */
export function actorsOf<Act extends string, Actor extends string, Caller>(
  life: AnyLife<Act, string, Actor, Caller>,
  act: Act,
  caller: Caller,
): Actor[] {
  return life.table[act].who.filter((actor) => life.mayBe(actor, caller));
}

/** What the row's write needs, but for its states and for who acts. */
export function needsOfStep<Act extends string>(
  { table }: Pick<AnyLife<Act, string, string, never>, 'table'>,
  act: Act,
  today: LocalDate,
): Needs {
  return table[act].when?.(today) ?? {};
}

/** Steps that are legal for these callers now: what the buttons show. */
export function legalActs<Act extends string, Actor extends string, Caller>(
  life: AnyLife<Act, string, Actor, Caller>,
  document: { state: string },
  callers: readonly Caller[],
  today: LocalDate,
): Act[] {
  return (Object.keys(life.table) as Act[]).filter((act) => {
    if (!life.table[act].from.includes(document.state)) return false;
    if (!meets(document, needsOfStep(life, act, today))) return false;
    return callers.some((caller) =>
      actorsOf(life, act, caller).some((actor) => meets(document, life.needsOf(actor, caller))),
    );
  });
}

/** As whom somebody does a step. */
export interface Standing<Actor, Caller> {
  caller: Caller;
  actor: Actor;
}

/**
 * As whom one of the callers may take the step with this document now; otherwise why not: nobody of them is what it
 * takes (`stranger`, with what it would have taken), not in this state, or a condition of the row does not hold (`used`).
 */
export type Judged<Actor, Caller> =
  | { standing: Standing<Actor, Caller> }
  | { why: 'stranger'; actors: readonly Actor[] }
  | { why: 'state' | 'used' };

export function judge<Act extends string, Actor extends string, Caller>(
  life: AnyLife<Act, string, Actor, Caller>,
  act: Act,
  callers: readonly Caller[],
  document: { state: string },
  today: LocalDate,
): Judged<Actor, Caller> {
  const all = callers.flatMap((caller) => actorsOf(life, act, caller).map((actor) => ({ caller, actor })));
  const standing = all.find(({ caller, actor }) => meets(document, life.needsOf(actor, caller)));
  if (!standing) return { why: 'stranger', actors: all.map(({ actor }) => actor) };
  if (!life.table[act].from.includes(document.state)) return { why: 'state' };
  return meets(document, needsOfStep(life, act, today)) ? { standing } : { why: 'used' };
}

/** What a row fixes of a step; absent: as it stood, or as the step's plan says. */
export interface Fixed<State, Owner> {
  to?: State;
  owner?: Owner;
  due?: LocalDate;
}

/** `after`: the day so many working days from today as that setting says. Over (`none`): today. */
export function fixedBy<
  State extends string,
  Actor extends string,
  Owner extends string,
  Setting extends string,
>(
  { to, owner, due }: Step<State, Actor, Owner, Setting>,
  today: LocalDate,
  after: (setting: Setting) => LocalDate,
): Fixed<State, Owner> {
  const fixed: Fixed<State, Owner> = {};
  if (to !== 'same' && to !== 'planned') fixed.to = to;
  if (owner !== 'kept' && owner !== 'planned') fixed.owner = owner;
  if (due === 'none') fixed.due = today;
  else if (typeof due !== 'string') fixed.due = after(due.setting);
  return fixed;
}

export interface Wait<Owner extends string, Setting extends string> {
  owner: Owner;
  due: Deadline<Setting>;
}

export interface GuideRow<Act, State, Owner> {
  state: State;
  /** What those whom the guide is for can press. */
  acts: Act[];
  owner?: Owner;
  /** Working days. */
  days?: number;
}

/**
 * For each state who has it, within how many working days, and what `reader` can press. `planned` says it for states
 * whose owner or date no row fixes.
 */
export function guideOf<
  Act extends string,
  State extends string,
  Actor extends string,
  Owner extends string,
  Setting extends string,
>(
  table: Table<Act, State, Actor, Owner, Setting>,
  {
    states,
    reader,
    planned,
    settings,
  }: {
    states: readonly State[];
    reader: Actor;
    planned: Partial<Readonly<Record<State, Wait<Owner, Setting>>>>;
    settings: Readonly<Record<Setting, number>>;
  },
): GuideRow<Act, State, Owner>[] {
  const rows = Object.entries(table) as [Act, Step<State, Actor, Owner, Setting>][];
  return states.map((state) => {
    const row = rows.find(([, { to }]) => to === state)?.[1];
    const fixed = row && row.owner !== 'kept' && row.owner !== 'planned' ? row : undefined;
    const wait = planned[state] ?? (fixed && { owner: fixed.owner as Owner, due: fixed.due });
    const pressed = rows.filter(([, { from, who }]) => who.includes(reader) && from.includes(state));
    const guide: GuideRow<Act, State, Owner> = { state, acts: pressed.map(([act]) => act) };
    if (wait) guide.owner = wait.owner;
    if (wait && typeof wait.due !== 'string') guide.days = settings[wait.due.setting];
    return guide;
  });
}
