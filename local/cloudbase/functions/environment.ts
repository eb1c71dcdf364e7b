import type { FunctionConfig } from './config';

/** Where an invocation comes from, decided by the platform, never by the payload. */
export interface Origin {
  /** Absent for timers and for requests that show no identity. */
  readonly openid?: string | undefined;
  /** As `getWXContext().SOURCE`: `wx_client`, `wx_trigger`, then `,scf` for each call from a function. */
  readonly source: string;
}

export const ENV_ID = 'local';
/** Invented; the shape is that of a mini program's app id. */
export const APP_ID = 'wx0000000000000000';
const REGION = 'ap-shanghai';

/**
 * The variables every instance of a function lives with. Nothing of the host's own environment goes in:
 * the real runtime has none of it, and a secret of this machine has no business there.
 * `TENCENTCLOUD_RUNENV=SCF` also keeps the SDK from asking a metadata host on every call.
 */
export function instanceEnvironment(
  functionName: string,
  adminUrl: string,
  added: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: '/tmp',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: REGION,
    TENCENTCLOUD_SECRETID: 'local-secret-id',
    TENCENTCLOUD_SECRETKEY: 'local-secret-key',
    TENCENTCLOUD_SESSIONTOKEN: 'local-session-token',
    SCF_NAMESPACE: ENV_ID,
    SCF_FUNCTIONNAME: functionName,
    TCB_ENV: ENV_ID,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_API_TOKEN',
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE,TCB_SEQID',
    ...added,
  };
}

/** What differs from one invocation to the next. No openid, no identity: the function must refuse. */
export function invocationEnvironment(requestId: string, origin: Origin): Record<string, string> {
  const env: Record<string, string> = {
    TCB_SEQID: requestId,
    SCF_REQUEST_ID: requestId,
    TCB_SOURCE: origin.source,
  };
  if (origin.source.startsWith('wx_trigger')) {
    env['TRIGGER_SRC'] = 'timer';
    env['WX_TRIGGER_API_TOKEN_V0'] = 'local-trigger-token';
  }
  if (origin.openid !== undefined) {
    env['WX_OPENID'] = origin.openid;
    env['WX_APPID'] = APP_ID;
    env['WX_API_TOKEN'] = 'local-api-token';
  }
  return env;
}

/** The second argument of `main`; names as the SDK's `parseContext` reads them. */
export function invocationContext(
  functionName: string,
  requestId: string,
  config: FunctionConfig,
  env: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return {
    request_id: requestId,
    function_name: functionName,
    function_version: '$LATEST',
    namespace: ENV_ID,
    memory_limit_in_mb: config.memoryMb,
    time_limit_in_ms: config.timeoutSeconds * 1000,
    tencentcloud_region: REGION,
    environment: JSON.stringify({ ...env, TCB_ENV: ENV_ID }),
  };
}

/** WeChat adds `userInfo` to an event that comes with an identity, over whatever the phone put there. */
export function withUserInfo(event: unknown, openid: string | undefined): unknown {
  if (openid === undefined || typeof event !== 'object' || event === null || Array.isArray(event))
    return event;
  return { ...event, userInfo: { openId: openid, appId: APP_ID } };
}
