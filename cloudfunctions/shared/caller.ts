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
