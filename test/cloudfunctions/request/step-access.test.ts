/**
 * Who may do which step, cell by cell: every step of the table, every role, on a matter that is theirs, on another's,
 * and from the other township. What each cell must be is computed from the table; whether it is so is asked of the
 * artefacts.
 */
import { ROLES_OF } from '../../../cloudfunctions/request/rules/actors';
import { LIFE_CYCLE } from '../../../cloudfunctions/request/rules/life-cycle';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import type { Role } from '../../../miniprogram/contract/registry';
import type { RequestAct, StepInput } from '../../../miniprogram/contract/request-life';
import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { submit } from './matters';
import { step, stored } from './steps';

jest.setTimeout(300_000);

let cloud: SampleCloud;
let born: RequestDocument;
let older: string;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
  older = (await submit(cloud, 'older', { deputy: 'p5' })).request;
  cloud.clock.set(cloud.clock.now() + 1_000);
  born = stored(cloud, (await submit(cloud, 'asker', { deputy: 'p5' })).request);
});
afterAll(() => cloud.close());

const words = '写几句';
const date = '2026-12-01';
const STEPS: { readonly [A in RequestAct]: Extract<StepInput, { act: A }> } = {
  ...{ take: { act: 'take' }, explain: { act: 'explain', words }, visit: { act: 'visit', date } },
  ...{ propose: { act: 'propose', words }, recuse: { act: 'recuse' }, note: { act: 'note', words } },
  ...{ setTitle: { act: 'setTitle', title: '标题' }, handOver: { act: 'handOver', to: 'p49' } },
  ...{ assign: { act: 'assign', lead: 'u1', assist: [] }, reassign: { act: 'reassign', to: 'p49' } },
  ...{ keep: { act: 'keep' }, outOfScope: { act: 'outOfScope', door: 'court', words } },
  ...{ passUp: { act: 'passUp', summary: words }, refer: { act: 'refer', words } },
  ...{ release: { act: 'release', summary: words }, deliver: { act: 'deliver', how: 'call' } },
  planDelivery: { act: 'planDelivery', who: '某人', how: 'visit', date },
  ...{ merge: { act: 'merge', into: '' }, unmerge: { act: 'unmerge' }, unpublish: { act: 'unpublish' } },
  publish: { act: 'publish', title: '标题', summary: words, result: words },
  ...{ callBack: { act: 'callBack', solved: true, words }, dispatch: { act: 'dispatch', words } },
  ...{
    resume: { act: 'resume' },
    urge: { act: 'urge' },
    rule: { act: 'rule', lead: 'u1', assist: [], words },
  },
  ...{ extend: { act: 'extend', until: date, words }, grantExtension: { act: 'grantExtension' } },
  ...{ refuseExtension: { act: 'refuseExtension', words }, pause: { act: 'pause', until: date, words } },
  ...{ supervise: { act: 'supervise', words }, endSupervise: { act: 'endSupervise' } },
  ...{ settle: { act: 'settle', then: 'redo', words }, accept: { act: 'accept' } },
  ...{ return: { act: 'return', words }, askExtension: { act: 'askExtension', until: date, words } },
  ...{ reply: { act: 'reply', class: 'A', words }, assistReply: { act: 'assistReply', words } },
  ...{ withdraw: { act: 'withdraw' }, solved: { act: 'solved' }, notSolved: { act: 'notSolved', words } },
  ...{ disagree: { act: 'disagree', words }, rate: { act: 'rate', satisfaction: 'satisfied' } },
};

/** Whoever calls: which roles the account holds, and what the matter is to it (own), by the fields it needs. */
interface Who {
  openid: string;
  roles: readonly Role[];
  owns: (request: RequestDocument) => boolean;
  group?: string;
  unit?: string;
}
const never = () => false;
const WHO: readonly Who[] = [
  { openid: 'asker', roles: [], owns: never },
  { openid: 'stranger', roles: [], owns: never },
  { openid: 'bh-p5', roles: ['deputy'], owns: ({ owner }) => owner.person === 'p5' },
  { openid: 'bh-p49', roles: ['deputy'], owns: never },
  { openid: 'bh-p6', roles: ['leader'], owns: ({ owner }) => owner.person === 'p6', group: 'g3' },
  { openid: 'bh-staff', roles: ['staff'], owns: ({ owner }) => owner.kind === 'office' },
  {
    openid: 'bh-unit',
    roles: ['unit'],
    owns: ({ owner, lead }) => owner.kind === 'unit' && lead === 'u1',
    unit: 'u1',
  },
  { openid: 'bh-unit-2', roles: ['unit'], owns: never, unit: 'u2' },
  ...['bh-helper', 'qu-district', 'bh-admin', 'qs-staff', 'qs-p1'].map((openid) => ({
    ...{ openid, roles: [], owns: never },
  })),
];

/** Of what kind the matter must be for the step to be legal, by whoever may. */
function ready(act: RequestAct): RequestDocument {
  const { from, who } = LIFE_CYCLE[act];
  const at = act === 'notSolved' ? 'confirming' : from[0];
  const office = { kind: 'office', person: '', group: '' } as const;
  const unit = { kind: 'unit', person: '', group: '' } as const;
  const owner =
    who.includes('unit') || who.includes('assistant') ? unit : who[0] === 'keeper' ? office : born.owner;
  const extras: Partial<RequestDocument> = {
    ...{
      state: at ?? 'submitted',
      owner,
      lead: 'u1',
      assists: { u2: { due: date } },
      returnBy: '2030-01-01',
    },
    ...{
      reopenBy: '2030-01-01',
      rateBy: '2030-01-01',
      assigned: { at: 0, replyBy: date, longBy: '2030-01-01' },
    },
    ...(act === 'callBack' && { callback: 'due' as const }),
    ...(act === 'resume' && { paused: { until: date, words, left: 2 } }),
    ...(act === 'endSupervise' && { key: true as const }),
    ...(act === 'unpublish' && { board: '1' }),
    ...(act === 'publish' && { privacy: { ...born.privacy, publishable: true } }),
    ...(act.endsWith('Extension') &&
      act !== 'askExtension' && {
        extension: { until: date, words, state: 'asked' as const },
      }),
    ...(act === 'unmerge' && {
      mergedInto: older,
      before: { state: 'submitted' as const, owner: born.owner, due: date },
    }),
  };
  return { ...born, ...extras };
}

function mayDo(act: RequestAct, who: Who, request: RequestDocument): boolean {
  return LIFE_CYCLE[act].who.some((actor) => {
    if (actor === 'asker') return who.openid === 'asker';
    if (!ROLES_OF[actor].some((role) => who.roles.includes(role))) return false;
    switch (actor) {
      case 'proxy':
        return request.reach === 'person';
      case 'leader':
        return who.group === request.led;
      case 'assistant':
        return Object.hasOwn(request.assists ?? {}, who.unit ?? '');
      case 'deputy':
      case 'keeper':
      case 'unit':
        return who.owns(request);
      default:
        return true;
    }
  });
}

it.each(Object.keys(STEPS) as RequestAct[])('%s, by everybody', async (act) => {
  for (const who of WHO) {
    const request = ready(act);
    await cloud.database.importDocuments('requests', [request]);
    // Nobody here is to run into the minute's bound.
    cloud.clock.set(cloud.clock.now() + 61_000);
    const input = act === 'merge' ? { act, into: older } : STEPS[act];
    const { ok, code } = await step(cloud, who.openid, request._id, input);
    const about = `${who.openid} ${act}: ${mayDo(act, who, request) ? 'done' : 'refused'}`;
    expect(`${who.openid} ${act}: ${ok ? 'done' : 'refused'}`).toBe(about);
    if (!ok) expect(['not-allowed', 'not-found', 'not-owner']).toContain(code);
    if (!ok) expect(stored(cloud, request._id).rev).toBe(request.rev);
  }
});
