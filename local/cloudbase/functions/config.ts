import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../http';

export interface TriggerConfig {
  readonly name: string;
  /** Seven cron fields, read in UTC+8. */
  readonly config: string;
}

/** `config.json` beside the artefact, with the platform's defaults. */
export interface FunctionConfig {
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly triggers: readonly TriggerConfig[];
}

const DEFAULT_TIMEOUT_SECONDS = 20;
const DEFAULT_MEMORY_MB = 256;

export function readFunctionConfig(folder: string): FunctionConfig {
  const file = join(folder, 'config.json');
  const raw: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  if (!isRecord(raw)) throw new Error(`${file}: not an object`);
  return {
    timeoutSeconds: positive(raw['timeout'], DEFAULT_TIMEOUT_SECONDS, file, 'timeout'),
    memoryMb: positive(raw['memorySize'], DEFAULT_MEMORY_MB, file, 'memorySize'),
    triggers: readTriggers(raw['triggers'], file),
  };
}

function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${String(stats.mtimeMs)}-${String(stats.size)}` : '';
}

/** The scripts of each folder, as they were when the folder's own time last changed: when one came or went. */
const listed = new Map<string, { stamp: string; scripts: readonly string[] }>();

function listScripts(folder: string): readonly string[] {
  const stamp = stampOf(folder);
  const known = listed.get(folder);
  if (known?.stamp === stamp) return known.scripts;
  const scripts = stamp === '' ? [] : readdirSync(folder).filter((file) => file.endsWith('.js'));
  listed.set(folder, { stamp, scripts });
  return scripts;
}

/** Changes whenever the artefact is built anew, so that warm instances of the old one are let go. */
export function artefactVersion(folder: string): string {
  return (
    listScripts(folder)
      .map((file) => `${file}-${stampOf(join(folder, file))}`)
      .join(' ') || 'none'
  );
}

function positive(value: unknown, fallback: number, file: string, field: string): number {
  if (value === undefined) return fallback;
  if (typeof value === 'number' && value > 0) return value;
  throw new Error(`${file}: ${field} is not a positive number`);
}

function readTriggers(value: unknown, file: string): TriggerConfig[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error(`${file}: triggers is not a list`);
  return value.map((trigger: unknown) => {
    if (!isRecord(trigger)) throw new Error(`${file}: a trigger is not an object`);
    const { name, type, config } = trigger;
    if (type !== 'timer')
      throw new Error(`${file}: the local cloud emulates timers only, not ${String(type)}`);
    if (typeof name !== 'string' || typeof config !== 'string') {
      throw new Error(`${file}: a timer needs name and config as text`);
    }
    return { name, config };
  });
}
