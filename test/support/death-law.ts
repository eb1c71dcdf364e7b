/**
 * With DEATHS=1 (a suite of the proof): whatever any test does in this process through a writing action, it is first done
 * with a death at each of its database calls and one retry under the same key, everything put back in between. The retry
 * is granted, and leaves what the act leaves where nobody died; the law of the audit (audit-law.ts) is looked at as well.
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { proofFolder } from '../../build/checks';
import { root } from '../../build/paths';
import type { Answer } from './cloud';
import { countedWrites, keepLaw } from './audit-law';
import { countEvents, keepRows } from './memory-database';

const { DEATHS } = process.env;
const file = join(root, proofFolder, 'died.txt');
/** Brings others’ events on their way for so long as its time lasts: the relay's own tests let it die. */
const RELAY = 'notify.kick';
/** Acts under way: while others run, nothing may be put back. */
let underWay = 0;

/** Runs the act as `run` does, after all its deaths. */
export async function underDeaths(
  name: string,
  run: () => Promise<Answer>,
  dieAt: (call: number, act: () => Promise<Answer>) => Promise<boolean>,
): Promise<Answer> {
  if (DEATHS !== '1' || underWay > 0 || name === RELAY) return run();
  underWay++;
  try {
    return await tryDeaths(name, run, dieAt);
  } finally {
    underWay--;
  }
}

async function tryDeaths(
  name: string,
  run: () => Promise<Answer>,
  dieAt: (call: number, act: () => Promise<Answer>) => Promise<boolean>,
): Promise<Answer> {
  const puttingBack = [keepRows(), keepLaw()];
  const putBack = (): void => {
    for (const part of puttingBack) part();
  };
  const writes = countedWrites();
  const answer = await run();
  if (!answer.ok || countedWrites() === writes) return answer;
  const left = countEvents();
  let deaths = 0;
  for (let died = true; died;) {
    putBack();
    died = await dieAt(deaths + 1, run);
    if (died) deaths++;
    const { ok, code } = await run();
    const seen = { ok, code, left: countEvents() };
    expect({ name, deaths, ...seen }).toEqual({ name, deaths, ok: true, code: undefined, left });
  }
  expect([name, deaths]).not.toEqual([name, 0]);
  appendFileSync(file, `${name} ${String(deaths)}\n`);
  putBack();
  return run();
}
