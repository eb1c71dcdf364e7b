import { setServerNow } from './clock';

/**
 * Keeps a line to the server: jumps of the virtual clock move Date, saved files call `onReload`.
 */
export function connectToServer(onReload: () => void): void {
  const source = new EventSource('/__preview/events');
  source.addEventListener('reload', onReload);
  source.addEventListener('clock', (event: MessageEvent<string>) => {
    setServerNow(Number(event.data));
  });
  window.addEventListener('pagehide', () => {
    source.close();
  });
}
