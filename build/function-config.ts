import { existsSync, readFileSync } from 'node:fs';

interface Trigger {
  name: string;
  type: 'timer';
  /** Seven fields, second to year, read by the platform in UTC+8. */
  config: string;
}

interface FunctionConfig {
  /** Seconds an invocation may take; the platform allows 1–60. */
  timeout: number;
  /** MB an instance may use; the platform allows 128–2048. */
  memorySize: number;
  triggers: Trigger[];
}

const defaults: FunctionConfig = { timeout: 20, memorySize: 256, triggers: [] };

function refuse(path: string, why: string): never {
  throw new Error(`${path}: ${why}`);
}

function checkTrigger(path: string, trigger: Partial<Trigger>): void {
  if (trigger.type !== 'timer') refuse(path, 'a trigger is of type "timer"');
  if (!/^[\w-]{1,60}$/.test(trigger.name ?? '')) refuse(path, 'a trigger needs a name');
  if ((trigger.config ?? '').trim().split(/\s+/).length !== 7) refuse(path, 'a timer has seven fields');
}

/**
 * A function's config.json as the platform wants it, with the defaults filled in.
 * @throws when the file has an unknown field, a limit out of range or more than one trigger.
 */
export function readFunctionConfig(path: string): string {
  const own = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<FunctionConfig>) : {};
  const unknown = Object.keys(own).filter((key) => !(key in defaults));
  if (unknown.length > 0) refuse(path, `unknown field ${unknown.join(', ')}`);
  const config = { ...defaults, ...own };
  if (!(config.timeout >= 1 && config.timeout <= 60)) refuse(path, 'timeout is 1 to 60 seconds');
  if (!(config.memorySize >= 128 && config.memorySize <= 2048)) refuse(path, 'memorySize is 128 to 2048 MB');
  if (config.triggers.length > 1) refuse(path, 'the platform takes one trigger for each function');
  for (const trigger of config.triggers) checkTrigger(path, trigger);
  return `${JSON.stringify(config, null, 2)}\n`;
}
