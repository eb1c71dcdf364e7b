import { Cron } from 'croner';

/** Triggers are read in China time (UTC+8, no summer time), whatever zone a process lives in. */
const CHINA_OFFSET_MINUTES = 480;

/** When a trigger is due; all instants are epoch milliseconds. */
export interface Schedule {
  /** The first due moment after `instant`; undefined when there is none any more. */
  next(instant: number): number | undefined;
  /** The last due moment at or before `instant`. */
  latest(instant: number): number | undefined;
}

/**
 * Seven fields: second, minute, hour, day, month, weekday, year. Day and weekday given together mean
 * either of them. Throws with a sentence on anything else.
 */
export function parseSchedule(fields: string): Schedule {
  const cron = new Cron(fields, { paused: true, mode: '7-part', utcOffset: CHINA_OFFSET_MINUTES });
  return {
    next: (instant) => cron.nextRun(new Date(instant))?.getTime(),
    // The library looks before the whole second it is given.
    latest: (instant) => cron.previousRuns(1, new Date(instant + 1000))[0]?.getTime(),
  };
}
