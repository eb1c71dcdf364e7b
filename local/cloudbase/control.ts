import type { IncomingMessage, ServerResponse } from 'node:http';
import { type VirtualClock, isInstant, parseInstant } from './clock';
import { type FaultSettings, type Faults, parseFaults } from './faults';
import { BodyTooLarge, isFromThisMachine, isRecord, parseJson, readBody, sendJson } from './http';
import type { Timers } from './timers/timers';
import type { Wechat } from '../wechat';
import type { WechatCommand, WechatSettings } from '../wechat/settings';

/** Any subset; carried out in the order clock, faults, WeChat, timers. */
export interface ControlCommand {
  /** Sets or advances the clock; timers that come due fire once, and the answer waits for them. */
  readonly clock?: { readonly set: string | number } | { readonly advanceMs: number };
  /** Replaces all faults; `{}` clears them. */
  readonly faults?: FaultSettings;
  /** What goes wrong at WeChat, and its pushes; `{}` clears it. */
  readonly wechat?: WechatCommand;
  /** Fires every timer once, due or not, and waits for them. */
  readonly runTimers?: boolean;
}

export interface ControlState {
  /** China time, for people. */
  readonly now: string;
  readonly nowMs: number;
  readonly faults: FaultSettings;
  readonly wechat: WechatSettings;
}

export interface ControlParts {
  readonly wechat: Pick<Wechat, 'read' | 'command' | 'settings'>;
  readonly clock: VirtualClock;
  readonly faults: Faults;
  readonly timers: Timers;
}

/** A command that is refused; the message is one sentence. */
export class ControlError extends Error {}

const BODY_LIMIT_BYTES = 64 * 1024;
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** Throws ControlError, before anything is done, on a command with any unknown or impossible part. */
export async function control(parts: ControlParts, command: unknown): Promise<ControlState> {
  const { instant, faults, wechat, runTimers } = readCommand(parts, command);
  if (instant !== undefined) parts.clock.set(instant);
  if (faults) parts.faults.set(faults);
  if (wechat) await parts.wechat.command(wechat);
  if (instant !== undefined) await parts.timers.settled();
  if (runTimers) await parts.timers.runAll();
  return state(parts);
}

function state({ clock, faults, wechat }: ControlParts): ControlState {
  const nowMs = clock.now();
  const now = `${new Date(nowMs + CHINA_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
  return { now, nowMs, faults: faults.settings, wechat: wechat.settings };
}

/** `GET|POST /control`, for this machine only and for no other web site that a browser here shows. */
export async function handleControl(
  parts: ControlParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isFromThisMachine(request)) {
    sendJson(response, 403, { error: 'the control endpoint answers this machine only' });
  } else if (request.method === 'GET') {
    sendJson(response, 200, state(parts));
  } else if (request.method === 'POST') {
    await carryOut(parts, request, response);
  } else {
    sendJson(response, 405, { error: 'GET or POST' });
  }
}

async function carryOut(
  parts: ControlParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const text = (await readBody(request, BODY_LIMIT_BYTES)).toString('utf8');
    const body = parseJson(text);
    if (!body) throw new ControlError('the body is no JSON');
    sendJson(response, 200, await control(parts, body.value));
  } catch (error) {
    if (!(error instanceof ControlError || error instanceof BodyTooLarge)) throw error;
    sendJson(response, 400, { error: error.message });
  }
}

interface ReadCommand {
  readonly instant: number | undefined;
  readonly faults: FaultSettings | undefined;
  readonly wechat: WechatCommand | undefined;
  readonly runTimers: boolean;
}

function readCommand(parts: ControlParts, command: unknown): ReadCommand {
  if (!isRecord(command)) throw new ControlError('a command is a JSON object');
  const { clock: clockPart, faults, wechat, runTimers = false, ...unknown } = command;
  const [stranger] = Object.keys(unknown);
  if (stranger !== undefined) throw new ControlError(`no such command: ${stranger}`);
  if (typeof runTimers !== 'boolean') throw new ControlError('runTimers is true or false');
  return {
    instant: clockPart === undefined ? undefined : readClock(parts.clock, clockPart),
    faults: faults === undefined ? undefined : readPart('faults', faults, parseFaults),
    wechat: wechat === undefined ? undefined : readPart('wechat', wechat, parts.wechat.read),
    runTimers,
  };
}

function readPart<T>(name: string, part: unknown, parse: (raw: Record<string, unknown>) => T): T {
  if (!isRecord(part)) throw new ControlError(`${name} is a JSON object`);
  try {
    return parse(part);
  } catch (error) {
    throw new ControlError((error as RangeError).message);
  }
}

function readClock(clock: VirtualClock, part: unknown): number {
  const { set, advanceMs } = isRecord(part) ? part : {};
  const instant =
    typeof advanceMs === 'number'
      ? clock.now() + advanceMs
      : typeof set === 'string'
        ? parseInstant(set)
        : set;
  if (isInstant(instant)) return instant;
  throw new ControlError('clock is {"set": "2026-12-04T18:00:00+08:00"} or {"advanceMs": 60000}');
}
