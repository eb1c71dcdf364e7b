import { Socket, isIP } from 'node:net';

/** Thrown at code that would leave this machine: the local run cannot reach the real WeChat or CloudBase. */
export class NotEmulatedError extends Error {
  override readonly name = 'NotEmulatedError';
}

type Connect = (this: Socket, ...args: unknown[]) => Socket;

/** Closes the network of this process but for the loopback; http, fetch and tls all go through here. */
export function refuseOutsideNetwork(): void {
  // The method is called with the socket it was called on; nothing here is unbound.
  // oxlint-disable-next-line typescript/unbound-method
  const connect = Socket.prototype.connect as Connect;
  const guarded: Connect = function (...args) {
    const host = hostOf(args);
    if (host !== undefined && !isLoopbackHost(host)) {
      throw new NotEmulatedError(`the local cloud opens no connection to ${host}`);
    }
    return connect.apply(this, args);
  };
  Socket.prototype.connect = guarded;
}

function hostOf(args: readonly unknown[]): string | undefined {
  const first = Array.isArray(args[0]) ? (args[0] as unknown[])[0] : args[0];
  if (typeof first === 'object' && first !== null) {
    const host = (first as { host?: unknown }).host;
    return typeof host === 'string' ? host : undefined;
  }
  return typeof args[1] === 'string' ? args[1] : undefined;
}

function isLoopbackHost(host: string): boolean {
  if (isIP(host) === 4) return host.startsWith('127.');
  return host === 'localhost' || host === '::1' || host === '[::1]' || host === '';
}
