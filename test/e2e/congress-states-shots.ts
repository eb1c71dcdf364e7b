/** Congress in its states: a suggestion in each, as whoever has it sees it; what is empty, prepared, over, missed, long. */
import { OWNERS } from '../../cloudfunctions/congress/suggestion/rules/owner';
import { ROLES_OF } from '../../cloudfunctions/congress/suggestion/rules/actors';
import { SUGGESTION_TABLE } from '../../cloudfunctions/congress/suggestion/rules/life-cycle';
import type {
  SuggestionAct,
  SuggestionOwner,
  SuggestionState,
  SuggestionView,
} from '../../miniprogram/contract/congress/suggestion';
import { SUGGESTION_OWNERS, SUGGESTION_STATES } from '../../miniprogram/contract/congress/suggestion-labels';
import type { Role } from '../../miniprogram/contract/roles';
import * as sample from '../support/sample-answers';
import type { Replies } from '../support/stub-gateway';
import { as, card, liaisonView, session, term, view } from './congress-shots';
import { ok, press, type Shot } from './shot-kit';

const ROLE_OF: Readonly<Record<SuggestionOwner, Role>> = {
  deputy: 'deputy',
  office: 'staff',
  presidium: 'chief',
  government: 'unit',
  unit: 'unit',
  nobody: 'deputy',
};

const reply = {
  letter: '白政建复〔11〕号',
  signer: '镇长',
  class: 'B',
  words: '已经列入明年的道路项目，设计图在村里公示。',
  doneBy: '2027-05-30',
  at: sample.NOW,
  unitName: '交通建设办',
  scan: 'public',
} as const;

/** With what of the table this role may do; of lead and co-signer a deputy is the lead. */
function actsIn(state: SuggestionState, role: Role): SuggestionAct[] {
  return (Object.keys(SUGGESTION_TABLE) as SuggestionAct[]).filter((act) => {
    const { from, who } = SUGGESTION_TABLE[act];
    return from.includes(state) && who.some((actor) => actor !== 'asked' && ROLES_OF[actor].includes(role));
  });
}

function viewIn(state: SuggestionState): SuggestionView {
  const { draft: _draft, due: _due, assigned, contactedOn, assists, ...rest } = view;
  const before = ['drafting', 'submitted', 'sent-back', 'examined', 'letter', 'passed-up'].includes(state);
  const owner = OWNERS[state];
  const open = SUGGESTION_STATES[state].type === 'open';
  const answered = ['replied', 'promised', 'review', 'closed'].includes(state);
  const names: Partial<Record<SuggestionOwner, string>> = { deputy: '王样样', unit: '交通建设办' };
  return {
    ...rest,
    state,
    owner,
    ownerName: names[owner] ?? SUGGESTION_OWNERS[owner],
    ...(open && { due: '2027-02-23' }),
    ...(assigned && !before && state !== 'entrusted' && { assigned }),
    ...(answered && contactedOn !== undefined && { contactedOn }),
    assists: answered ? assists : [],
    replies: answered ? [reply] : [],
    acts: actsIn(state, ROLE_OF[owner]),
  };
}

type Answers = NonNullable<Replies['congress']>;

function shows(role: Role, answers: Answers, keeps = false): Replies {
  const replies = as(role, keeps);
  return { ...replies, congress: { ...replies.congress, ...answers } };
}

const LONG = '关于整治白鹤桥至柳树城十一公里沿线排水、护栏、路灯和垃圾堆放并落实专人长期管护经费的建议';
const session1 = 'deputy/session/session';
const presidium = 'office/presidium/presidium';

export const congressStatesShots: readonly Shot[] = [
  ...(Object.keys(SUGGESTION_STATES) as SuggestionState[]).map((state): Shot => ({
    name: `state-suggestion-${state}`,
    page: 'deputy/suggestion/suggestion',
    query: { suggestion: 'x' },
    replies: shows(ROLE_OF[OWNERS[state]], { suggestion: ok(viewIn(state)) }),
    whole: true,
  })),
  {
    name: 'state-suggestions-empty',
    page: 'deputy/suggestions/suggestions',
    replies: shows('deputy', {
      suggestions: ok({ suggestions: [] }),
      suggestionFigures: ok({ total: 0, open: 0, answered: 0, done: 0, promised: 0, categories: [] }),
    }),
    whole: true,
  },
  {
    name: 'state-suggestions-long',
    page: 'deputy/suggestions/suggestions',
    replies: shows('chief', {
      suggestions: ok({
        suggestions: Array.from({ length: 20 }, (_, at) => ({
          ...card,
          title: LONG,
          suggestion: `bh~${String(at).padStart(16, '0')}`,
        })),
        next: 'n',
      }),
    }),
    whole: true,
    wide: true,
  },
  {
    name: 'state-sessions-empty',
    page: 'deputy/sessions/sessions',
    replies: shows('chief', { sessions: ok({ sessions: [] }) }),
  },
  {
    name: 'state-session-prepared',
    page: session1,
    query: { session: 's1' },
    replies: shows('chief', {
      session: ok({
        ...session,
        state: 'prepared',
        keeps: true,
        agenda: [],
        sittings: [],
        papers: [],
        votes: [],
        opinions: [],
        bills: [],
        own: { signed: [] },
        noticeBy: '2026-11-16',
      }),
    }),
    whole: true,
  },
  {
    name: 'state-session-closed',
    page: session1,
    query: { session: 's1' },
    replies: shows('chief', {
      session: ok({
        ...session,
        state: 'closed',
        keeps: true,
        minutes: '卷三',
        absent: [
          { person: 'p8', name: '赵样样', again: false },
          { person: 'p9', name: '孙样样', again: true },
        ],
      }),
    }),
    whole: true,
  },
  {
    name: 'state-hall-empty',
    page: 'office/hall/hall',
    query: { session: 's1', sitting: 'b1' },
    replies: shows('chief', {
      roll: ok({
        base: 43,
        present: 0,
        missing: 43,
        leave: 0,
        observers: 0,
        needed: 29,
        quorum: false,
        rows: [],
      }),
    }),
    wide: true,
  },
  {
    name: 'state-term-preparing',
    page: 'office/term/term',
    replies: shows('chief', {
      term: ok({
        term: {
          term: term.term,
          name: term.name,
          opens: term.opens,
          edition: 1,
          committee: [],
          lines: '',
          villages: term.villages,
          noLeader: [],
          emptied: [],
          state: 'preparing',
          rows: [],
          acts: ['saveList', 'saveVillages', 'changeDay', 'drop'],
        },
      }),
      leaving: ok({ people: [] }),
    }),
    whole: true,
    wide: true,
  },
  {
    name: 'state-term-opened',
    page: 'office/term/term',
    replies: shows('chief', { term: ok({ term: { ...term, state: 'opened', acts: [] } }) }),
    whole: true,
  },
  {
    name: 'state-changes-empty',
    page: 'office/changes/changes',
    replies: shows('chief', { changes: ok({ changes: [], vacancies: [] }) }),
  },
  { name: 'state-presidium-empty', page: presidium, replies: shows('chief', { topics: ok({ topics: [] }) }) },
  {
    name: 'state-presidium-missed',
    page: presidium,
    query: { tab: 'meetings' },
    replies: shows('chief', {
      meetings: ok({ meetings: [], members: liaisonView.members, nextBy: '2026-10-30' }),
    }),
  },
  {
    name: 'state-presidium-meeting',
    page: presidium,
    query: { tab: 'meetings' },
    replies: shows('staff', {
      keyCandidates: ok({
        candidates: [{ kind: 'opinion', id: 'bh~a', part: 'o1', number: '视察意见', words: '视察村道建设' }],
      }),
    }),
    act: press('登记一次会议'),
    ordinary: true,
    whole: true,
  },
  {
    name: 'state-presidium-guidance',
    page: presidium,
    query: { tab: 'guidance' },
    replies: shows('chief', {
      guidance: ok({
        notes: [
          {
            note: 'bh~n1',
            kind: 'training',
            date: '2026-11-20',
            byName: '人大办',
            words: '代表想学怎么看预算。',
          },
          {
            note: 'bh~n2',
            kind: 'visit',
            date: '2026-10-20',
            byName: '人大办',
            words: '区人大来看代表之家。',
            answer: { words: '添了阅览架。', on: '2026-11-01' },
          },
        ],
      }),
    }),
    whole: true,
    wide: true,
  },
  {
    name: 'state-liaison-own',
    page: presidium,
    query: { tab: 'liaison' },
    replies: shows('deputy', {
      liaison: ok({
        ...liaisonView,
        pairs: liaisonView.pairs.slice(0, 1),
        members: [],
        keeps: false,
        notes: liaisonView.notes.map((note) => ({
          ...note,
          answer: { words: '已调换值班。', on: '2026-11-22' },
        })),
      }),
    }),
  },
  {
    name: 'state-liaison-own-say',
    page: presidium,
    query: { tab: 'liaison' },
    replies: shows('deputy', {
      liaison: ok({
        pairs: [{ person: 'p5', name: '王样样', member: '', memberName: '' }],
        members: [],
        keeps: false,
        notes: [],
      }),
    }),
    act: press('说一条意见或困难'),
    ordinary: true,
  },
];
