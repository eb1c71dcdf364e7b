/** What a step makes of a suggestion, as plain data; the store turns it into the one write. */
import type { ErrorCode } from '../../../../miniprogram/contract/errors';
import { LIMITS } from '../../../../miniprogram/contract/limits';
import type {
  SuggestionAct,
  SuggestionFields,
  SuggestionState,
  SuggestionStep,
} from '../../../../miniprogram/contract/congress/suggestion';
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';
import type { HolidayTable } from '../../../reception/calendar/rules/calendar';
import { isPaper } from '../../../media/intake/rules/kept-files';
import { membersOn, type Directory } from '../../../registry/directory/rules/directory';
import { settingsOf } from '../../../registry/directory/rules/settings';
import { addWorkingDays, holidaysOf } from '../../../request/life/rules/deadline';
import { addMonths } from '../../../shared/china-time';
import { fixedBy, legalActs as actsOf, needsOfStep } from '../../../shared/life/rules/table';
import { meets } from '../../../shared/life/rules/needs';
import { nameOfCaller, type Caller } from './actors';
import { isOpen, SUGGESTION_LIFE } from './life-cycle';
import { endAsking, facetsOf, type SuggestionDocument } from './suggestion-document';

export interface StepContext {
  directory: Directory;
  caller: Caller;
  now: Instant;
  today: LocalDate;
}

type Fields = Partial<
  Omit<SuggestionDocument, '_id' | 'township' | 'rev' | 'dueSeq' | 'open' | 'steps' | 'acts' | 'facets'>
>;
type Gone =
  'promise' | 'key' | 'published' | 'board' | 'returnBy' | 'contactedOn' | 'opinion' | 'assists' | 'draft';

export interface Plan {
  set?: Fields;
  drop?: readonly Gone[];
  words?: string;
}

export interface Refusal {
  refused: ErrorCode;
  details?: Readonly<Record<string, string>>;
}

/** A step that may be taken: everything that changes, and how it is told. */
export interface Taken extends Plan {
  act: SuggestionAct;
  by: string;
  event: string;
  to: SuggestionState;
  due: LocalDate;
  facets: readonly string[];
}

const wrong = (field: string): Refusal => ({ refused: 'bad-input', details: { field: `step.${field}` } });

function afterDays({ directory, today }: StepContext, days: number): LocalDate {
  const holidays: HolidayTable = holidaysOf(directory);
  return addWorkingDays(today, days, holidays);
}

/** 交办: the months begin with the first of them and stay, whatever happens to it in between. */
function handOver(context: StepContext, before: SuggestionDocument, difficult: boolean | undefined): Fields {
  const { directory, today } = context;
  const settings = settingsOf(directory.settings);
  const hard = before.difficult === true || difficult === true;
  const months = hard ? settings.suggestionLongMonths : settings.suggestionMonths;
  return {
    ...(hard && { difficult: true as const }),
    handedOn: before.handedOn ?? today,
    replyBy: before.replyBy ?? addMonths(today, months),
  };
}

function toUnits(
  context: StepContext,
  before: SuggestionDocument,
  { lead, assist }: { lead: string; assist: readonly string[] },
): Plan | Refusal {
  const { units, settings } = context.directory;
  const known = (unit: string) => units.some(({ id }) => id === unit);
  if (!known(lead)) return wrong('lead');
  const others = [...new Set(assist)].filter((unit) => unit !== lead);
  if (!others.every(known)) return wrong('assist');
  const returnBy = afterDays(context, settingsOf(settings).unitReturnDays);
  const replyBy = before.replyBy ?? context.today;
  return {
    set: { unit: lead, assist: others, returnBy, replyBy, due: replyBy },
    drop: ['contactedOn', 'assists', 'draft'],
  };
}

function redo(context: StepContext, before: SuggestionDocument): Fields {
  const { redoDays } = settingsOf(context.directory.settings);
  const replyBy = afterDays(context, redoDays);
  return { state: 'assigned', redone: before.redone + 1, replyBy, due: replyBy };
}

/** 满意, 基本满意: A and D are over, B and C are promised. 不满意: redone once, then the presidium. */
function opined(
  context: StepContext,
  before: SuggestionDocument,
  { opinion, words }: { opinion: NonNullable<SuggestionDocument['opinion']>['opinion']; words?: string },
  on: LocalDate,
  paper: boolean,
): Plan {
  const said = { opinion, on, paper, ...(words !== undefined && { words }) };
  const base: Fields = { opinion: said, answeredOn: before.answeredOn ?? context.today };
  const about = words === undefined ? {} : { words };
  if (opinion === 'dissatisfied') {
    if (before.redone === 0)
      return { set: { ...base, ...redo(context, before) }, drop: ['contactedOn', 'draft'], ...about };
    const { suggestionDecideDays } = settingsOf(context.directory.settings);
    return { set: { ...base, state: 'review', due: afterDays(context, suggestionDecideDays) }, ...about };
  }
  const last = before.replies.at(-1);
  if (last && (last.class === 'B' || last.class === 'C')) {
    const doneBy = last.doneBy ?? context.today;
    const promise = { class: last.class, doneBy };
    return { set: { ...base, state: 'promised', due: doneBy, promise }, ...about };
  }
  return { set: { ...base, state: 'closed', due: context.today }, ...about };
}

type Planner<A extends SuggestionAct> = (
  step: SuggestionFields[A],
  context: StepContext,
  before: SuggestionDocument,
) => Plan | Refusal;

const said = ({ words }: { words?: string }): Plan => (words === undefined ? {} : { words });

function answerConsent(consent: 'agreed' | 'declined'): Planner<'cosign'> {
  return (_step, { caller: { person = '' } }, before) => ({
    set: { asked: { ...before.asked, [person]: consent } },
  });
}

const PLANNERS: { readonly [A in SuggestionAct]: Planner<A> } = {
  edit: ({ title, grounds, plan }) => ({ set: { title, grounds, plan } }),
  ask: ({ persons }, { directory, today }, before) => {
    const able = membersOn(directory.people, today).filter(({ level }) => level === before.level);
    const fresh = persons.filter((one) => one !== before.lead && before.asked[one] === undefined);
    if (!fresh.every((one) => able.some(({ person }) => person === one))) return wrong('persons');
    const asked = { ...before.asked, ...Object.fromEntries(fresh.map((one) => [one, 'asked' as const])) };
    return Object.keys(asked).length > LIMITS.cosigners ? wrong('persons') : { set: { asked } };
  },
  cosign: answerConsent('agreed'),
  decline: (step, context, before) => ({
    ...answerConsent('declined')(step, context, before),
    ...said(step),
  }),
  // Whoever has not answered by now has not co-signed (联名 needs each one's own consent).
  submit: (_step, { today }, before) => ({
    set: {
      submittedOn: before.submittedOn ?? today,
      asked: endAsking(before),
    },
  }),
  withdraw: ({ words }, _context, before) => ({ set: { asked: endAsking(before) }, words }),
  examine: said,
  sendBack: said,
  toLetter: said,
  passUp: said,
  entrust: (step, context, before) => ({
    set: { ...handOver(context, before, step.difficult), through: true },
    ...said(step),
  }),
  assign: (step, context, before) => {
    const dates = handOver(context, before, step.difficult);
    const plan = toUnits(context, { ...before, ...dates }, step);
    return 'refused' in plan ? plan : { ...plan, set: { ...dates, ...plan.set }, ...said(step) };
  },
  nameUnits: (step, context, before) => {
    const plan = toUnits(context, before, step);
    return 'refused' in plan ? plan : { ...plan, ...said(step) };
  },
  contact: ({ date, words }, { today }, before) =>
    date > today || date < (before.handedOn ?? date)
      ? wrong('date')
      : { set: { contactedOn: date, due: before.replyBy ?? before.due }, drop: ['returnBy'], words },
  return: ({ words }) => ({ drop: ['returnBy'], words }),
  assistReply: ({ words }, { caller: { unit = '' }, now }, before) => ({
    set: { assists: { ...before.assists, [unit]: { words, at: now } } },
  }),
  writeReply: ({ letter, signer, class: kind, words, doneBy }, { caller: { unit = '' }, now, today }) => {
    const promised = kind === 'B' || kind === 'C';
    if (promised && (doneBy === undefined || doneBy <= today)) return wrong('doneBy');
    const draft = { letter, signer, class: kind, words, unit, at: now };
    return { set: { draft: promised && doneBy !== undefined ? { ...draft, doneBy } : draft } };
  },
  reply: ({ scan: file, paper }, { now }, { township, draft, replies }) => {
    // What lies in a phone's own folder may change; a copy that was taken in does not.
    if (!draft || !isPaper(township, file)) return wrong('scan');
    const reply = { ...draft, at: now, scan: { file, paper } };
    return { set: { replies: [...replies, reply].slice(-6) }, drop: ['draft', 'promise', 'opinion'] };
  },
  opine: (step, context, before) => opined(context, before, step, context.today, false),
  opineOnPaper: (step, context, before) =>
    step.date > context.today ? wrong('date') : opined(context, before, step, step.date, true),
  settle: ({ then, words }, context, before) =>
    then === 'close'
      ? { set: { state: 'closed', due: context.today }, words }
      : { set: redo(context, before), drop: ['contactedOn', 'draft'], words },
  proposeKey: ({ words }, { caller }) => ({
    set: { key: { state: 'proposed', by: nameOfCaller(caller) } },
    words,
  }),
  decideKey: ({ agreed, words }, { caller }) =>
    agreed
      ? { set: { key: { state: 'decided', by: nameOfCaller(caller) } }, words }
      : { drop: ['key'], words },
  endKey: (step) => ({ drop: ['key'], ...said(step) }),
  includeInPlan: ({ words }) => ({ set: { inPlan: true }, words }),
  dispatch: said,
  urge: (step, { today }) => ({ set: { urgedOn: today }, ...said(step) }),
  publish: ({ title, result }, { now }, { _id }) => ({
    set: { published: { title, result }, board: `${String(now).padStart(13, '0')}${_id.slice(-8)}` },
  }),
  unpublish: () => ({ drop: ['published', 'board'] }),
};

/** Callers as they stand in their township: which unit is its government's is a setting. */
export function standIn({ settings }: Pick<Directory, 'settings'>, callers: readonly Caller[]): Caller[] {
  const { governmentUnit: government } = settingsOf(settings);
  return callers.map((caller) => ({ ...caller, government }));
}

/** The rows that the callers may take now: what the buttons show. */
export function legalActs(
  suggestion: SuggestionDocument,
  callers: readonly Caller[],
  directory: Directory,
  today: LocalDate,
): SuggestionAct[] {
  return actsOf(SUGGESTION_LIFE, suggestion, standIn(directory, callers), today);
}

/** Refusals: wrong-state, step-used, bad-input. Whether the caller may at all was asked before. */
export function takeStep(
  step: SuggestionStep,
  context: StepContext,
  before: SuggestionDocument,
): Taken | Refusal {
  const { act } = step;
  const row = SUGGESTION_LIFE.table[act];
  if (!row.from.includes(before.state)) return { refused: 'wrong-state', details: { state: before.state } };
  if (!meets(before, needsOfStep(SUGGESTION_LIFE, act, context.today)))
    return { refused: 'step-used', details: { state: before.state } };
  const planner = PLANNERS[act] as Planner<SuggestionAct>;
  const plan = planner(step, context, before);
  if ('refused' in plan) return plan;
  const { set = {}, drop = [] } = plan;
  const settings = settingsOf(context.directory.settings);
  const fixed = fixedBy(row, context.today, (setting) => afterDays(context, settings[setting]));
  const to = fixed.to ?? set.state ?? before.state;
  const kept = Object.fromEntries(
    Object.entries(before).filter(([name]) => !(drop as readonly string[]).includes(name)),
  ) as unknown as SuggestionDocument;
  return {
    ...plan,
    act,
    by: nameOfCaller(context.caller),
    event: row.event,
    to,
    due: isOpen(to) ? (fixed.due ?? set.due ?? before.due) : context.today,
    facets: facetsOf({ ...kept, ...set }),
  };
}
