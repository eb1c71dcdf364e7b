import type { Explained } from './score';

/** Survivors that change nothing anybody could see, one by one. */
export const EXPLAINED: readonly Explained[] = [
  {
    file: 'cloudfunctions/shared/china-time.ts',
    from: '/^\\d{4}-\\d{2}-\\d{2}$/',
    to: '/\\d{4}-\\d{2}-\\d{2}$/',
    why: 'What has something before the day is no instant, or one whose text does not begin like it.',
  },
  {
    file: 'cloudfunctions/shared/china-time.ts',
    from: '/^\\d{4}-\\d{2}-\\d{2}$/',
    to: '/^\\d{4}-\\d{2}-\\d{2}/',
    why: 'What has something behind the day is no instant once T00:00:00Z follows.',
  },
  {
    file: 'cloudfunctions/shared/visibility.ts',
    from: 'n < former.length',
    to: 'n <= former.length',
    why: 'One look more finds nothing: a village that is merged has another row for each merger.',
  },
  {
    file: 'cloudfunctions/shared/visibility.ts',
    from: 'constituency !== undefined',
    to: 'true',
    why: 'For the type alone: no constituency is undefined, so none is among the village’s own.',
  },
  {
    file: 'cloudfunctions/shared/visibility.ts',
    from: 'person !== undefined',
    to: 'true',
    why: 'For the type alone: nobody is hidden from undefined.',
  },
  {
    file: 'cloudfunctions/shared/mask.ts',
    from: "''",
    to: '"Stryker was here!"',
    why: 'For the type alone: a name of two letters has a first and a last one.',
  },
  {
    file: 'cloudfunctions/shared/say-date.ts',
    from: "''",
    to: '"Stryker was here!"',
    why: 'For the type alone: every day has a weekday from 0 to 6.',
  },
  {
    file: 'cloudfunctions/shared/window.ts',
    from: "''",
    to: '"Stryker was here!"',
    why: 'For the type alone: where more than so many are remembered there is a first.',
  },
];
