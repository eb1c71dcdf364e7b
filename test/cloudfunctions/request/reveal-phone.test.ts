/** A phone is masked for everybody but its owner, and told for a reason that the audit keeps. */
import { main as notify } from '../../../cloudfunctions/notify/index';
import { main as request } from '../../../cloudfunctions/request/index';
import type { RequestView, SubmitInput } from '../../../miniprogram/contract/request';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { turnstile } from '../../support/memory-database';
import { newKey, submission } from './requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const PHONE = '13987654321';
const MASKED = '139****4321';
const STAFF = 'bh-staff';
const OWNER = 'bh-p5';
const UNIT = 'bh-unit';
const open = { hideName: false, notOwnVillage: false, publishable: false };

let cloud: InProcessCloud;
let askers = 0;
const asker = () => `asker-${String(askers)}`;
beforeAll(async () => {
  cloud = await startInProcess({ request, notify });
});
beforeEach(() => {
  askers++;
  cloud.replace('audit', []);
  // Further on, so that nobody's calls of a minute are used up.
  cloud.clock.set(cloud.clock.now() + 90_000);
});

const invoke = (openid: string, action: string, input: object, key = newKey()) =>
  cloud.invoke('request', action, { township: 'bh', ...input }, { openid, key });

async function asked(changes: Partial<SubmitInput> = {}): Promise<string> {
  const answer = await invoke(asker(), 'submit', submission({ name: '金丝雀', phone: PHONE, ...changes }));
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return (answer.data as { request: string }).request;
}

const reveal = (openid: string, id: string, key?: string) =>
  invoke(openid, 'revealPhone', { request: id, reason: 'contact' }, key);
const phoneSeen = async (openid: string, id: string) =>
  ((await invoke(openid, 'get', { request: id })).data as RequestView).asker?.phone;

/** Who looked at which request for which reason, once everything is shipped. */
async function audited(): Promise<readonly Record<string, unknown>[]> {
  await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: asker() });
  return cloud.documents<{ act: string }>('audit').filter(({ act }) => act === 'reveal');
}

it('is whole for the asker, masked for the deputy, the leader and the office', async () => {
  const id = await asked({ deputy: 'p5' });
  for (const openid of [OWNER, 'bh-p6', STAFF]) expect(await phoneSeen(openid, id)).toBe(MASKED);
  expect(await phoneSeen(asker(), id)).toBe(PHONE);
});

it('is masked for the office where the office itself has it', async () => {
  const id = await asked({ recused: ['p5'], privacy: { ...open, notOwnVillage: true } });
  expect(await phoneSeen(STAFF, id)).toBe(MASKED);
});

it('is told for a reason, in one row of the audit for a key however often it is sent', async () => {
  const id = await asked({ deputy: 'p5' });
  const key = newKey();
  const told = { ok: true, data: { phone: PHONE, name: '金丝雀' } };
  expect([await reveal(OWNER, id, key), await reveal(OWNER, id, key)]).toMatchObject([told, told]);
  expect(await reveal(STAFF, id)).toMatchObject({ ok: true });
  const stored = cloud.documents<RequestDocument & { outbox: object[] }>('requests');
  expect(stored.find(({ _id }) => _id === id)?.outbox[1]).toMatchObject({
    event: 'phone-revealed',
    about: { request: id, by: 'p5' },
  });
  const rows = await audited();
  expect(rows).toMatchObject([
    { by: 'p5', of: id, to: 'contact' },
    { of: id, to: 'contact' },
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/金丝雀|139\d{8}/);
});

it('is not told without a reason of the list', async () => {
  const id = await asked({ deputy: 'p5' });
  const answer = await invoke(OWNER, 'revealPhone', { request: id, reason: '看看' });
  expect(answer).toMatchObject({ ok: false, code: 'bad-input' });
  expect(await audited()).toEqual([]);
});

it.each([
  ['hidden by the switch', 'bh-p5', { privacy: { ...open, hideName: true } }, 'not-allowed'],
  ['a deputy who has nothing to do with it', 'bh-p2', {}, 'not-found'],
  ['somebody without a role', 'nobody', {}, 'not-allowed'],
  ['a deputy whom it is about', 'bh-p5', { recused: ['p5'] }, 'not-found'],
  ['an administrator', 'bh-admin', {}, 'not-allowed'],
  ['another township', 'qs-staff', {}, 'not-allowed'],
] as const)('is refused: %s', async (_who, openid, changes, code) => {
  const id = await asked({
    ...(openid === 'bh-p5' && !('recused' in changes) && { deputy: 'p5' }),
    ...changes,
  });
  expect(await reveal(openid, id)).toMatchObject({ ok: false, code });
  expect(await audited()).toEqual([]);
});

it.each([
  [true, { ok: true, data: { phone: PHONE } }, MASKED],
  [false, { ok: false, code: 'not-allowed' }, undefined],
])('a unit by the asker’s consent alone (%s)', async (unitMayCall, answer, shown) => {
  const id = await asked({ deputy: 'p5', privacy: { ...open, unitMayCall } });
  for (const step of [{ act: 'keep' }, { act: 'assign', lead: 'u1', assist: [] }]) {
    const done = await invoke(STAFF, 'act', { request: id, step });
    if (!done.ok && step.act === 'assign') throw new Error(JSON.stringify(done));
  }
  expect(await phoneSeen(UNIT, id)).toBe(shown);
  expect(await reveal(UNIT, id)).toMatchObject(answer);
});

it('there is nothing to call without a phone', async () => {
  const { phone: _none, ...said } = submission({ deputy: 'p5', phone: PHONE });
  const id = ((await invoke(asker(), 'submit', said)).data as { request: string }).request;
  expect(await reveal(OWNER, id)).toMatchObject({ ok: false, code: 'not-found' });
});

/** Before this call of the next act the deputy is recused, as whoever writes `recused` writes it. */
function recuseBefore(at: number, id: string): () => void {
  const pass = turnstile.pass;
  let calls = 0;
  turnstile.pass = () => {
    if (++calls === at) {
      const all = cloud.documents<RequestDocument>('requests');
      const kept = (one: RequestDocument) =>
        Object.assign({}, one, { recused: ['p5'], hidden: [...one.hidden, 'p5'], rev: one.rev + 1 });
      cloud.replace(
        'requests',
        all.map((one) => (one._id === id ? kept(one) : one)),
      );
    }
    return pass();
  };
  return () => {
    turnstile.pass = pass;
  };
}

it('is told to nobody who was recused before the row is written, whichever call that is before', async () => {
  const { cost } = await reveal(OWNER, await asked({ deputy: 'p5' }));
  expect(cost.calls).toBeGreaterThan(2);
  for (let at = 1; at <= cost.calls; at++) {
    const id = await asked({ deputy: 'p5' });
    const stop = recuseBefore(at, id);
    const answer = await reveal(OWNER, id).finally(stop);
    expect([at, answer]).toMatchObject([at, { ok: false, code: 'not-found' }]);
    askers++;
  }
});
