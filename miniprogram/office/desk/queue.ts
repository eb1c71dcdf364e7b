/**
 * What was pressed and has not reached the server yet. In order, each under its own key; what may have arrived is
 * sent again just so, what was refused leaves and is told.
 */
import type { Input } from '../../contract/wire';
import { newKey } from '../../platform/keys';
import type { Code, Failure, Result } from '../../contract/result';

type Step = Omit<Input<'reception', 'setVisit'>, 'township'>;
type Visitor = Omit<Input<'reception', 'walkIn'>, 'township'>;

export type Wish = { step: Step; words: string } | { visitor: Visitor; words: string };
export type Act = Wish & { key: string };

interface Ends {
  send: (act: Act) => Promise<Result<{ booking: string }>>;
  /** Told after each act that ended, one way or the other. */
  ended: (act: Act, result: Result<{ booking: string }>) => void;
}

const STAYS: ReadonlySet<Code> = new Set(['offline', 'busy', 'rate-limited']);

function stays(result: Result<unknown>): result is Failure {
  return !result.ok && STAYS.has(result.code);
}

export interface Queue {
  add(wish: Wish): Promise<void>;
  /** Sends what waits; stops at the first that has to wait on. */
  flush(): Promise<void>;
  waiting(): readonly Act[];
  holds(booking: string): boolean;
}

export function createQueue({ send, ended }: Ends): Queue {
  let acts: readonly Act[] = [];
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    for (let act = acts[0]; act; act = acts[0]) {
      const result = await send(act);
      if (stays(result)) return;
      acts = acts.slice(1);
      ended(act, result);
    }
  }
  function flush(): Promise<void> {
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  }
  return {
    add(wish) {
      acts = [...acts, { ...wish, key: newKey() }];
      return flush();
    },
    flush,
    waiting: () => acts,
    holds: (booking) => acts.some((act) => 'step' in act && act.step.booking === booking),
  };
}
