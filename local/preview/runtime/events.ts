import { setServerNow } from './clock';

/** Keeps a line to the server: saved files reload the phone, jumps of the virtual clock move Date. */
export function connectToServer(): void {
  const source = new EventSource('/__preview/events');
  source.addEventListener('reload', () => {
    source.close();
    location.reload();
  });
  source.addEventListener('clock', (event: MessageEvent<string>) => {
    setServerNow(Number(event.data));
  });
  window.addEventListener('pagehide', () => {
    source.close();
  });
}
