/** What every test is given: a day, and keys. Loads nothing, so that whoever needs no local cloud loads none. */

/** Monday; the 5th of December 2026 is a Saturday, so the next reception day is Monday the 7th. */
export const SAMPLE_NOW = '2026-11-23T09:00:00+08:00';

/** 32 bytes for tests only; a fixed key makes keyed hashes the same in every run. */
const KEY = { id: 'k1', key: Buffer.alloc(32, 'test field key').toString('base64') };

/** As the environment of a function holds it. */
export const TEST_FIELD_KEYS = JSON.stringify({ current: KEY.id, keys: { [KEY.id]: KEY.key } });

/** As the sample is made with it. */
export const SAMPLE_KEYS = KEY;
