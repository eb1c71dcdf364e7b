/** Of package.json; test/gates/version.test.ts holds both together. */
export const VERSION = '0.1.0';
