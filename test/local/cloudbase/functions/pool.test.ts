import type { Instance } from '../../../../local/cloudbase/functions/instance';
import { Pool } from '../../../../local/cloudbase/functions/pool';

/** As much of an instance as a pool looks at. */
interface Stub {
  name: number;
  usable: boolean;
  kill(): void;
}

function createPool(size: number, fails: () => boolean = () => false) {
  const started: Stub[] = [];
  const killed: number[] = [];
  const pool = new Pool<string>({
    size,
    start: () => {
      if (fails()) return Promise.resolve({ failure: 'no start' });
      const name = started.length + 1;
      const stub: Stub = { name, usable: true, kill: () => killed.push(name) };
      started.push(stub);
      return Promise.resolve({ instance: stub as unknown as Instance });
    },
    isUsable: (instance) => (instance as unknown as Stub).usable,
  });
  const lease = async (): Promise<Stub> => {
    const result = await pool.lease();
    if ('failure' in result) throw new Error(result.failure);
    return result.instance as unknown as Stub;
  };
  const giveBack = (stub: Stub): void => {
    pool.giveBack(stub as unknown as Instance);
  };
  return { started, killed, lease, giveBack };
}

describe('the pool of one function', () => {
  it('uses a warm instance again instead of starting another', async () => {
    const { lease, giveBack, started } = createPool(4);
    giveBack(await lease());
    giveBack(await lease());
    expect(started).toHaveLength(1);
  });

  it('grows on demand up to its size and lets the next wait its turn', async () => {
    const { lease, giveBack, started } = createPool(2);
    const [first, second] = [await lease(), await lease()];
    const order: string[] = [];
    const third = lease().then((stub) => order.push(`third got ${stub.name}`));
    const fourth = lease().then((stub) => order.push(`fourth got ${stub.name}`));
    await Promise.resolve();
    expect(order).toEqual([]);
    giveBack(second);
    giveBack(first);
    await Promise.all([third, fourth]);
    expect(order).toEqual(['third got 2', 'fourth got 1']);
    expect(started).toHaveLength(2);
  });

  it('gives the room of a dead instance to the next in the queue', async () => {
    const { lease, giveBack, killed } = createPool(1);
    const first = await lease();
    const second = lease();
    first.usable = false;
    giveBack(first);
    expect((await second).name).toBe(2);
    expect(killed).toEqual([1]);
  });

  it('drops an instance that died while it was idle', async () => {
    const { lease, giveBack, started } = createPool(1);
    const first = await lease();
    giveBack(first);
    first.usable = false;
    expect((await lease()).name).toBe(2);
    expect(started).toHaveLength(2);
  });

  it('does not stay blocked when an instance cannot be started', async () => {
    let broken = true;
    const { lease } = createPool(1, () => broken);
    const tries = [lease(), lease(), lease()];
    await expect(Promise.allSettled(tries)).resolves.toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
      { status: 'rejected' },
    ]);
    broken = false;
    expect((await lease()).name).toBe(1);
  });
});
