/**
 * Random lives: everybody does anything with one matter, days pass, the relay runs. After each step the request has
 * exactly one owner, a date, and a step that leads on; what was refused changed nothing; each state was reached as
 * the table says. PROOF=1 plays 10,000 of them; in between so few, because each life is ten acts through the artefacts.
 */
import fc from 'fast-check';
import { STATES } from '../../../miniprogram/contract/labels';
import type { RequestAct, RequestState, StepInput } from '../../../miniprogram/contract/request-life';
import { isOpen, LIFE_CYCLE, OPEN } from '../../../cloudfunctions/request/rules/life-cycle';
import { legalActs } from '../../../cloudfunctions/request/rules/take-step';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import { toLocalDate } from '../../../cloudfunctions/shared/china-time';
import { reloadSample, startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { submit } from './matters';
import { relay, step, stored } from './steps';

const RUNS = process.env['PROOF'] === '1' ? 10_000 : 30;
const STEPS_OF_A_LIFE = 14;

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());

const day = fc.integer({ min: 1, max: 40 });
const words = fc.constant('写几句');
const CALLERS = ['asker', 'bh-p5', 'bh-p49', 'bh-p6', 'bh-staff', 'bh-p1', 'bh-p17', 'bh-unit', 'bh-unit-2'];
const ACTS = Object.keys(LIFE_CYCLE) as RequestAct[];

interface Move {
  act: RequestAct;
  by: number;
  /** Among the legal ones of whoever may, rather than anything by anybody. */
  legal: boolean;
  pick: number;
  days: number;
  jump: number;
  words: string;
  class: 'A' | 'B' | 'C' | 'D';
}
const move: fc.Arbitrary<Move> = fc.record({
  ...{ act: fc.constantFrom(...ACTS), by: fc.nat(CALLERS.length - 1), legal: fc.boolean(), pick: fc.nat(99) },
  ...{ days: day, words, class: fc.constantFrom('A', 'B', 'C', 'D') },
  jump: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 }) },
  ),
});

function plus(days: number): string {
  return toLocalDate(cloud.clock.now() + days * 86_400_000);
}

function inputOf(act: RequestAct, { words: said, days, class: kind }: Move): StepInput {
  const units = { lead: 'u1', assist: ['u2'] };
  const all = {
    ...{
      words: said,
      date: plus(days),
      until: plus(days),
      title: '标题',
      to: 'p49',
      ...units,
      door: 'court',
    },
    ...{
      summary: said,
      how: 'call',
      who: '某人',
      into: 'bh~0000000000000000',
      result: said,
      solved: days > 20,
    },
    ...{ then: days > 20 ? 'redo' : 'close', class: kind, satisfaction: 'satisfied' },
    ...((kind === 'B' || kind === 'C') && act === 'reply' && { doneBy: plus(days) }),
  };
  const FIELDS: Partial<Record<RequestAct, readonly string[]>> = {
    ...{
      visit: ['date'],
      setTitle: ['title'],
      handOver: ['to'],
      assign: ['lead', 'assist'],
      reassign: ['to'],
    },
    ...{ outOfScope: ['door', 'words'], passUp: ['summary'], release: ['summary'], deliver: ['how'] },
    ...{ planDelivery: ['who', 'how', 'date'], merge: ['into'], publish: ['title', 'summary', 'result'] },
    ...{ callBack: ['solved', 'words'], rule: ['lead', 'assist', 'words'], extend: ['until', 'words'] },
    ...{ pause: ['until', 'words'], settle: ['then', 'words'], askExtension: ['until', 'words'] },
    ...{ reply: ['class', 'words', 'doneBy'], rate: ['satisfaction'], take: [], accept: [], unmerge: [] },
    ...{ unpublish: [], solved: [] },
  };
  const fields = FIELDS[act] ?? ['words'];
  const entries = Object.entries(all).filter(([name]) => fields.includes(name));
  return { act, ...Object.fromEntries(entries) } as StepInput;
}

/** Everybody who may do something, for the question whether anything can be done at all. */
function waysOut(request: RequestDocument): RequestAct[] {
  const unit = (id: string) => ({ account: '-', role: 'unit' as const, unit: id });
  const callers = [
    { account: request.account },
    { account: '-', role: 'deputy' as const, person: request.owner.person || '-' },
    ...(['staff', 'chief', 'presidium'] as const).map((role) => ({ account: '-', role })),
    ...[unit('u1'), unit('u2')],
  ];
  return legalActs(request, callers, toLocalDate(cloud.clock.now()));
}

function check(request: RequestDocument): void {
  const { state, open, owner, due, deputy, lead, dueSeq, clockOn } = request;
  expect(open).toBe(isOpen(state));
  expect(due).toMatch(/^20\d\d-\d\d-\d\d$/);
  expect(dueSeq.startsWith(due)).toBe(true);
  expect(STATES).toHaveProperty([state]);
  if (!open) return;
  expect([owner.kind, owner.person !== '']).toEqual([
    owner.kind,
    owner.kind === 'deputy' || owner.kind === 'leader',
  ]);
  if (owner.kind === 'unit') expect(lead).not.toBe('');
  if (owner.person !== '') expect(deputy).toBe(owner.person);
  expect(clockOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  const out = waysOut(request).filter(
    (act) => LIFE_CYCLE[act].to !== 'same' && !LIFE_CYCLE[act].who.includes('asker'),
  );
  // What waits for the asker alone ends by the clock.
  if (state === 'confirming') expect(clockOn < '9999').toBe(true);
  else expect([state, owner.kind, out.length > 0]).toEqual([state, owner.kind, true]);
}

function wasLegal(act: RequestAct, before: RequestState, after: RequestDocument): void {
  const { from, to } = LIFE_CYCLE[act];
  expect([act, before, from.includes(before)]).toEqual([act, before, true]);
  if (to === 'same') expect(after.state).toBe(before);
  else if (to !== 'planned') expect(after.state).toBe(to);
}

async function play(moves: readonly Move[], n: number): Promise<void> {
  cloud.clock.set(Date.parse('2026-11-23T09:00:00+08:00'));
  const asker = `life-${String(n)}`;
  const { request } = await submit(cloud, asker, { deputy: 'p5' });
  for (const one of moves) {
    cloud.clock.set(cloud.clock.now() + 61_000 + one.jump * 86_400_000);
    if (one.jump > 0) await relay(cloud);
    const before = stored(cloud, request);
    check(before);
    const legal = waysOut(before);
    const act = one.legal ? (legal[one.pick % Math.max(1, legal.length)] ?? one.act) : one.act;
    const caller = CALLERS[one.by] ?? 'asker';
    const answer = await step(cloud, caller === 'asker' ? asker : caller, request, inputOf(act, one));
    expect(answer.code ?? '').not.toMatch(/internal|platform/);
    const after = stored(cloud, request);
    if (!answer.ok) expect(after.rev).toBe(before.rev);
    else wasLegal(act, before.state, after);
    check(after);
  }
}

test(
  `${String(RUNS)} lives always have an owner, a next date and a way out`,
  async () => {
    let n = 0;
    const lives = fc.asyncProperty(
      fc.array(move, { minLength: 4, maxLength: STEPS_OF_A_LIFE }),
      async (moves) => {
        // The clock goes back for each life, so the minute's bounds of the last one must go as well.
        await reloadSample(cloud);
        await play(moves, n++);
      },
    );
    await fc.assert(lives, { numRuns: RUNS, endOnFailure: true });
    expect(OPEN.length).toBeGreaterThan(10);
  },
  120_000 + RUNS * 20_000,
);
