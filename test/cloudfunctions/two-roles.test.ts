/** Whoever holds two roles may do what either may, whichever of their grants is found first. */
import { main as congress } from '../../cloudfunctions/congress/index';
import { main as duty } from '../../cloudfunctions/duty/index';
import type { Invitation } from '../../cloudfunctions/registry/invitations/rules/invitation';
import { invite } from '../../local/townships/grants';
import type { Output } from '../../miniprogram/contract/wire';
import { startInProcess, type InProcessCloud } from '../support/in-process';

jest.mock('../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../support/memory-database'),
);

const BOTH = 'bh-p5';
let cloud: InProcessCloud;

beforeAll(async () => {
  cloud = await startInProcess({ congress, duty });
  const staff = invite(
    'bh',
    { code: 'secondrole', role: 'staff', name: '文小雪', openid: BOTH },
    cloud.clock.now(),
  );
  // Behind the deputy's own grant, so that this is the one that lets them in.
  cloud.replace('invitations', [...cloud.documents<Invitation>('invitations'), staff]);
});

const ask = (action: string, input: object, fn = 'duty', openid = BOTH) =>
  cloud.invoke(fn, action, { township: 'bh', ...input }, { openid });

it('reads the office’s list of activities, which other deputies do not', async () => {
  const listed = await ask('listActivities', { scope: 'office' });
  expect(listed).toMatchObject({ ok: true });
  expect(await ask('listActivities', { scope: 'office' }, 'duty', 'bh-p8')).toMatchObject({
    code: 'not-allowed',
  });
});

it('sees a session that is being prepared, which other members do not', async () => {
  const { data } = await ask('sessions', {}, 'congress');
  const { sessions } = data as Output<'congress', 'sessions'>;
  const prepared = sessions.find(({ state }) => state === 'prepared')?.session ?? '';
  expect(await ask('session', { session: prepared }, 'congress')).toMatchObject({
    ok: true,
    data: { keeps: true },
  });
  expect(await ask('session', { session: prepared }, 'congress', 'bh-p8')).toMatchObject({
    code: 'not-found',
  });
});
