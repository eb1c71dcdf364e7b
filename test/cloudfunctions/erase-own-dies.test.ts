/**
 * Who has their data deleted taps once. Each function forgets its part, and one that died at any of its calls forgets the
 * rest when it is asked again; the other writing actions die in support/death-law.ts, these are let in a few times a minute.
 */
import { main as notify } from '../../cloudfunctions/notify/index';
import { main as reception } from '../../cloudfunctions/reception/index';
import { main as request } from '../../cloudfunctions/request/index';
import type { Slip } from '../../miniprogram/contract/reception';
import { accountOf } from '../../cloudfunctions/shared/cipher';
import type { Answer } from '../support/cloud';
import { noteDied } from '../support/death-law';
import { dieAt, startInProcess, type InProcessCloud } from '../support/in-process';
import { keepRows, listRows } from '../support/memory-database';
import { dayOf, freePlaceOf } from './reception/support/free-place';
import { newKey, submission } from './request/requests';

jest.mock('../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../support/memory-database'),
);

const WHO = 'who-is-forgotten';
const DATE = '2026-12-07';
let cloud: InProcessCloud;

async function granted(fn: string, action: string, input: object, openid = WHO): Promise<unknown> {
  const by = { openid, key: newKey() };
  const answer = await cloud.invoke(fn, action, { township: 'bh', ...input }, by);
  expect([action, answer]).toMatchObject([action, { ok: true }]);
  return answer.data;
}

async function bring(): Promise<void> {
  for (let n = 0; n < 4; n++) await granted('notify', 'kick', {}, 'relay');
}

let putBack: () => void;
beforeAll(async () => {
  cloud = await startInProcess({ notify, reception, request });
  const { place, home } = freePlaceOf(dayOf(cloud, DATE));
  const slip = (await granted('reception', 'book', {
    date: DATE,
    home,
    place,
    wish: { who: 'any' },
    whom: 'self',
    name: '王先生',
    phone: '13800000000',
  })) as Slip;
  // What is still to come stays until it is over.
  const { booking, keys } = slip;
  await granted('reception', 'cancel', { date: DATE, booking, from: place, keys });
  await granted('notify', 'consent', { answers: { reminder: 'accept' } });
  const { request: other } = (await granted('request', 'submit', submission(), 'somebody')) as {
    request: string;
  };
  const published = cloud
    .documents<{ _id: string }>('requests')
    .map((one) => (one._id === other ? { ...one, board: '1' } : one));
  cloud.replace('requests', published);
  await granted('request', 'joinPublished', { request: other });
  for (let n = 0; n < 2; n++) {
    const { privacy } = submission();
    const said = submission({ privacy: { ...privacy, publishable: true } });
    const { request: own } = (await granted('request', 'submit', said)) as { request: string };
    await granted('request', 'act', { request: own, step: { act: 'withdraw', words: '不用了' } });
  }
  await bring();
  putBack = keepRows();
});

/** How often each collection names the account or the phone itself, when what was noted is in the audit. */
async function countNamed(): Promise<Record<string, number>> {
  await bring();
  return Object.fromEntries(
    [...listRows()].map(([name, rows]) => {
      const text = JSON.stringify([...rows]);
      return [name, [accountOf(WHO), WHO].reduce((sum, word) => sum + text.split(word).length - 1, 0)];
    }),
  );
}

/** But for the audit, which keeps who did what. */
const sum = ({ audit: _audit, ...counted }: Record<string, number>): number =>
  Object.values(counted).reduce((total, n) => total + n, 0);

const consents = () => [
  ...cloud.documents('consents'),
  ...cloud.documents<{ privacy: object }>('requests').map(({ privacy }) => privacy),
];

const ACTS = [
  'notify.eraseOwn',
  'reception.eraseOwn',
  'request.eraseOwn',
  'notify.withdrawConsents',
  'request.withdrawConsents',
];
function forget(name: string): Promise<Answer> {
  const [fn = '', action = ''] = name.split('.');
  return cloud.invoke(fn, action, { township: 'bh' }, { openid: WHO, key: newKey() });
}

test.each(ACTS)('%s forgets all of it, whichever call it died at', async (name) => {
  putBack();
  const before = { named: await countNamed(), consents: consents() };
  const again = () => {
    putBack();
    cloud.clock.set(cloud.clock.now() + 61_000);
  };
  again();
  expect(await forget(name)).toMatchObject({ ok: true });
  // A day to come keeps its acts until it is over.
  const left = { named: await countNamed(), consents: consents() };
  expect(left).not.toEqual(before);
  expect(sum(left.named) < sum(before.named)).toBe(name.endsWith('eraseOwn'));
  let deaths = 0;
  for (let died = true; died;) {
    again();
    died = await dieAt(deaths + 1, () => forget(name));
    if (died) deaths++;
    expect([deaths, await forget(name)]).toMatchObject([deaths, { ok: true }]);
    expect([deaths, { named: await countNamed(), consents: consents() }]).toEqual([deaths, left]);
  }
  noteDied(name, deaths);
});
