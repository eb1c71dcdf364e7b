import type { Shown } from './components';

/** An event of a component, as a page would get it. */
export interface Heard {
  name: string;
  detail: unknown;
}

/** What the simulator's types leave out. */
interface Listening {
  addEventListener(name: string, listener: (event: { detail: unknown }) => void): void;
}

/** A tap reaches its listeners only after the simulator has played it (ms). */
const TAP_MS = 20;

/** Taps a part of a component and tells which of the named events came out. */
export async function tapAndHear(
  component: Shown,
  part: Shown | undefined,
  names: string[],
): Promise<Heard[]> {
  const heard: Heard[] = [];
  for (const name of names) {
    (component as unknown as Listening).addEventListener(name, ({ detail }) => {
      heard.push({ name, detail });
    });
  }
  part?.dispatchEvent('tap');
  await new Promise((done) => setTimeout(done, TAP_MS));
  return heard;
}
