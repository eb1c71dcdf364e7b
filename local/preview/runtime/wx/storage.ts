import { openid } from '../session';
import { asyncApi, Refusal } from './call';

/** WeChat's limits per entry and in all. */
const ENTRY_LIMIT_BYTES = 1024 * 1024;
const TOTAL_LIMIT_BYTES = 10 * 1024 * 1024;

/** Each identity has a phone of its own. */
const PREFIX = `wx:${openid}:`;

function keys(): string[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length));
}

function set(key: string, data: unknown): void {
  if (key === '') throw new Refusal('key is empty');
  const text = data === undefined ? '' : JSON.stringify(data);
  if (new Blob([text]).size > ENTRY_LIMIT_BYTES) throw new Refusal('entry size limit reached');
  const total = keys().reduce(
    (sum, one) => sum + (localStorage.getItem(PREFIX + one)?.length ?? 0),
    text.length,
  );
  if (total > TOTAL_LIMIT_BYTES) throw new Refusal('exceed storage max size 10Mb');
  localStorage.setItem(PREFIX + key, text);
}

/** Undefined when there is no such entry. */
function get(key: string): unknown {
  const text = localStorage.getItem(PREFIX + key);
  if (text === null) return undefined;
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

function remove(key: string): void {
  localStorage.removeItem(PREFIX + key);
}

function clear(): void {
  for (const key of keys()) remove(key);
}

function info(): { keys: string[]; currentSize: number; limitSize: number } {
  const size = keys().reduce((sum, key) => sum + (localStorage.getItem(PREFIX + key)?.length ?? 0), 0);
  return { keys: keys(), currentSize: Math.ceil(size / 1024), limitSize: TOTAL_LIMIT_BYTES / 1024 };
}

interface Entry {
  key: string;
  data?: unknown;
}

export const storageApis: Readonly<Record<string, unknown>> = {
  setStorageSync: set,
  getStorageSync: (key: string) => get(key) ?? '',
  removeStorageSync: remove,
  clearStorageSync: clear,
  getStorageInfoSync: info,
  setStorage: asyncApi('setStorage', ({ key, data }: Entry) => {
    set(key, data);
  }),
  getStorage: asyncApi('getStorage', ({ key }: Entry) => {
    const data = get(key);
    if (data === undefined) throw new Refusal('data not found');
    return { data };
  }),
  removeStorage: asyncApi('removeStorage', ({ key }: Entry) => {
    remove(key);
  }),
  clearStorage: asyncApi('clearStorage', clear),
  getStorageInfo: asyncApi('getStorageInfo', info),
};
