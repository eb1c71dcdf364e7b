/** What must hold of a suggestion after whatever happened, and what anybody can say of each step. */
import { membersOn, type Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { Caller } from '../../../../cloudfunctions/congress/suggestion/rules/actors';
import { isOpen } from '../../../../cloudfunctions/congress/suggestion/rules/life-cycle';
import { ownerOf } from '../../../../cloudfunctions/congress/suggestion/rules/owner';
import {
  facetsOf,
  type SuggestionDocument,
} from '../../../../cloudfunctions/congress/suggestion/rules/suggestion-document';
import {
  legalActs,
  takeStep,
  type Taken,
} from '../../../../cloudfunctions/congress/suggestion/rules/take-step';
import type { SuggestionAct, SuggestionStep } from '../../../../miniprogram/contract/congress/suggestion';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { addDays, toInstant } from '../../../../cloudfunctions/shared/china-time';

export const GOVERNMENT = 'u3';

export const CALLERS: readonly Caller[] = [
  { account: 'a5', role: 'deputy', person: 'p5' },
  { account: 'a6', role: 'leader', person: 'p6' },
  { account: 'a8', role: 'deputy', person: 'p8' },
  { account: 'a1', role: 'chief', person: 'p1' },
  { account: 'a17', role: 'presidium', person: 'p17' },
  { account: 'as', role: 'staff' },
  { account: 'u1', role: 'unit', unit: 'u1' },
  { account: 'u2', role: 'unit', unit: 'u2' },
  { account: 'u3', role: 'unit', unit: GOVERNMENT },
];

export function bornSuggestion(today: LocalDate): SuggestionDocument {
  const at = toInstant(today, '10:00');
  return {
    _id: 'bh~0123456789abcdef',
    township: 'bh',
    rev: 1,
    number: '建1123-0123',
    born: { k: 'k', h: 'h' },
    lead: 'p5',
    level: 'town',
    asked: {},
    category: 'road',
    requests: [],
    title: '案由',
    grounds: '案据',
    plan: '方案',
    state: 'drafting',
    open: true,
    due: addDays(today, 28),
    dueSeq: '',
    seq: '',
    createdAt: at,
    replies: [],
    redone: 0,
    facets: facetsOf({ lead: 'p5', asked: {} }),
    steps: [],
    acts: [],
  };
}

/** A step of each kind that is sound on that day; `n` varies what can be said. */
export function stepOf(act: SuggestionAct, today: LocalDate, n: number): SuggestionStep {
  const words = '测试';
  const lead = ['u1', 'u2'][n % 2] ?? 'u1';
  const opinion = (['satisfied', 'basic', 'dissatisfied'] as const)[n % 3] ?? 'satisfied';
  switch (act) {
    case 'edit':
      return { act, title: '新', grounds: '新', plan: '新' };
    case 'ask':
      return { act, persons: [n % 2 ? 'p6' : 'p8'] };
    case 'submit':
    case 'cosign':
    case 'unpublish':
      return { act };
    case 'opine':
      return { act, opinion };
    case 'opineOnPaper':
      return { act, opinion, date: today };
    case 'publish':
      return { act, title: '标题', result: '结果' };
    case 'assign':
      return { act, lead, assist: n % 3 ? [] : ['u3'], difficult: n % 5 === 0 };
    case 'nameUnits':
      return { act, lead, assist: [] };
    case 'entrust':
      return { act, difficult: n % 2 === 0 };
    case 'settle':
      return { act, then: n % 2 ? 'redo' : 'close', words };
    case 'decideKey':
      return { act, agreed: n % 2 === 0, words };
    case 'contact':
      return { act, date: today, words };
    case 'reply':
      return { act, scan: 'cloud://e.b/bh/papers/letter.pdf', paper: 'public' };
    case 'writeReply': {
      const kind = (['A', 'B', 'C', 'D'] as const)[n % 4] ?? 'A';
      const promised = kind === 'B' || kind === 'C';
      const said = { act, letter: '白政函〔2026〕1号', signer: '某', class: kind, words } as const;
      return promised ? { ...said, doneBy: addDays(today, 30 + n) } : said;
    }
    default:
      return { act, words };
  }
}

/** What the one write leaves behind, but for keys and outbox. */
export function written(before: SuggestionDocument, taken: Taken, today: LocalDate): SuggestionDocument {
  const { set = {}, drop = [], to, due, facets, act, by } = taken;
  const kept = Object.entries(before).filter(
    ([name]) => !(drop as readonly string[]).includes(name) || name in set,
  );
  return {
    ...(Object.fromEntries(kept) as unknown as SuggestionDocument),
    ...set,
    rev: before.rev + 1,
    state: to,
    open: isOpen(to),
    due,
    dueSeq: due,
    facets,
    steps: [...before.steps, { at: toInstant(today), act, by }],
  };
}

/** Whoever has it can do something about it that changes its state, in whatever state it is. */
function leadsOn(directory: Directory, suggestion: SuggestionDocument, today: LocalDate): boolean {
  return CALLERS.some((caller) =>
    legalActs(suggestion, [caller], directory, today).some((act) => {
      const context = { directory, caller, now: toInstant(today), today };
      const taken = takeStep(stepOf(act, today, 0), context, suggestion);
      if ('refused' in taken) return false;
      // A letter is written first; the scan of it signed then leads on.
      const next =
        act === 'writeReply'
          ? takeStep(stepOf('reply', today, 0), context, written(suggestion, taken, today))
          : taken;
      return !('refused' in next) && next.to !== suggestion.state;
    }),
  );
}

/** Sentences about what is wrong; none where all is well. */
export function faultsOf(directory: Directory, suggestion: SuggestionDocument, today: LocalDate): string[] {
  const faults: string[] = [];
  const { state, open, due, replyBy, handedOn, answeredOn, promise, asked, facets } = suggestion;
  const owner = ownerOf(suggestion);
  if (open !== isOpen(state)) faults.push('open is not what the state says');
  if (open && owner === 'nobody') faults.push('open and nobody has it');
  if (!open && owner !== 'nobody') faults.push('over and somebody has it');
  if (open && !/^20\d\d-\d\d-\d\d$/.test(due)) faults.push('no next date');
  if (owner === 'unit' && suggestion.unit === undefined) faults.push('at a unit that is none');
  if ((state === 'assigned' || state === 'contacted') && due !== replyBy)
    faults.push('the answer’s day is not the day of 交办 and its months');
  if (handedOn !== undefined && handedOn > today) faults.push('handed over in days to come');
  if (state === 'promised' && (!promise || due !== promise.doneBy))
    faults.push('promised, and not by its day');
  if (promise && state !== 'promised') faults.push('on the ledger and not promised');
  if (suggestion.draft && state !== 'contacted' && state !== 'promised' && open)
    faults.push('a letter to be signed where there is nothing to answer');
  if (state === 'closed' && answeredOn === undefined) faults.push('closed, and nobody opined');
  if (state !== 'drafting' && Object.values(asked).includes('asked'))
    faults.push('handed in while somebody was still asked');
  if (facets.join() !== facetsOf(suggestion).join()) faults.push('lists would not find it');
  const members = membersOn(directory.people, today);
  if (!members.some(({ person }) => person === suggestion.lead)) faults.push('led by nobody');
  if (open && !leadsOn(directory, suggestion, today)) faults.push(`no way out of ${state}`);
  return faults;
}
