import { guard } from './errors';

type AppHooks = Record<string, unknown>;

let instance: AppHooks | null = null;

/** `App()` and `getApp()`. */
export function installAppGlobals(): void {
  Object.assign(window, {
    App: (definition: AppHooks) => {
      if (instance) throw new Error('App() was called twice');
      instance = definition;
    },
    getApp: () => instance,
  });
}

/** Calls one of the app's own functions, when it has it. */
export function runHook(name: string, argument: unknown): void {
  const hook = instance?.[name];
  if (typeof hook !== 'function') return;
  guard(`app ${name}`, () => (hook as (given: unknown) => unknown).call(instance, argument));
}
