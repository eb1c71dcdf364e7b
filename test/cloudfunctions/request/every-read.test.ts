/**
 * Every read that may show a request, as every identity, for a request in each state with each switch and recusal, and
 * with a membership that ended yesterday: what an answer holds of each part is what the one rule gives this reader.
 * A few cells of all in `npm test`; PROOF=1 tries each. Of photos and recordings the storage's addresses are told.
 */
import { main as overview } from '../../../cloudfunctions/overview/index';
import { main as request } from '../../../cloudfunctions/request/index';
import { closeRequest } from '../../../cloudfunctions/request/store';
import { ROLE_IDS } from '../../../miniprogram/contract/roles';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import {
  bearWorld,
  cells,
  partsMissing,
  partsNotDue,
  readerOf,
  requestOf,
  WHO,
  type World,
} from './reading-cells';
import { ALL_READS } from './reads';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
jest.mock('../../../cloudfunctions/shared/files', () => ({
  ...jest.requireActual<object>('../../../cloudfunctions/shared/files'),
  linkFiles: (paths: string[]) => Promise.resolve(paths),
}));
jest.setTimeout(1_800_000);

/** Those of request and overview; the audit has no row of what is only put there. */
const ASKED = ALL_READS.filter(
  ({ fn, action }) => ['request', 'overview'].includes(fn) && action !== 'audit',
);
const NOTHING_ELSE = { article: '', version: '', suggestion: '', report: '', activity: '', session: '' };

let cloud: InProcessCloud;
let world: World;
beforeAll(async () => {
  cloud = await startInProcess({ request, overview });
  world = await bearWorld(cloud);
});

it('gives every reader of every read what the rule gives, and nothing more', async () => {
  const all = [...cells()];
  const chosen = process.env['PROOF'] === '1' ? all : all.filter((_cell, at) => at % 31 === 0);
  const { grants } = world;
  const roles = new Set(grants.filter(({ openid }) => WHO.includes(openid)).map(({ role }) => role));
  expect(ROLE_IDS.filter((role) => role !== 'receiver' && !roles.has(role))).toEqual([]);
  let looked = 0;
  let read = 0;
  for (const cell of chosen) {
    const document = requestOf(world, cell);
    cloud.replace('requests', [closeRequest(document)]);
    cloud.replace('invitations', grants);
    cloud.replace('workbenches', []);
    cloud.clock.set(cloud.clock.now() + 61_000);
    for (const openid of WHO) {
      const reader = readerOf(world, { openid, now: cloud.clock.now() }, document);
      const { _id, number } = document;
      for (const { fn, action, input: inputOf } of ASKED) {
        const input = inputOf({ ...NOTHING_ELSE, request: _id, number });
        const answer = await cloud.invoke(fn, action, input, { openid });
        if (answer.code === 'internal' || answer.code === 'bad-input')
          throw new Error(`${fn}.${action} did not answer: ${JSON.stringify(answer)}`);
        const said = JSON.stringify(answer);
        const wrong: string[] = partsNotDue(reader, document, said);
        if (action === 'get') {
          if (answer.ok !== (reader !== undefined)) wrong.push(answer.ok ? 'it is shown' : 'it is not shown');
          if (reader) wrong.push(...partsMissing(reader, document, said));
        }
        const at = () => ({ ...cell, openid, reader, fn, action, input });
        expect(wrong.length === 0 ? '' : JSON.stringify([wrong, at()])).toBe('');
        looked++;
        if (answer.ok) read++;
      }
    }
  }
  expect(looked).toBe(chosen.length * WHO.length * ASKED.length);
  // Most refusals are «not-allowed»; without answers nothing would have been looked at.
  expect(read).toBeGreaterThan(looked / 5);
});
