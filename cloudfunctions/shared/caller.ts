import cloudbase from '@cloudbase/node-sdk';

type CloudApp = ReturnType<typeof cloudbase.init>;

/** No call to the platform may hold an action longer than this. */
const PLATFORM_TIMEOUT_MS = 5_000;
let app: CloudApp | undefined;

/** The SDK bound to the environment the function runs in; one for the life of the instance. */
export function cloudApp(): CloudApp {
  app ??= cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV, timeout: PLATFORM_TIMEOUT_MS });
  return app;
}

/** The platform's word on who calls, or '' when nobody is signed in (timers, HTTP); never from the payload. */
export function readOpenid(): string {
  return cloudApp().auth().getUserInfo().openId;
}

/** Whether the platform says that its timer started this: what the event says of itself anybody can write. */
export function isByTimer(): boolean {
  return process.env['TRIGGER_SRC'] === 'timer';
}

/** Longer than a function that another one calls may run (its config.json). */
const FUNCTION_TIMEOUT_MS = 35_000;

/** Calls a function of this deployment with this one's identity: a timer's is none. Throws when it did not answer. */
export async function callFunction(name: string, data: object): Promise<unknown> {
  const { result } = (await cloudApp().callFunction({ name, data }, { timeout: FUNCTION_TIMEOUT_MS })) as {
    result: unknown;
  };
  return result;
}
