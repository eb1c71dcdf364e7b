/** What happens to requests without anybody's act: by time, by the directory, at their end. In process, event by event. */
import { onClock } from '../../../../cloudfunctions/request/events/on-clock';
import { handOverGone, onOwnerGone } from '../../../../cloudfunctions/request/events/on-owner-gone';
import { onClock as rerouteOnClock } from '../../../../cloudfunctions/request/events/on-reroute-due';
import { onPeopleChanged } from '../../../../cloudfunctions/request/events/on-people-changed';
import { onRequestOver } from '../../../../cloudfunctions/request/events/on-request-over';
import { onRoutingChanged } from '../../../../cloudfunctions/request/events/on-routing-changed';
import { sweepRequests } from '../../../../cloudfunctions/request/events/on-words-old';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import { askReroute, type Reroute } from '../../../../cloudfunctions/request/routing/reroute-store';
import { accountOf } from '../../../../cloudfunctions/shared/cipher';
import type { Consumer, HistoryRow, OutboxEntry } from '../../../../cloudfunctions/shared/outbox';
import { turnstile } from '../../../support/memory-database';
import { submission } from '../requests';
import { NONE, OWNER, Requests } from '../requests-in-process';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);
jest.mock('../../../../cloudfunctions/shared/own-call', () =>
  Object.assign({}, jest.requireActual<object>('../../../../cloudfunctions/shared/own-call'), {
    callOwnFunction: () => Promise.resolve({ ok: true, data: { forgotten: 0 } }),
  }),
);

type Stored = RequestDocument & { outbox: OutboxEntry[]; history: HistoryRow[] };
const START = Date.parse('2026-11-23T09:00:00+08:00');
const DAY_MS = 86_400_000;
let r: Requests;
let id: string;
let townships: Directory[];
beforeAll(async () => {
  r = await Requests.open();
  townships = r.cloud.documents('townships');
});
beforeEach(async () => {
  r.cloud.clock.set(START);
  r.cloud.replace('townships', townships);
  r.begin();
  id = await r.send();
});

const one = (of = id) => r.stored(of) as Stored;
const change = (own: object, of = id) => {
  r.cloud.replace(
    'requests',
    r.all().map((each) => (each._id === of ? { ...each, ...own } : each)),
  );
};
/** As many as that, in the order of their numbers, with these fields. */
function copies(count: number, own: (n: number) => object = () => ({})): string[] {
  const pattern = one();
  const all = Array.from({ length: count }, (_, n) => {
    const tail = String(n).padStart(10, '0');
    const _id = `bh~xxxxxx${tail}`;
    return { ...pattern, _id, seq: `1${tail}`, dueSeq: `${pattern.due}${tail}`, ...own(n) };
  });
  r.cloud.replace('requests', all);
  const ids = all.map(({ _id }) => _id);
  [id = ''] = ids;
  return ids;
}
/** The directory of the township, otherwise than in the sample. */
const direct = (own: (directory: Directory) => object) => {
  r.cloud.replace(
    'townships',
    townships.map((each) => (each._id === 'bh' ? { ...each, ...own(each) } : each)),
  );
  r.later(61_000);
};
async function bring(consumer: Consumer, about: Record<string, string> = {}, of = id): Promise<void> {
  const at = r.cloud.clock.now();
  await consumer(
    { id: 'e', event: 'e', about, at, township: 'bh', collection: 'requests', document: of },
    at,
  );
}
/** Somebody else writes it before this call of what is done now. */
async function writtenBefore<T>(call: number, of: string, act: () => Promise<T>): Promise<T> {
  const { pass } = turnstile;
  let calls = 0;
  turnstile.pass = () => {
    if (++calls === call) change({ rev: one(of).rev + 1 }, of);
    return pass();
  };
  return act().finally(() => (turnstile.pass = pass));
}
const calls = async (act: () => Promise<unknown>): Promise<number> => {
  const before = turnstile.calls;
  await act();
  return turnstile.calls - before;
};

describe('by time', () => {
  const at = (date: string) => {
    r.cloud.clock.set(Date.parse(`${date}T00:00:30+08:00`));
  };
  const clock = (endsAt?: number, of = ['bh', 'qs']) => onClock(of, r.cloud.clock.now(), endsAt);

  it('what nobody took goes on, once, with who had it and by which date', async () => {
    at('2026-11-25');
    expect(await clock()).toBe(0);
    at('2026-11-26');
    const { due, rev } = one();
    expect(await clock()).toBe(1);
    expect(one()).toMatchObject({ owner: { kind: 'leader', person: 'p6' }, state: 'submitted' });
    expect(one().outbox.at(-1)).toMatchObject({
      event: 'request-to-leader',
      about: { request: id, act: 'to-leader', by: 'system', had: 'p5' },
    });
    expect(one().history.at(-1)).toMatchObject({ act: 'to-leader', by: 'system', from: 'submitted', to: '' });
    expect(one().history.at(-1)?.id).toContain(`to-leader-${due}-${String(rev)}`);
    expect(one().clockOn > '2026-11-26').toBe(true);
    expect(await clock()).toBe(0);
  });

  it('where there is nothing to do the clock is set anew, and nobody is told', async () => {
    await r.must(OWNER, id, { act: 'take' });
    change({ clockOn: '2026-11-23' });
    const before = one();
    expect(await clock()).toBe(1);
    expect(one()).toEqual({ ...before, clockOn: '2026-11-27', rev: before.rev + 1 });
  });

  it('what somebody writes in the very moment is left to the next minute', async () => {
    at('2026-11-26');
    expect(await writtenBefore(3, id, () => clock())).toBe(0);
    expect(one().owner.person).toBe('p5');
    expect(await clock()).toBe(1);
  });

  it('more than one look finds are all done in one run, as far as the time allows', async () => {
    copies(230);
    at('2026-11-26');
    expect(await clock(r.cloud.clock.now())).toBe(0);
    expect(await clock()).toBe(230);
    expect(r.all().every(({ owner }) => owner.kind === 'leader')).toBe(true);
    expect(await calls(() => clock())).toBe(1);
  });

  it('what cannot be done is looked at once, not again and again', async () => {
    copies(120, () => ({ township: 'zz' }));
    at('2026-11-26');
    let done = 1;
    expect(await calls(async () => (done = await clock(undefined, ['bh', 'zz'])))).toBeLessThan(200);
    expect(done).toBe(0);
  });
});

describe('when people change', () => {
  const kept = { privacy: { hideName: false, notOwnVillage: true, publishable: false } };

  it('a request is kept from whoever may not know of it by now, and goes on with somebody else', async () => {
    id = await r.send({ ...kept, deputy: 'p49' }, 'kept-1');
    const { hidden, group } = one();
    expect(hidden.length).toBeGreaterThan(0);
    const before = one();
    await bring(onPeopleChanged);
    expect(one()).toEqual(before);
    change({ hidden: [], owner: { kind: 'deputy', person: hidden[0], group } });
    await bring(onPeopleChanged);
    expect(one().hidden).toEqual(hidden);
    expect(hidden).not.toContain(one().owner.person);
    expect(one().steps.at(-1)).toMatchObject({ act: 'owner-gone', by: 'system' });
    expect(one().outbox.at(-1)).toMatchObject({ event: 'request-handed-over' });
    expect(one().history.at(-1)?.id).toContain(`kept-${String(before.rev + 1)}`);
    // In line, but with somebody who may not know: handed on all the same.
    change({ owner: { kind: 'deputy', person: hidden[0], group } });
    await bring(onPeopleChanged);
    expect(hidden).not.toContain(one().owner.person);
    // Over: in line, and with whoever had it.
    change({ open: false, hidden: [], owner: { kind: 'deputy', person: hidden[0], group } });
    const steps = one().steps.length;
    await bring(onPeopleChanged);
    expect(one()).toMatchObject({ hidden, owner: { person: hidden[0] } });
    expect(one().steps).toHaveLength(steps);
  });

  it('all of them, page by page; other names change nothing, and in no township there is nothing', async () => {
    id = await r.send({ ...kept, deputy: 'p49' }, 'kept-3');
    const { hidden } = one();
    const all = copies(120, () => ({ hidden: [] }));
    expect(await calls(() => bring(onPeopleChanged, { kind: 'home' }))).toBe(0);
    for (const kind of ['person', 'term', 'constituency']) {
      await bring(onPeopleChanged, { kind });
      expect(all.filter((each) => one(each).hidden.join() !== hidden.join())).toEqual([]);
      copies(120, () => ({ hidden: [] }));
    }
    r.cloud.replace('townships', []);
    await bring(onPeopleChanged);
    expect(one(all[0]).hidden).toEqual([]);
  });

  it('what changed in the very moment is tried again', async () => {
    id = await r.send({ ...kept, deputy: 'p49' }, 'kept-4');
    change({ hidden: [] });
    const count = await calls(() => bring(onPeopleChanged));
    for (const own of [{ hidden: [] }, { owner: { kind: 'deputy', person: one().hidden[0], group: 'g3' } }]) {
      change(own);
      await expect(writtenBefore(count, id, () => bring(onPeopleChanged))).rejects.toThrow('meanwhile');
    }
  });

  it('of whoever is in office no more every open request is handed on; a leave of some days changes nothing', async () => {
    const all = copies(60);
    const now = () => r.cloud.clock.now();
    expect(await handOverGone('bh', now())).toBe(0);
    direct(({ people }) => ({
      people: people.map((each) =>
        each.id === 'p5'
          ? { ...each, memberships: each.memberships.map((one) => ({ ...one, to: '2026-11-22' })) }
          : each,
      ),
    }));
    expect(await handOverGone('bh', now())).toBe(50);
    await bring(onOwnerGone);
    for (const each of all) {
      expect(one(each).owner.person).not.toBe('p5');
      expect(one(each)).toMatchObject({ state: 'submitted', group: 'g3' });
      expect(one(each).outbox.at(-1)).toMatchObject({
        event: 'request-handed-over',
        about: { by: 'system' },
      });
      expect(one(each).history.at(-1)).toMatchObject({ act: 'owner-gone', from: 'submitted' });
    }
    expect(one(all[0]).history.at(-1)?.id).toContain(`owner-gone-${String(one(all[0]).rev - 1)}`);
    expect(await handOverGone('bh', now())).toBe(0);
    expect(await handOverGone('zz', now())).toBe(0);
  });

  it('another table of routing is a wish of the office alone, for when it is known everywhere', async () => {
    r.cloud.replace('reroutes', []);
    const at = r.cloud.clock.now();
    await bring(onRoutingChanged, { open: 'stays', version: '7' });
    expect(r.cloud.documents('reroutes')).toEqual([]);
    await bring(onRoutingChanged, { open: 'reroute', version: '7' });
    expect(r.cloud.documents<Reroute>('reroutes')).toMatchObject([{ version: 7, dueAt: at + 61_000 }]);
  });

  it('what nobody took follows the table, so many pages in a minute, and once more where one was moved', async () => {
    const asked = () => r.cloud.documents<Reroute>('reroutes')[0];
    const ask = async (version: number) => {
      await askReroute('bh', version, r.cloud.clock.now());
      return rerouteOnClock(['bh'], r.cloud.clock.now());
    };
    r.cloud.replace('reroutes', []);
    const all = copies(230);
    expect(await ask(1)).toBe(4);
    expect(asked()).toMatchObject({ after: one(all[199]).dueSeq, moved: false });
    expect(await rerouteOnClock(['bh'], r.cloud.clock.now())).toBe(0);
    expect(asked()).not.toHaveProperty('dueAt');
    const own = await r.ask('moved-1', 'submit', submission());
    id = (own.data as { request: string }).request;
    const { group, owner } = one();
    copies(3, (n) =>
      n === 0 ? { group: 'g1', led: 'g1', owner: { ...owner, person: 'p3', group: 'g1' } } : {},
    );
    expect(await ask(2)).toBe(1);
    expect(one().group).toBe(group);
    expect(one().history.at(-1)).toMatchObject({ act: 'reroute', by: 'system', from: 'submitted' });
    expect(one().history.at(-1)?.id).toContain('reroute-2-');
    expect(asked()).not.toHaveProperty('dueAt');
    expect(await rerouteOnClock(['bh'], r.cloud.clock.now(), r.cloud.clock.now())).toBe(0);
  });
});

describe('at their end', () => {
  it('what was to be erased is, once it is over; nothing else', async () => {
    const still = one();
    await bring(onRequestOver);
    change({ eraseFor: 'stranger00000000' });
    await bring(onRequestOver);
    await bring(onRequestOver, {}, NONE);
    expect(one().text).toBe(still.text);
    await r.must(r.asker, id, { act: 'withdraw' });
    change({ state: 'merged' });
    await bring(onRequestOver);
    expect(one()).toHaveProperty('text');
    change({ state: 'withdrawn' });
    await expect(writtenBefore(2, id, () => bring(onRequestOver))).rejects.toThrow('moved');
    await bring(onRequestOver);
    expect(one()).toMatchObject({ bare: true, account: 'stranger00000000', openid: '' });
    expect(one()).not.toHaveProperty('text');
    expect(one().history.at(-1)).toMatchObject({ act: 'erase', by: accountOf(r.asker) });
    const before = one();
    change({ eraseFor: undefined });
    await bring(onRequestOver);
    expect(one().rev).toBe(before.rev);
  });

  describe('long after', () => {
    const over = { open: false, state: 'withdrawn' };
    const sweep = (own: Partial<Parameters<typeof sweepRequests>[1]> = {}) =>
      sweepRequests(
        'bh',
        { before: '2027-01-01', after: '', limit: 50, endsAt: Infinity, ...own },
        START + DAY_MS,
      );

    it('their words go, from where it stopped; of one asker in one year they stay one person’s', async () => {
      const all = copies(3, (n) => ({ ...over, day: n === 2 ? '2027-01-02' : '2026-05-05' }));
      const first = await sweep({ limit: 2 });
      expect(first).toEqual({ after: one(all[1]).dueSeq, more: true, count: 2 });
      expect(one(all[2])).toHaveProperty('text');
      expect(await sweep({ limit: 2, after: first.after })).toEqual({
        after: one(all[2]).dueSeq,
        more: false,
        count: 1,
      });
      for (const each of all) {
        expect(one(each)).toMatchObject({ bare: true, openid: '' });
        expect(one(each).history.at(-1)).toMatchObject({ act: 'sweep', by: 'system' });
      }
      const names = all.map((each) => one(each).account);
      expect(names[0]).toBe(names[1]);
      expect(names[0]).not.toBe(names[2]);
      expect(names).not.toContain(accountOf(r.asker));
    });

    it('who has no account has none afterwards; what is bare, merged or young stays as it is', async () => {
      const all = copies(
        4,
        (n) =>
          [{ account: '' }, { bare: true }, { state: 'merged' }, { due: '2027-01-01' }].map((own) => ({
            ...over,
            ...own,
          }))[n] ?? {},
      );
      const before = all.map((each) => one(each));
      expect(await sweep()).toEqual({ after: one(all[2]).dueSeq, more: false, count: 3 });
      expect(one(all[0])).toMatchObject({ bare: true, account: '' });
      expect(all.slice(1).map((each) => one(each))).toEqual(before.slice(1));
    });

    it('nothing is begun when the time is over; one that changes in the very moment is tomorrow’s', async () => {
      const [first = ''] = copies(2, () => over);
      expect(await sweep({ endsAt: 0 })).toEqual({ after: '', more: true, count: 0 });
      expect(await writtenBefore(2, first, () => sweep())).toEqual({ after: '', more: false, count: 0 });
      expect(one(first)).toHaveProperty('text');
    });
  });
});

describe('what somebody has done with their own', () => {
  const who = () => r.asker;

  it('consents are taken back from each that had one; what stands on the board leaves it while it is open', async () => {
    const all = copies(120, (n) => {
      const none = { hideName: false, notOwnVillage: false, publishable: false };
      const given = [{ publishable: true }, { joinable: true }, { unitMayCall: true }, {}][n % 4];
      const open = n < 100;
      return {
        privacy: { ...none, ...given },
        open,
        board: 'b',
        boardPlaces: ['v4'],
        seq: `1${String(n).padStart(10, '0')}`,
      };
    });
    expect(await r.read(who(), 'withdrawConsents')).toEqual({ withdrawn: 90 });
    const off = { publishable: false, joinable: false, unitMayCall: false };
    for (const [n, each] of all.entries()) {
      const stays = n % 4 === 3;
      expect(one(each)).toMatchObject(stays ? { rev: 1 } : { rev: 2, privacy: off });
      expect([n, one(each).board, one(each).boardPlaces]).toEqual(
        stays || n >= 100 ? [n, 'b', ['v4']] : [n, undefined, undefined],
      );
    }
    expect(await r.read(who(), 'withdrawConsents')).toEqual({ withdrawn: 0 });
    expect(await r.read('somebody-else', 'withdrawConsents')).toEqual({ withdrawn: 0 });
  });

  it('erased: what is over at once, what is open later, all pages; so often in a minute', async () => {
    const all = copies(120, (n) => (n < 70 ? { open: false, state: 'withdrawn' } : {}));
    expect(await r.read(who(), 'eraseOwn')).toEqual({ erased: 70, later: 50 });
    for (const [n, each] of all.entries()) {
      if (n < 70) expect(one(each)).toMatchObject({ bare: true });
      else expect(one(each).eraseFor).toBe(one(all[0]).account);
    }
    for (const action of ['eraseOwn', 'withdrawConsents']) {
      const openid = `eager-${action}`;
      for (let n = 0; n < 5; n++) expect(await r.ask(openid, action)).toMatchObject({ ok: true });
      expect(await r.ask(openid, action)).toMatchObject({ code: 'rate-limited' });
    }
  });

  it('one that somebody acts on in the very moment is tried again, and left for later when it is each time', async () => {
    copies(1, () => ({ open: false, state: 'withdrawn' }));
    const count = await calls(() => r.ask('nobody-here', 'eraseOwn'));
    const asked = writtenBefore(count, id, () => r.read(who(), 'eraseOwn'));
    expect(await asked).toEqual({ erased: 1, later: 0 });
  });
});
