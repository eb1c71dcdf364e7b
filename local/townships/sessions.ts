/**
 * Sessions of the sample's township: the first of its term, closed, at which the suggestions of the sample were made, and
 * the first of the next term, which the office prepares; both by the rules of a session's acts.
 */
import { planSession } from '../../cloudfunctions/congress/session/rules/act-on-session';
import { closeSession } from '../../cloudfunctions/congress/session/store';
import type { SessionDocument } from '../../cloudfunctions/congress/session/rules/session-document';
import { addDays, toLocalDate } from '../../cloudfunctions/shared/china-time';
import type { SessionStep } from '../../miniprogram/contract/congress/session';
import type { Instant } from '../../miniprogram/contract/wire';

export const FIRST_SESSION = 's181';
/** Days before today. */
const BEGAN = 322;

/** Days from today to the next one. */
const BEGINS = 28;
const DEPUTIES = 50;

function prepared(township: string, session: string, name: string, from: string): SessionDocument {
  return {
    _id: `${township}~${session}`,
    township,
    rev: 1,
    edition: 1,
    session,
    name,
    from,
    to: addDays(from, 1),
    place: '镇政府三楼会议室',
    state: 'prepared',
    agenda: [],
    sittings: [],
    papers: [],
    votes: [],
    acts: [],
  };
}

function act(before: SessionDocument, step: SessionStep, today: string): SessionDocument {
  const planned = planSession(step, before, { today, base: DEPUTIES });
  if ('refused' in planned) throw new Error(`${step.act} of ${before.name}: ${planned.refused}`);
  return { ...before, ...planned.set, rev: before.rev + 1, edition: before.edition + 1 };
}

const AGENDA = [
  '听取和审议镇人民政府工作报告',
  '审查和批准财政预算执行情况和预算草案的报告',
  '听取和审议镇人大主席团工作报告',
  '听取代表建议办理情况的报告',
];

function agendaOf(from: string, more: readonly string[]): SessionStep {
  const half = { start: '08:30', end: '11:30', title: '上午会' };
  const days = [from, addDays(from, 1)];
  return {
    act: 'saveAgenda',
    agenda: [...AGENDA, ...more].map((title) => ({ title })),
    sittings: days.map((date) => ({ ...half, date })),
  };
}

function firstSession(township: string, today: string): SessionDocument {
  const from = addDays(today, -BEGAN);
  const noticedOn = addDays(from, -10);
  const vote = { present: 47, for: 46, against: 0, abstain: 1 } as const;
  const steps: readonly (readonly [string, SessionStep])[] = [
    [noticedOn, agendaOf(from, [])],
    [noticedOn, { act: 'addPaper', title: '政府工作报告', kind: 'informational', where: '会务组发' }],
    [noticedOn, { act: 'notify', place: '镇政府三楼会议室' }],
    [addDays(from, 1), { act: 'recordVote', item: 'a1', title: '关于政府工作报告的决议', ...vote }],
    [addDays(from, 1), { act: 'recordVote', item: 'a2', title: '关于财政预算的决议', ...vote }],
    [addDays(from, 1), { act: 'close' }],
    [addDays(from, 5), { act: 'fileMinutes', number: '十八届一次会议卷' }],
  ];
  return steps.reduce(
    (before, [day, step]) => act(before, step, day),
    prepared(township, FIRST_SESSION, '镇十八届人大一次会议', from),
  );
}

function nextSession(township: string, today: string): SessionDocument {
  const from = addDays(today, BEGINS);
  const born = prepared(township, 's191', '镇十九届人大一次会议', from);
  return act(born, agendaOf(from, ['选举镇人大主席、副主席，镇长、副镇长']), today);
}

export function sampleSessions(township: string, now: Instant): (SessionDocument & { outboxAt: number })[] {
  const today = toLocalDate(now);
  return [firstSession(township, today), nextSession(township, today)].map((one) => ({
    ...closeSession(one),
    outboxAt: 0,
  }));
}
