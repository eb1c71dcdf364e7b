import type { glassEasel } from 'glass-easel-miniprogram-adapter';

/** A component instance of the framework: a page's root, a custom component or a built-in one. */
export type EngineComponent = glassEasel.GeneralComponent;

/** A page's or component's `this`. */
export interface Caller {
  readonly is: string;
  readonly data: Record<string, unknown>;
  readonly [name: string]: unknown;
}
