/**
 * Random lives: two requests of two villagers, everybody does anything with them, some at once and call by call in any
 * order, days pass, time and events act. After each move both have exactly one owner, a date, and a step of whoever has
 * it that leads on (life-model.ts); what was refused changed nothing, what was offered was done. All this is asked two
 * hundred thousand times: it is written out only when something is wrong.
 *
 * `PROOF=1` lives ten thousand, each from its own seed; LIVES_FIRST and LIVES_COUNT do a part of them, LIVES_LOG names
 * a file for what was seen. In between it is a fiftieth.
 */
import { appendFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { STATES } from '../../../miniprogram/contract/labels';
import type { RequestState, StepInput } from '../../../miniprogram/contract/request-life';
import { main as requests } from '../../../cloudfunctions/request/index';
import { onClock } from '../../../cloudfunctions/request/events/on-clock';
import {
  onRequestAnswered,
  onRequestMerged,
  onRequestUnmerged,
} from '../../../cloudfunctions/request/events/on-request-merged';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import type { Invitation } from '../../../cloudfunctions/registry/invitations/rules/invitation';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import { toLocalDate } from '../../../cloudfunctions/shared/china-time';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import type { Consumer, OutboxEntry } from '../../../cloudfunctions/shared/outbox';
import type { Answer } from '../../support/cloud';
import { countCases } from '../../support/cases';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { brokenStep, faultsOf, hasTime, leftByClock, offered, peopleOf, type Person } from './life-model';
import { ACTS, life, narrow, PHONES, type Life, type Move, type Offer } from './life-moves';
import { submission, newKey } from './requests';
import { stepOf } from './step-inputs';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const proof = process.env['PROOF'] === '1';
const FIRST = Number(process.env['LIVES_FIRST'] ?? 0);
const COUNT = Number(process.env['LIVES_COUNT'] ?? (proof ? 10_000 : 200));
const LOG = process.env['LIVES_LOG'];
const DAY_MS = 86_400_000;
const BEGIN = Date.parse('2026-11-23T09:00:00+08:00');
let cloud: InProcessCloud;
let grants: readonly Invitation[];
let people: readonly Person[];
beforeAll(async () => {
  cloud = await startInProcess({ request: requests });
  grants = cloud.documents('invitations');
  people = peopleOf(grants, accountOf);
  // One in twenty is called back; here half of them, so that it is seen.
  const books = cloud.documents<Directory>('townships').map((directory) => ({
    ...directory,
    ...(directory._id === 'bh' && {
      settings: {
        ...directory.settings,
        callBackPercent: 50,
        // What is not the government's own goes through it.
        requestWay: 'government',
        governmentUnit: 'u2',
      },
    }),
  }));
  cloud.replace('townships', books);
});

const seen = {
  lives: 0,
  done: 0,
  refused: 0,
  atOnce: 0,
  acts: new Set<string>(),
  states: new Set<RequestState>(),
};

function today(): string {
  return toLocalDate(cloud.clock.now());
}

function readBoth(): RequestDocument[] {
  return cloud.documents<RequestDocument>('requests').sort((one, other) => (one.seq < other.seq ? -1 : 1));
}

async function begin({ person, deputy, village, moves: _moves, ...privacy }: Life): Promise<void> {
  cloud.replace('requests', []);
  cloud.replace('invitations', grants);
  cloud.clock.set(BEGIN);
  const said = { village, ...(deputy !== undefined && { deputy }) };
  const submit = (openid: string, input: object, action = 'submit') =>
    cloud.invoke('request', action, input, { openid, key: newKey() });
  const older = await submit('older', submission(said));
  cloud.clock.set(BEGIN + 60_000);
  const mine = submission({ ...said, privacy });
  const asked = person
    ? await submit('bh-staff', { ...mine, name: '某人', livesIn: village }, 'submitFor')
    : await submit('asker', mine);
  expect([older.ok, asked.ok]).toEqual([true, true]);
}

/** Everybody who has a phone, with what is offered to them, as pairs. */
function offers(request: RequestDocument): Offer[] {
  const askers = ['asker', 'older'].map((openid) => ({ openid, callers: [{ account: accountOf(openid) }] }));
  const known = people.filter(({ openid }) => PHONES.includes(openid));
  return [...askers, ...known].flatMap((person) =>
    offered(request, person, today()).map((act) => ({ openid: person.openid, act })),
  );
}

const CONSUMERS: Readonly<Record<string, Consumer>> = {
  'request-merged': onRequestMerged,
  'request-unmerged': onRequestUnmerged,
  'request-answered': onRequestAnswered,
  'request-closed': onRequestAnswered,
  'request-withdrawn': onRequestAnswered,
  'request-out-of-scope': onRequestAnswered,
  'request-settled': onRequestAnswered,
  'request-delivered': onRequestAnswered,
};

/** Every event that is there, once more: the relay brings each at least once. What raced comes again later. */
async function bringEvents(): Promise<void> {
  for (const { _id: document, township, outbox } of readBoth() as (RequestDocument & {
    outbox: OutboxEntry[];
  })[])
    for (const entry of outbox)
      await CONSUMERS[entry.event]?.(
        { ...entry, township, collection: 'requests', document },
        cloud.clock.now(),
      ).catch((error: unknown) => {
        if (!String(error).includes('tries again')) throw error;
      });
}

/** Until nothing is left for today. */
async function runClock(): Promise<void> {
  for (let n = 0; n < 20; n++) if ((await onClock(['bh'], cloud.clock.now())) === 0) return;
  throw new Error('the clock does not come to an end');
}

interface Act {
  openid: string;
  input: StepInput;
  request: string;
}

function send({ openid, input, request }: Act, key = newKey()): Promise<Answer> {
  return cloud.invoke('request', 'act', { township: 'bh', request, step: input }, { openid, key });
}

/** What an offered step may still meet in what it says: a date, a person or a target that will not do. */
const OF_INPUT = [
  'bad-input',
  'cannot-own',
  'not-older',
  'not-found',
  'not-by-handler',
  'not-owner',
  'step-used',
];

/** One in three straight to the government's own unit. */
const leadOf = ({ days }: Move) => ({ lead: days % 3 === 0 ? ('u2' as const) : ('u1' as const) });

function choose(one: Move, request: RequestDocument, older: RequestDocument, shift: number) {
  const date = toLocalDate(cloud.clock.now() + one.days * DAY_MS);
  const wording = {
    date,
    into: older._id,
    to: one.days % 2 === 0 ? 'p49' : 'p5',
    class: one.class,
    ...leadOf(one),
  };
  const rest = { solved: one.days > 20, then: one.days > 20 ? ('redo' as const) : ('close' as const) };
  const all = one.offered ? narrow(offers(request), one.pick) : [];
  const found = all[(one.pick + shift) % Math.max(1, all.length)];
  const { openid, act } = found ?? { openid: PHONES[one.by] ?? '', act: one.act };
  return {
    openid,
    input: stepOf(act, { ...wording, ...rest }),
    request: request._id,
    offered: found !== undefined,
  };
}

type Chosen = ReturnType<typeof choose>;

async function makeMove(one: Move): Promise<void> {
  cloud.clock.set(cloud.clock.now() + 61_000 + one.jump * DAY_MS);
  if (one.jump > 0) {
    await bringEvents();
    await runClock();
    const left = readBoth().flatMap((each) => leftByClock(each, today()));
    if (left.length > 0) throw new Error(`the clock left ${left.join(', ')}`);
  }
  const [older, younger] = readBoth();
  if (!older || !younger) throw new Error('one is gone');
  const before = one.older ? older : younger;
  const chosen = choose(one, before, older, 0);
  const key = newKey();
  const rivals = {
    none: [],
    retry: [() => send(chosen, key)],
    other: [() => send(choose(one, before, older, 7))],
    clock: [() => onClock(['bh'], cloud.clock.now())],
    events: [() => bringEvents()],
  }[one.rival];
  const [answer, rival] = await cloud.together<unknown>([() => send(chosen, key), ...rivals], one.order);
  judge(one, chosen, before, answer as Answer, rival as Answer);
}

/** What was wrong with an act alone: what was refused changed nothing, what was offered was done and gave time. */
function faultsAlone(chosen: Chosen, before: RequestDocument, after: RequestDocument, answer: Answer) {
  const { act } = chosen.input;
  if (!answer.ok)
    return [
      chosen.offered &&
        !OF_INPUT.includes(answer.code ?? '') &&
        `offered, and refused: ${String(answer.code)}`,
      after.rev !== before.rev && 'refused, and something changed',
    ];
  return [
    after.rev !== before.rev + 1 && `${String(after.rev - before.rev)} changes`,
    !hasTime(act, before, after, today()) && 'leaves no time',
  ];
}

/** The same once more, at the same moment: one change, and one answer to both. */
function faultsOfRetry(before: RequestDocument, after: RequestDocument, answer: Answer, rival?: Answer) {
  const isSame = isDeepStrictEqual({ ...rival, cost: 0 }, { ...answer, cost: 0 });
  return [
    !isSame && `answered ${JSON.stringify(answer)} and ${JSON.stringify(rival)}`,
    after.rev !== before.rev + (answer.ok ? 1 : 0) && `${String(after.rev - before.rev)} changes`,
  ];
}

function judge(one: Move, chosen: Chosen, before: RequestDocument, answer: Answer, rival?: Answer) {
  const { act } = chosen.input;
  const after = readBoth().find(({ _id }) => _id === before._id) ?? before;
  if (answer.ok) seen.acts.add(act);
  seen[answer.ok ? 'done' : 'refused']++;
  if (one.rival !== 'none') seen.atOnce++;
  const faults = [
    /internal|platform|busy/.test(answer.code ?? '') && String(answer.code),
    ...(one.rival === 'none' ? faultsAlone(chosen, before, after, answer) : []),
    ...(one.rival === 'retry' ? faultsOfRetry(before, after, answer, rival) : []),
  ].filter(Boolean);
  if (faults.length > 0)
    throw new Error(`${act} by ${chosen.openid} from ${before.state}: ${faults.join('; ')}`);
  countCases();
}

async function live(one: Life): Promise<void> {
  await begin(one);
  /** On which day each was looked at: the same request on the same day is what it was. */
  const looked = new WeakMap<RequestDocument, string>();
  for (const each of one.moves) {
    await makeMove(each);
    for (const request of readBoth().filter((each) => looked.get(each) !== today())) {
      looked.set(request, today());
      const faults = [...faultsOf(request, people, today()), brokenStep(request)].filter(Boolean);
      if (faults.length > 0) throw new Error(`${request.state}: ${faults.join(', ')}`);
      seen.states.add(request.state);
      countCases();
    }
  }
  seen.lives++;
}

test(
  `${String(COUNT)} lives always have an owner, a next date and a way out`,
  async () => {
    for (let seed = FIRST; seed < FIRST + COUNT; seed++) {
      await fc.assert(fc.asyncProperty(fc.noBias(life), live), {
        seed,
        numRuns: 1,
        endOnFailure: process.env['LIVES_SHRINK'] === undefined,
      });
      if (LOG !== undefined && (seen.lives % 100 === 0 || seed === FIRST + COUNT - 1)) {
        const { acts, states, ...counts } = seen;
        const line = { first: FIRST, next: seed + 1, ...counts, acts: acts.size, states: states.size };
        appendFileSync(LOG, `${JSON.stringify(line)}\n`);
      }
    }
    if (COUNT >= 200) expect([...seen.states].sort()).toEqual(Object.keys(STATES).sort());
    if (COUNT >= 10_000) expect([...seen.acts].sort()).toEqual([...ACTS].sort());
  },
  120_000 + COUNT * 5_000,
);
