import type { Cost, LocalDatabase, Wire } from './database/types';
import { platformError, toSdk } from './errors';

/** The engine as the wire uses it: what is under way is known, so that closing can wait for it. */
export interface DatabaseCalls {
  execute(action: string, body: Wire, cost: Cost): Promise<Wire>;
  /** Refuses what comes from now on and resolves when nothing is under way. */
  end(): Promise<void>;
}

export function watchCalls(database: LocalDatabase): DatabaseCalls {
  const underWay = new Set<Promise<Wire>>();
  let ended = false;
  return {
    execute(action, body, cost) {
      if (ended) return Promise.resolve(toSdk(platformError('system', 'the local cloud has been closed')));
      const call = database.execute(action, body, cost).finally(() => underWay.delete(call));
      underWay.add(call);
      return call;
    },
    async end() {
      ended = true;
      await Promise.allSettled(underWay);
    },
  };
}
