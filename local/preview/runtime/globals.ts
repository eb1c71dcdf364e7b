import type { AppData } from '../types';

declare global {
  interface Window {
    /** For the frame around the phone and for tests; only in the phone's own window. */
    __phone?: {
      setOffline(offline: boolean): void;
      /** Whether something on this very element listens to taps. */
      hearsTap(element: Element): boolean;
    };
    /** Called by the script with the compiled mini-program's data. */
    __appData?(data: AppData, templates: Record<string, (name: string) => unknown>): void;
  }
}
