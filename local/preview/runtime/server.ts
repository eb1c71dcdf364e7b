import { openid } from './session';

/** WeChat's answer when there is no network. */
export const NO_NETWORK = 'request:fail ';

const network = { offline: sessionStorage.getItem('phone.offline') === '1' };
const listeners = new Set<(online: boolean) => void>();

export function isOnline(): boolean {
  return !network.offline;
}

/** The frame's switch. Remembered, so that a phone can also be opened without a network. */
export function setOffline(offline: boolean): void {
  network.offline = offline;
  sessionStorage.setItem('phone.offline', offline ? '1' : '0');
  for (const listener of [...listeners]) listener(!offline);
}

export function onNetworkChange(listener: (online: boolean) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** No network, or the server does not answer. */
export class NoNetwork extends Error {
  constructor() {
    super(NO_NETWORK);
  }
}

/** A request of the phone to the local cloud, as this identity. Throws NoNetwork. */
export async function appPost(path: string, body: unknown): Promise<Record<string, unknown>> {
  if (!isOnline()) throw new NoNetwork();
  let response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(openid === '' ? {} : { 'x-wx-openid': openid }) },
      body: JSON.stringify(body),
    });
  } catch {
    throw new NoNetwork();
  }
  if (!isOnline()) throw new NoNetwork();
  return (await response.json()) as Record<string, unknown>;
}
