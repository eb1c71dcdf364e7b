import { PROOF } from '../../support/fair-share';
import { fuzz, FUZZ_RUNS } from '../../support/hostile';
import { countWrites } from '../../support/writes';
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
    const openid = action.includes('fficialKeys') ? 'bh-admin' : ofChief ? CHIEF : STAFF;
    const valid = inputs(article)[action];
    await fuzz(office, { fn: 'publicity', action, openid, valid, written: writes, runs: RUNS });
  },
);
