/** A call of the SDK to the platform that stays in this process: what the SDK uses of Node's `ClientRequest`. */
import { EventEmitter } from 'node:events';

export class AdminCall extends EventEmitter {
  readonly reusedSocket: boolean;
  readonly socket = { connecting: false };
  readonly #ask: (body: string) => void;
  #body = '';

  constructor(reusedSocket: boolean, ask: (call: AdminCall, body: string) => void) {
    super();
    this.reusedSocket = reusedSocket;
    this.#ask = (body) => {
      ask(this, body);
    };
  }

  write(text: string): void {
    this.#body += text;
  }

  end(): void {
    this.#ask(this.#body);
  }

  setTimeout(): this {
    return this;
  }

  /** As a connection that ends without an answer; `error`: of the caller's realm. */
  breakOff(error: Error): void {
    this.emit('error', Object.assign(error, { code: 'ECONNRESET' }));
  }
}

/** What the SDK hears as the platform's response. */
export function answerCall(hear: (response: unknown) => void, headers: object, body: object): void {
  const response = Object.assign(new EventEmitter(), { statusCode: 200, headers });
  hear(response);
  response.emit('data', Buffer.from(JSON.stringify(body)));
  response.emit('end');
}
