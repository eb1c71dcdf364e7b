/** What the host and an instance tell each other over the process channel. */

export interface InvokeMessage {
  readonly type: 'invoke';
  /** The request id, as the platform numbers invocations. */
  readonly id: string;
  /** The event as JSON text: what crosses here is exactly what would cross the network. */
  readonly event: string;
  readonly context: Readonly<Record<string, unknown>>;
  /** Added to `process.env` for this invocation and taken away after it. */
  readonly env: Readonly<Record<string, string>>;
  /** Added to the real time by this instance's `Date`. */
  readonly offsetMs: number;
}

export interface InstanceFailure {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

export type InstanceMessage =
  | { readonly type: 'ready' }
  /** What the function wrote to its output; sent this way so that it comes before the answer. */
  | { readonly type: 'print'; readonly text: string }
  | { readonly type: 'unloadable'; readonly failure: InstanceFailure }
  | { readonly type: 'result'; readonly id: string; readonly result: string }
  | { readonly type: 'failure'; readonly id: string; readonly failure: InstanceFailure };
