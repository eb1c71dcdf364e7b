/** Passing faults of the network: the same call again, after a moment that is not the same for two who failed together. */
import { DatabaseBusyError } from './errors';

const ATTEMPTS = 3;
const PASSING = /TIMEOUT|TIMEDOUT|ECONN|EPIPE|EXCEED|SYS_ERR|socket hang up|^5\d\d$|NETWORK/i;

/** What was carried out and not answered is sent again as well: the call bears that. */
export async function attempt<T>(call: () => Promise<T>): Promise<T> {
  for (let n = 1; ; n++) {
    try {
      return await call();
    } catch (error) {
      const { code, message } = error as { code?: unknown; message?: unknown };
      if (!PASSING.test(String(code)) && !PASSING.test(String(message))) throw error;
      if (n === ATTEMPTS) throw new DatabaseBusyError(`no answer after ${String(n)} attempts`);
      await new Promise((resolve) => setTimeout(resolve, n * 20 + Math.random() * 60));
    }
  }
}
