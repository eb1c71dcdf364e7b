import { isDeepStrictEqual } from 'node:util';

/** As `toEqual`, which takes much longer to say of two large things that they are equal. */
export function expectSame(received: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(received, expected)) expect(received).toEqual(expected);
}
