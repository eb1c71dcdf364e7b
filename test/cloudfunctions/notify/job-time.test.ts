/**
 * Every job of the clock looks at the clock before each thing that it begins: called when its time is over it writes
 * nothing, though something of its kind is due; called with time it does.
 */
import { main as notify } from '../../../cloudfunctions/notify/index';
import { writeDeadLetter } from '../../../cloudfunctions/notify/dead-letters/store';
import { CLOCK_LOOKS } from '../../../cloudfunctions/notify/relay/clock-jobs';
import { writeAudit } from '../../../cloudfunctions/notify/audit/store';
import { DISTRICT } from '../../../cloudfunctions/registry/store';
import { askReroute } from '../../../cloudfunctions/request/routing/reroute-store';
import { startInProcess, type InProcessCloud } from '../../support/in-process';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
jest.mock('../../../cloudfunctions/shared/own-call', () => ({
  ...jest.requireActual<object>('../../../cloudfunctions/shared/own-call'),
  callOwnFunction: () => Promise.resolve({ ok: true, data: { forgotten: 0 } }),
}));

const TOWNSHIPS = ['bh', 'qs'];
/** Requests, days and activities of the sample are past what they are kept, and it is night, when that is looked at. */
const NIGHT = Date.parse('2034-11-30T04:30:00+08:00');

let cloud: InProcessCloud;
const WRITTEN = [
  'requests',
  'days',
  'activities',
  'facts',
  'inbox',
  'messages',
  'reminders',
  'recounts',
  'imports',
];
const SEEDED = ['audit', 'seals', 'deadletters', 'reroutes', 'requesttraces'];
const written = () => JSON.stringify([...WRITTEN, ...SEEDED].map((name) => cloud.documents(name)));

/** Something is due for every job. */
beforeAll(async () => {
  cloud = await startInProcess({ notify }, { lives: true });
  const began = cloud.clock.now();
  const document = { township: 'bh', _id: 'r-none' };
  const letter = { id: 'e1', event: 'nothing-known', about: {}, at: began, attempts: 0 };
  await writeDeadLetter('requests', document, letter, began);
  cloud.replace(
    'deadletters',
    cloud.documents<object>('deadletters').map((one) => Object.assign(one, { nextAt: 1 })),
  );
  await writeAudit('lists', document, {
    id: 'a1',
    at: began,
    by: 'bh-p1',
    act: 'export',
    of: '',
    from: '',
    to: '',
  });
  await askReroute('bh', 9, began);
  const trace = { _id: `${DISTRICT}~t1`, township: DISTRICT, rev: 1, at: began, about: {}, suggest: 'pass' };
  cloud.replace('requesttraces', [trace]);
  cloud.clock.set(NIGHT);
});

/** A push is begun by one call of another function, all at once, and writes nothing here. */
const JOBS = CLOCK_LOOKS.filter(({ name }) => name !== 'pushes');

test.each(JOBS.map(({ name, job }) => ({ name, job })))('$name', async ({ job }) => {
  const before = written();
  const now = cloud.clock.now();
  await job(TOWNSHIPS, now, now);
  expect(written() === before).toBe(true);
  await job(TOWNSHIPS, now, Infinity);
  expect(written() === before).toBe(false);
});
