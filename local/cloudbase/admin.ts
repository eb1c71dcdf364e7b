import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseCalls } from './calls';
import type { Cost } from './database/types';
import { notEmulated, platformError, toSdk } from './errors';
import type { Faults } from './faults';
import type { FunctionHost } from './functions/host';
import type { Instance } from './functions/instance';
import { BodyTooLarge, isFromThisMachine, isRecord, parseJson, readBody, sendJson } from './http';
import type { StorageActions } from './storage/actions';

export interface AdminParts {
  readonly calls: DatabaseCalls;
  readonly storageActions: StorageActions;
  readonly host: FunctionHost;
  readonly faults: Faults;
  readonly log: (line: string) => void;
}

type Body = Record<string, unknown>;

/** docs.cloudbase.net, EXCEED_MAX_PAYLOAD_SIZE: everything that is no function. */
const BODY_LIMIT_BYTES = 100 * 1024 * 1024;

/**
 * The SDK's one door: `POST /admin?env=…`, and for the calls of a function instance
 * `POST /admin/<its id>?env=…`, the URL it gets in `TCB_CONTEXT_CNFG`. By the id a call is known to belong
 * to the invocation that runs there: the SDK itself sends nothing that could not be another's.
 */
export async function handleAdmin(
  parts: AdminParts,
  instanceId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = randomUUID();
  const refuse = (error: { code: string; message: string }): void => {
    sendJson(response, 200, { requestId, ...error });
  };
  if (!isFromThisMachine(request)) {
    sendJson(response, 403, {
      requestId,
      ...toSdk(platformError('system', 'the admin door is for this machine')),
    });
    return;
  }
  const body = await readAction(request);
  if ('code' in body) {
    refuse(body);
    return;
  }
  const reply = await answerAdmin(parts, instanceId, body);
  if (reply) sendJson(response, 200, { requestId, ...reply.body }, reply.headers);
  else response.destroy();
}

export interface AdminAction {
  readonly action: string;
  readonly params: Body;
}

export interface AdminReply {
  readonly body: Body;
  readonly headers?: Record<string, string>;
}

/** What an instance hears, without the number of the request; undefined: the connection breaks. */
export async function answerAdmin(
  parts: AdminParts,
  instanceId: string,
  { action, params }: AdminAction,
): Promise<AdminReply | undefined> {
  const instance = parts.host.instance(instanceId);
  if (instanceId !== '' && !instance)
    return { body: toSdk(platformError('system', 'the instance that sent this has ended')) };
  if (action.startsWith('database.')) return handleDatabase(parts, { action, params, instance });
  if (action === 'functions.invokeFunction') return { body: await callFunction(parts, params, instance) };
  if (parts.storageActions.answers(action))
    return { body: await parts.storageActions.execute(action, params) };
  return { body: toSdk(notEmulated(`the action ${action}`)) };
}

async function readAction(
  request: IncomingMessage,
): Promise<AdminAction | { code: string; message: string }> {
  let bytes: Buffer;
  try {
    bytes = await readBody(request, BODY_LIMIT_BYTES);
  } catch (error) {
    if (error instanceof BodyTooLarge) return toSdk(platformError('bodyTooLarge'));
    throw error;
  }
  if (request.headers['content-type']?.startsWith('multipart/') === true) {
    return toSdk(notEmulated('wx.openApi, wx.wxPayApi and wx.wxCallContainerApi'));
  }
  const params = parseJson(bytes.toString('utf8'))?.value;
  if (!isRecord(params) || typeof params['action'] !== 'string') {
    return toSdk(platformError('invalidParam', 'the body is no JSON object with an action'));
  }
  return { action: params['action'], params };
}

interface DatabaseCall extends AdminAction {
  readonly instance: Instance | undefined;
}

async function handleDatabase(
  parts: AdminParts,
  { action, params, instance }: DatabaseCall,
): Promise<AdminReply | undefined> {
  const invocation = instance?.current;
  if (instance && !invocation) parts.log(`[${instance.functionName}] calls ${action} after it has answered`);
  const callNumber = invocation ? ++invocation.databaseCalls : undefined;
  const { latencyMs, fate } = parts.faults.plan(action, instance?.functionName, callNumber);
  if (latencyMs > 0) await sleep(latencyMs);
  const cost: Cost = { calls: 0, examined: 0 };
  let reply: Body;
  if (fate === 'killBefore') {
    instance?.kill();
    return undefined;
  } else if (fate === 'fail') {
    cost.calls++;
    reply = toSdk(platformError('system', '[injected fault] system error'));
  } else {
    reply = await parts.calls.execute(action, params, cost);
  }
  if (invocation) {
    invocation.cost.calls += cost.calls;
    invocation.cost.examined += cost.examined;
  }
  if (fate === 'killAfter') instance?.kill();
  if (fate === 'killAfter' || fate === 'dropSocket') return undefined;
  if (fate === 'dropError')
    reply = toSdk(platformError('databaseTimeout', '[injected fault] the answer was lost'));
  return { body: reply, headers: costHeaders(cost) };
}

/** Told on the gateway's answers, and on the answer to each database call. */
export function costHeaders(cost: Cost): Record<string, string> {
  return { 'x-db-calls': String(cost.calls), 'x-db-examined': String(cost.examined) };
}

/** A function called by a function sees the same identity; its database calls count for both. */
async function callFunction(parts: AdminParts, params: Body, instance: Instance | undefined): Promise<Body> {
  const { function_name: name, request_data: data } = params;
  const text = data === '' || data === undefined ? '{}' : data;
  const event = typeof text === 'string' ? parseJson(text) : undefined;
  if (typeof name !== 'string' || !event) return toSdk(platformError('invalidParam'));
  const caller = instance?.current;
  const cost: Cost = { calls: 0, examined: 0 };
  const source = caller ? `${caller.origin.source},scf` : 'scf';
  const outcome = await parts.host.invoke(name, event.value, { openid: caller?.origin.openid, source }, cost);
  if (caller) {
    caller.cost.calls += cost.calls;
    caller.cost.examined += cost.examined;
  }
  return outcome.ok ? { data: { response_data: outcome.text } } : toSdk(outcome.error);
}
