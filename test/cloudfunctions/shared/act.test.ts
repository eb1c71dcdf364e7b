import { actOnce, findAct, markOf, writeOnce, type ActMark } from '../../../cloudfunctions/shared/act';
import { refuse } from '../../../cloudfunctions/shared/errors';

interface Counter {
  rev: number;
  n: number;
  acts: readonly (ActMark & { n: number })[];
}

let stored: Counter;
/** Called after each read: where somebody else comes in between. */
let afterRead: () => void;
let reads: number;

beforeEach(() => {
  stored = { rev: 1, n: 0, acts: [] };
  afterRead = () => undefined;
  reads = 0;
});

const call = { account: 'anna', key: 'key-00000001', bodyHash: 'body-1' };

/** Adds one, up to three. */
function addOne(by: typeof call = call, turns?: number) {
  return actOnce<Counter, { n: number }>(by, {
    ...(turns !== undefined && { turns }),
    read: () => {
      reads++;
      const found = stored;
      afterRead();
      return Promise.resolve(found);
    },
    seen: ({ acts }) => {
      const act = findAct(by, acts);
      return act && { hash: act.h, answer: { n: act.n } };
    },
    decide: ({ rev, n, acts }) => {
      if (n === 3) return refuse('step-used');
      const answer = { n: n + 1 };
      const write = () => {
        if (stored.rev !== rev) return Promise.resolve(false);
        stored = { rev: rev + 1, n: n + 1, acts: [...acts, { ...markOf(by), ...answer }] };
        return Promise.resolve(true);
      };
      return { answer, write };
    },
  });
}

const somebodyElse = () => {
  stored = { ...stored, rev: stored.rev + 1 };
};

test('an act answers what it decided, with one read', async () => {
  expect(await addOne()).toEqual({ ok: true, data: { n: 1 } });
  expect(reads).toBe(1);
});

test('a repeated key is answered as before and changes nothing, whatever happened since', async () => {
  await addOne();
  await addOne({ ...call, key: 'key-00000002' });
  const before = stored;
  expect(await addOne()).toEqual({ ok: true, data: { n: 1 } });
  expect(stored).toBe(before);
});

test('a repeated key is answered as before even where the act would be refused now', async () => {
  await addOne();
  stored = { ...stored, n: 3 };
  expect(await addOne()).toEqual({ ok: true, data: { n: 1 } });
});

test('the same key with another body is refused', async () => {
  await addOne();
  expect(await addOne({ ...call, bodyHash: 'body-2' })).toEqual({ ok: false, code: 'key-reused' });
  expect(stored.n).toBe(1);
});

test('the same key of another account is another act', async () => {
  await addOne();
  expect(await addOne({ ...call, account: 'bert' })).toEqual({ ok: true, data: { n: 2 } });
});

test('a write that somebody else was faster than is decided anew', async () => {
  afterRead = () => {
    if (reads < 3) somebodyElse();
  };
  expect(await addOne()).toEqual({ ok: true, data: { n: 1 } });
  expect(reads).toBe(3);
});

test('an own write whose answer was lost is found by its key in the next turn', async () => {
  await addOne();
  const done = stored;
  stored = { rev: 1, n: 0, acts: [] };
  afterRead = () => {
    // The first attempt of the same act lands after this one has read.
    stored = done;
    afterRead = () => undefined;
  };
  expect(await addOne()).toEqual({ ok: true, data: { n: 1 } });
  expect(stored.n).toBe(1);
});

test('so many in between are a crowd', async () => {
  afterRead = somebodyElse;
  expect(await addOne(call, 2)).toEqual({ ok: false, code: 'busy' });
  expect(reads).toBe(2);
});

test('what the rule refuses is not written', async () => {
  stored = { ...stored, n: 3 };
  expect(await addOne()).toEqual({ ok: false, code: 'step-used' });
  expect(stored.rev).toBe(1);
});

describe('an act that is written before anything is read', () => {
  let rev: number;
  beforeEach(() => {
    rev = 1;
  });

  /** Adds one where the counter is as the phone saw it. */
  function addFirst(by: typeof call = call, turns = 3) {
    return writeOnce<Counter, { n: number }>(by, {
      turns,
      write: () => {
        if (stored.rev !== rev) return Promise.resolve(undefined);
        const answer = { n: stored.n + 1 };
        stored = { rev: rev + 1, ...answer, acts: [...stored.acts, { ...markOf(by), ...answer }] };
        return Promise.resolve(answer);
      },
      read: () => {
        reads++;
        const found = stored;
        afterRead();
        return Promise.resolve(found);
      },
      seen: ({ acts }) => {
        const act = findAct(by, acts);
        return act && { hash: act.h, answer: { n: act.n } };
      },
      explain: (found) => {
        if (found.n === 3) return refuse('step-used');
        rev = found.rev;
        return undefined;
      },
    });
  }

  test('reads nothing when it holds', async () => {
    expect(await addFirst()).toEqual({ ok: true, data: { n: 1 } });
    expect(reads).toBe(0);
  });

  test('is tried again with what was read, and answers for the key that came before', async () => {
    somebodyElse();
    expect(await addFirst()).toEqual({ ok: true, data: { n: 1 } });
    expect(reads).toBe(1);
    rev = 1;
    expect(await addFirst()).toEqual({ ok: true, data: { n: 1 } });
    expect(stored.n).toBe(1);
  });

  test('refuses the key with another body, and what the rule refuses', async () => {
    await addFirst();
    rev = 1;
    expect(await addFirst({ ...call, bodyHash: 'body-2' })).toEqual({ ok: false, code: 'key-reused' });
    stored = { ...stored, n: 3, acts: [] };
    expect(await addFirst()).toEqual({ ok: false, code: 'step-used' });
  });

  test('ends with busy where somebody always comes in between', async () => {
    afterRead = somebodyElse;
    somebodyElse();
    expect(await addFirst(call, 2)).toEqual({ ok: false, code: 'busy' });
    expect(reads).toBe(2);
  });
});
