/**
 * In the place of `@cloudbase/node-sdk` in a test's own process, where sources of the server are read for their rules
 * and names: the whole SDK is loaded when somebody first calls it, since that takes longer than most tests.
 */
const FILE = '../../node_modules/@cloudbase/node-sdk';

interface Sdk {
  init(...config: unknown[]): unknown;
}

function load(): Sdk {
  return jest.requireActual<Sdk>(FILE);
}

/** What the platform is asked for in the place of an environment's name. */
export const SYMBOL_CURRENT_ENV = Symbol.for('SYMBOL_CURRENT_ENV');

export function init(...config: unknown[]): unknown {
  return load().init(...config);
}

export default { init, SYMBOL_CURRENT_ENV };
