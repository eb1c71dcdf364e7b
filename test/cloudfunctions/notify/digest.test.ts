/** The digest of 08:00 and what is near, letters that are tried again, and what a minute says of itself. In process. */
import { main as notify } from '../../../cloudfunctions/notify/index';
import { retryDeadLetters } from '../../../cloudfunctions/notify/dead-letters/deliver-dead-letters';
import type { DeadLetter } from '../../../cloudfunctions/notify/dead-letters/store';
import { refreshFigures } from '../../../cloudfunctions/notify/reminders/refresh-figures';
import { sendDigest } from '../../../cloudfunctions/notify/reminders/send-digest';
import { tellUnwell } from '../../../cloudfunctions/notify/reminders/tell-unwell';
import type { Figures } from '../../../cloudfunctions/registry/store';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import { accountOf, decryptField } from '../../../cloudfunctions/shared/cipher';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { turnstile } from '../../support/memory-database';
import { newKey } from '../request/requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const MINUTE_MS = 60_000;
/** A Thursday; Friday is a working day. */
const TODAY = '2026-11-26';
const MORNING = Date.parse(`${TODAY}T08:00:30+08:00`);

let cloud: InProcessCloud;
let requests: RequestDocument[];
let townships: { _id: string }[];
beforeAll(async () => {
  cloud = await startInProcess({ notify }, { lives: true });
  requests = cloud.documents('requests');
  townships = cloud.documents('townships');
});
let runs = 0;
beforeEach(() => {
  cloud.clock.set(MORNING + runs++ * 5 * MINUTE_MS);
  cloud.replace('requests', requests);
  cloud.replace('townships', townships);
  for (const name of ['inbox', 'messages', 'deadletters', 'promises', 'timers']) cloud.replace(name, []);
});

interface Told {
  event: string;
  account: string;
  words: string;
}
const told = (event: string, openid?: string) =>
  cloud
    .documents<Told>('inbox')
    .filter((one) => one.event === event && (openid === undefined || one.account === accountOf(openid)))
    .map(({ words }) => decryptField(words));

describe('a morning', () => {
  const pattern = () => requests.find(({ _id }) => _id === 'bh~787r3tpmths24h24') as RequestDocument;
  let count = 0;
  const request = (due: string, own: object = {}): RequestDocument => {
    const _id = `bh~${String(count++).padStart(16, '0')}`;
    return Object.assign({}, pattern(), { _id, due, dueSeq: `${due}${_id.slice(-10)}` }, own);
  };
  const run = (today = TODAY) => sendDigest('bh', today, cloud.clock.now());

  test('late is counted, near is counted and told one by one, what comes later is neither', async () => {
    const rows = ['2026-11-25', TODAY, '2026-11-27', '2026-11-28', '2026-12-01'].map((due) => request(due));
    cloud.replace('requests', rows);
    expect(await run()).toBe(told('near').length + told('digest').length);
    expect(told('near', 'bh-p5')).toEqual([
      '柳树城村 · 道路桥梁，编号 1120-787R。期限是11月26日，请点开办。',
      '柳树城村 · 道路桥梁，编号 1120-787R。期限是11月27日，请点开办。',
    ]);
    expect(told('digest')).toEqual(['今日待办：1件已超期，2件快到期。请点开逐件办。']);
    expect(told('digest', 'bh-p5')).toHaveLength(1);
    const before = told('near').length;
    await run();
    expect([told('near').length, told('digest').length]).toEqual([before, 1]);
  });

  test('what waits for whoever asked, and what is paused, is left out', async () => {
    cloud.replace('requests', [
      request(TODAY, { state: 'confirming' }),
      request(TODAY, { paused: { until: TODAY, left: 1 } }),
      request('2026-11-25', { state: 'confirming' }),
    ]);
    expect(await run()).toBe(0);
  });

  test('a promised visit waits with whoever promised it, and people to call with the office', async () => {
    cloud.replace('requests', []);
    const promise = { township: 'bh', rev: 1, person: 'p5', open: true };
    cloud.replace('promises', [
      { ...promise, _id: 'bh~m1', due: '2026-11-25', dueSeq: '2026-11-25m1' },
      { ...promise, _id: 'bh~m2', due: '2026-12-25', dueSeq: '2026-12-25m2' },
    ]);
    const call = { township: 'bh', rev: 1, list: 'call', data: {}, title: 't', call: 'c', nextAt: 0 };
    cloud.replace('messages', [
      { ...call, _id: 'bh~c1', seq: '1' },
      { ...call, _id: 'bh~c2', seq: '2', list: 'dead' },
    ]);
    await run();
    expect(told('digest', 'bh-p5')).toEqual(['今日待办：1件已超期。请点开逐件办。']);
    expect(told('digest', 'bh-staff')).toEqual(['人大办：1人要打电话。请点开逐件办。']);
  });

  test('on no day off, and in no township that is not there', async () => {
    cloud.replace('requests', [request(TODAY)]);
    expect(await run('2026-11-28')).toBe(0);
    expect(await sendDigest('zz', TODAY, cloud.clock.now())).toBe(0);
    expect(cloud.documents('inbox')).toEqual([]);
  });

  test('the administrator hears how many letters were lost and how many jobs failed', async () => {
    const now = cloud.clock.now();
    const letter = (n: number, at: number) => ({
      _id: `bh~l${String(n)}`,
      township: 'bh',
      seq: String(n),
      at,
    });
    cloud.replace('deadletters', [letter(1, now), letter(2, now - 86_400_000), letter(3, now - 86_399_999)]);
    const message = (n: number, at: number) => ({ ...letter(n, at), list: 'dead', data: {} });
    cloud.replace('messages', [message(4, now - 2 * 86_400_000), message(5, now - 2 * 86_400_000 + 1)]);
    const fault = { at: now - 86_399_999, jobs: ['reminders', 'pushes'] };
    cloud.replace('timers', [{ _id: '~', township: '~', rev: 1, at: now, took: 1, fault }]);
    expect(await tellUnwell('bh', TODAY, now)).toBe(1);
    expect(told('unwell', 'bh-admin')[0]).toMatch(/3.*2/);
  });
});

describe('a letter that is tried again', () => {
  const letter = (n: number, own: Partial<DeadLetter> = {}): DeadLetter =>
    Object.assign(
      { _id: `bh~l${String(n)}`, township: 'bh', rev: 1, collection: 'requests', document: 'bh~gone' },
      {
        id: `e${String(n)}`,
        event: 'request-titled',
        about: {},
        attempts: 10,
        at: 1,
        seq: `${String(n)}~`,
        nextAt: n,
      },
      own,
    );
  const letters = () => cloud.documents<DeadLetter>('deadletters');
  const retry = (endsAt?: number) => retryDeadLetters(['bh'], cloud.clock.now(), endsAt);
  const stirs = () =>
    cloud.documents<Figures & { stirs?: number }>('townships').find(({ _id }) => _id === 'bh~figures')
      ?.stirs ?? 0;

  test('goes where its event goes, and is gone; what lies still stays', async () => {
    const last = stirs();
    cloud.replace('deadletters', [letter(0), letter(1), letter(2, { nextAt: cloud.clock.now() + 1 })]);
    expect(await retry()).toBe(1);
    expect(letters().map(({ id }) => id)).toEqual(['e0', 'e2']);
    expect(stirs()).toBe(last);
    cloud.replace('deadletters', [letter(3, { event: 'request-sent-back' })]);
    await retry();
    expect([letters(), stirs() > last]).toEqual([[], true]);
  });

  test('lies down again when it fails once more, and nobody reads what was in it', async () => {
    const said: unknown[][] = [];
    const { error } = console;
    console.error = (...words: unknown[]) => said.push(words);
    const { pass } = turnstile;
    let calls = 0;
    // The look, the lease, and then the consumer's first call.
    turnstile.pass = () => (++calls === 3 ? Promise.reject(new Error('金丝雀')) : pass());
    try {
      cloud.replace('deadletters', [letter(1), letter(2)]);
      expect(await retry()).toBe(2);
    } finally {
      turnstile.pass = pass;
      console.error = error;
    }
    expect(letters()).toMatchObject([{ id: 'e1', nextAt: 0, attempts: 11 }]);
    expect(JSON.stringify(said)).toMatch(/notify.*letter/);
    expect(JSON.stringify(said)).not.toContain('金丝雀');
  });

  test('is not begun when the time is over', async () => {
    cloud.replace('deadletters', [letter(1)]);
    expect(await retry(cloud.clock.now())).toBe(1);
    expect(letters()).toMatchObject([{ attempts: 10, nextAt: 1 }]);
  });
});

describe('figures', () => {
  const figures = (own: Partial<Figures> = {}): Figures[] => [
    Object.assign(
      {},
      townships.find(({ _id }) => _id === 'bh~figures') as Figures,
      { stale: false, asOf: cloud.clock.now() - MINUTE_MS },
      own,
    ),
  ];
  const refresh = (known: Figures[], endsAt = Infinity) =>
    refreshFigures(['bh'], known, { now: cloud.clock.now(), endsAt });
  const stored = () => cloud.documents<Figures>('townships').find(({ _id }) => _id === 'bh~figures');

  test('are counted where something changed, a day began, or nobody knows; else not', async () => {
    cloud.replace('townships', [...townships.filter(({ _id }) => _id !== 'bh~figures'), ...figures()]);
    const calls = turnstile.calls;
    expect(await refresh(figures())).toBe(0);
    expect(turnstile.calls).toBe(calls);
    expect(await refresh(figures({ stale: true }), 0)).toBe(0);
    expect(await refresh(figures({ asOf: MORNING - 9 * 60 * MINUTE_MS }))).toBe(1);
    const [now] = [stored()];
    expect(now).toMatchObject({ stale: false, asOf: cloud.clock.now() });
    expect(Object.keys(now?.openByPerson ?? {})).not.toContain('');
    expect(now?.openByPerson['p5']).toBeGreaterThan(0);
    expect(now).not.toHaveProperty('hanging');
    expect(await refresh(now ? [Object.assign({}, now, { stale: true })] : [])).toBe(1);
  });

  test('are counted though the audit cannot be sealed; what was passed up is counted with them', async () => {
    const { error } = console;
    const said: unknown[][] = [];
    console.error = (...words: unknown[]) => said.push(words);
    cloud.replace('seals', [{ _id: 'bh~1', township: 'bh', rev: 1, n: 1, ids: 5 }]);
    cloud.replace('workbenches', []);
    const [known] = [stored()];
    const count = await refresh(known ? [known] : []).finally(() => (console.error = error));
    cloud.replace('seals', []);
    expect(count).toBe(1);
    expect(JSON.stringify(said)).toMatch(/notify.*seal/);
    const passed = cloud
      .documents<{ passed?: object; asOf: number }>('workbenches')
      .filter((one) => one.passed);
    expect(passed).toMatchObject([{ asOf: cloud.clock.now() }]);
  });

  test('a township that is not there is counted and nothing else of it', async () => {
    const at = cloud.clock.now();
    await refreshFigures(['zz'], [], { now: at, endsAt: Infinity });
    expect(cloud.documents<{ _id: string }>('workbenches').some(({ _id }) => _id === 'zz')).toBe(false);
  });
});

describe('a kick', () => {
  test('so often of one account, of each by itself', async () => {
    const kick = async (openid: string) =>
      cloud.invoke('notify', 'kick', { township: 'zz', after: 'media' }, { openid });
    // Where media acts nothing is left to be shipped: messages alone are looked at.
    for (let n = 0; n < 120; n++)
      expect(await kick('o-eager')).toMatchObject({ ok: true, cost: { calls: 1 } });
    expect(await kick('o-eager')).toMatchObject({ code: 'rate-limited' });
    expect(await kick('o-other')).toMatchObject({ ok: true, data: { events: 0, failed: 0 } });
    cloud.clock.set(cloud.clock.now() + 2 * MINUTE_MS);
    expect(await kick('o-eager')).toMatchObject({ ok: true });
  });
});

describe('an id', () => {
  const TAIL = '0'.repeat(20);
  test.each([
    [`bh~${TAIL}`, true],
    [`b~${TAIL}`, true],
    [`b${'0'.repeat(15)}~${TAIL}`, true],
    [`b${'0'.repeat(16)}~${TAIL}`, false],
    [`1h~${TAIL}`, false],
    [`Bh~${TAIL}`, false],
    [`bh~${TAIL}0`, false],
    [`bh~${TAIL.slice(1)}`, false],
    [`x bh~${TAIL}`, false],
    [`bh~${TAIL.slice(1)}A`, false],
  ])('of a message: %s', async (call, isOne) => {
    const input = { township: 'bh', call, state: 'called' };
    const { code } = await cloud.invoke('notify', 'settleCall', input, {
      openid: 'bh-staff',
      key: newKey(),
    });
    expect(code).toBe(isOne ? 'not-found' : 'bad-input');
  });

  test.each([
    ['bh~x', true],
    [`b${'0'.repeat(15)}~${'x'.repeat(300)}`, true],
    [`bh~${'x'.repeat(301)}`, false],
    ['bh~', false],
    ['bh~有', false],
    ['bh~x y', false],
    [`b${'0'.repeat(16)}~x`, false],
    ['x bh~x', false],
  ])('of a letter: %s', async (letter, isOne) => {
    const input = { township: 'bh', letter, kind: 'event' };
    const { code } = await cloud.invoke('notify', 'retryLetter', input, {
      openid: 'bh-admin',
      key: newKey(),
    });
    expect(code).toBe(isOne ? 'not-found' : 'bad-input');
  });
});
