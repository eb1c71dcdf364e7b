/**
 * In the place of `@cloudbase/node-sdk` in a test's own process, where sources of the server are read for their rules
 * and names: the SDK is loaded when somebody first calls it, and as it is in the artefacts where they have been built,
 * since the whole takes longer than most tests.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const WHOLE = '../../node_modules/@cloudbase/node-sdk';
const SLIM = resolve(__dirname, '../../dist/node-sdk/index.js');

interface Sdk {
  init(...config: unknown[]): unknown;
}

function load(): Sdk {
  return jest.requireActual<Sdk>(existsSync(SLIM) ? SLIM : WHOLE);
}

/** What the platform is asked for in the place of an environment's name. */
export const SYMBOL_CURRENT_ENV = Symbol.for('SYMBOL_CURRENT_ENV');

export function init(...config: unknown[]): unknown {
  return load().init(...config);
}

export default { init, SYMBOL_CURRENT_ENV };
