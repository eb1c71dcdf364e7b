import fc from 'fast-check';
import { ERROR_CODES } from '../../../miniprogram/contract/errors';
import { PROOF } from '../../support/fair-share';
import { FUZZ_RUNS, hostileInput, toJson } from '../../support/hostile';
import { countWrites } from '../../support/writes';
import { newKey } from '../request/requests';
import { inputs, type Act } from './inputs';
import { CHIEF, openPublicity, STAFF, type Publicity } from './office';

jest.setTimeout(600_000);

/** Thirty actions: in `npm test` a third of what others take each. */
const RUNS = PROOF ? FUZZ_RUNS : Math.ceil(FUZZ_RUNS / 3);

let office: Publicity;
let article: string;
/** Everything but the rate window of the caller's own grant. */
let writes: () => number;
beforeAll(async () => {
  office = await openPublicity();
  article = (await office.get<{ article: string }>(STAFF, 'compose', { from: { kind: 'blank', of: '' } }))
    .article;
  writes = countWrites(office.database, ['invitations']);
});
afterAll(() => office.close());

test.each(Object.keys(inputs()) as Act[])(
  '%s answers every input with data or a documented code, and writes nothing that it refuses',
  async (action) => {
    const ofChief = ['review', 'approve', 'sendBack', 'saveSettings'].includes(action);
    const who = action.includes('fficialKeys') ? 'bh-admin' : ofChief ? CHIEF : STAFF;
    await fc.assert(
      fc.asyncProperty(hostileInput(inputs(article)[action]), async (input) => {
        const before = writes();
        const event = toJson({ action, input, key: newKey() });
        const { errCode, ...answer } = await office.send('publicity', event, who);
        const result = answer.result as { ok: boolean; code?: string } | undefined;
        if (errCode !== undefined || result === undefined)
          throw new Error(`platform error ${String(errCode)}`);
        if (result.ok) return;
        expect(Object.keys(ERROR_CODES)).toContain(result.code);
        expect(result.code).not.toBe('internal');
        expect(writes()).toBe(before);
        if (result.code === 'rate-limited') office.clock.set(office.clock.now() + 61_000);
      }),
      { numRuns: RUNS },
    );
  },
);
