import type { VirtualClock } from '../clock';
import type { FunctionHost } from '../functions/host';
import { type Schedule, parseSchedule } from './schedule';

export interface TimersOptions {
  readonly clock: VirtualClock;
  readonly host: FunctionHost;
  /** False: nothing fires by itself; `runAll` still works. */
  readonly automatic: boolean;
  /** Asked at each firing: the platform promises at least once, so a fault makes it twice. */
  readonly runTwice: () => boolean;
  readonly log: (line: string) => void;
}

/** The triggers of all functions, on the virtual clock. */
export interface Timers {
  /** Fires every trigger once, due or not, and waits for all. */
  runAll(): Promise<void>;
  /** Resolves when nothing that has fired is still running. */
  settled(): Promise<void>;
  close(): void;
}

interface Trigger {
  readonly functionName: string;
  readonly name: string;
  readonly schedule: Schedule;
  due: number | undefined;
  /** Runs of one trigger never overlap: each waits for the one before. */
  running: Promise<void>;
  waiting: boolean;
}

/** The longest delay that `setTimeout` takes; a trigger further away is looked at again then. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

export function createTimers(options: TimersOptions): Timers {
  const { clock, host, automatic } = options;
  const triggers = readTriggers(host, clock.now());
  let alarm: NodeJS.Timeout | undefined;

  const setAlarm = (): void => {
    clearTimeout(alarm);
    const due = Math.min(...triggers.map((trigger) => trigger.due ?? Infinity));
    if (!automatic || due === Infinity) return;
    alarm = setTimeout(look, Math.min(Math.max(due - clock.now(), 0), LONGEST_DELAY_MS));
    alarm.unref();
  };
  const look = (): void => {
    const now = clock.now();
    for (const trigger of triggers) {
      if (trigger.due !== undefined && trigger.due <= now) {
        fire(options, trigger, trigger.schedule.latest(now) ?? trigger.due);
      }
      // Counted anew from now: a jump over many due moments fires once, a jump back makes them due again.
      trigger.due = trigger.schedule.next(now);
    }
    setAlarm();
  };
  const stopListening = clock.onJump(() => {
    if (automatic) look();
  });
  const settled = async (): Promise<void> => {
    await Promise.all(triggers.map((trigger) => trigger.running));
  };
  setAlarm();
  return {
    settled,
    async runAll() {
      for (const trigger of triggers) fire(options, trigger, clock.now());
      await settled();
    },
    close() {
      clearTimeout(alarm);
      stopListening();
      triggers.length = 0;
    },
  };
}

function readTriggers(host: FunctionHost, now: number): Trigger[] {
  return host.functions().flatMap(({ name: functionName, config }) =>
    config.triggers.map(({ name, config: fields }): Trigger => {
      const schedule = readSchedule(functionName, fields);
      return {
        functionName,
        name,
        schedule,
        due: schedule.next(now),
        running: Promise.resolve(),
        waiting: false,
      };
    }),
  );
}

function readSchedule(functionName: string, fields: string): Schedule {
  try {
    return parseSchedule(fields);
  } catch (error) {
    throw new Error(`${functionName}/config.json: ${String(error)}`, { cause: error });
  }
}

/** While one run is going and another is waiting for it, further firings would only repeat the second. */
function fire(options: TimersOptions, trigger: Trigger, at: number): void {
  if (trigger.waiting) return;
  trigger.waiting = true;
  const times = options.runTwice() ? 2 : 1;
  trigger.running = trigger.running.then(async () => {
    trigger.waiting = false;
    for (let run = 0; run < times; run++) await runOnce(options, trigger, at);
  });
}

async function runOnce({ host, log }: TimersOptions, trigger: Trigger, at: number): Promise<void> {
  const { functionName, name } = trigger;
  const time = `${new Date(at).toISOString().slice(0, 19)}Z`;
  log(`[${functionName}] timer ${name} for ${time}`);
  const event = { Type: 'Timer', TriggerName: name, Time: time, Message: '' };
  await host.invoke(functionName, event, { source: 'wx_trigger' }, { calls: 0, examined: 0 });
}
