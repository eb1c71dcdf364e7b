/** Whoever names a township that does not exist leaves no document behind. */
import { main as notify } from '../../../cloudfunctions/notify/index';
import { main as registry } from '../../../cloudfunctions/registry/index';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { newKey } from '../request/requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ notify, registry });
});

const DOORS = [
  ['notify', 'consent', { answers: { reminder: 'accept' } }],
  ['notify', 'seen', { until: 1 }],
  ['registry', 'countScan', { place: 'h1' }],
] as const;
const COLLECTIONS = ['consents', 'scans', 'inbox', 'townships'];
const count = () => COLLECTIONS.map((name) => cloud.documents(name).length);

it.each(DOORS)(
  '%s.%s: twenty invented townships are refused and written nowhere',
  async (fn, action, input) => {
    const before = count();
    for (let n = 0; n < 20; n++) {
      const asked = { ...input, township: `zz${String(n)}` };
      const answer = await cloud.invoke(fn, action, asked, { openid: `somebody-${action}`, key: newKey() });
      expect(answer).toMatchObject({ ok: false, code: 'not-found' });
    }
    expect(count()).toEqual(before);
  },
);

it.each(DOORS)(
  '%s.%s: a crowd of one is told to wait, in a township that is there',
  async (fn, action, input) => {
    const codes = new Set<string>();
    for (let n = 0; n < 40; n++) {
      const asked = { ...input, township: 'bh' };
      const answer = await cloud.invoke(fn, action, asked, { openid: `crowd-${action}`, key: newKey() });
      codes.add(answer.ok ? 'ok' : (answer.code ?? ''));
    }
    expect(codes).toEqual(new Set(['ok', 'rate-limited']));
  },
);
