/** Whoever names a township that does not exist leaves no document behind. */
import { main as notify } from '../../../cloudfunctions/notify/index';
import { main as reception } from '../../../cloudfunctions/reception/index';
import { main as registry } from '../../../cloudfunctions/registry/index';
import { main as request } from '../../../cloudfunctions/request/index';
import { ACCESS } from '../../../cloudfunctions/shared/access';
import { countedWrites } from '../../support/audit-law';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { newKey, submission } from '../request/requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ notify, reception, registry, request });
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

const DAY = { date: '2026-12-07', home: 'h1' };
const NAMED = { wish: { who: 'any' }, whom: 'self', name: '某' };
const SLIP = { booking: `${'x'.repeat(16)}-bxxxxxxxx`, from: 'h1-0900-3' };
/** What any account may do that could write, with an input that is whole. */
const WRITES: Readonly<Record<string, object>> = {
  'registry.claimInvitation': { code: 'bhp20x0', phoneLast4: '1234' },
  'registry.countScan': { place: 'h1' },
  'registry.setUp': { name: '某镇', secret: 'a guess that is long enough' },
  'reception.book': { ...DAY, ...NAMED, place: 'h1-0900-3' },
  'reception.move': { ...SLIP, date: DAY.date, place: 'h1-0830-1', wish: NAMED.wish },
  'reception.cancel': { ...SLIP, date: DAY.date, keys: 'x'.repeat(16) },
  'reception.wait': { ...DAY, time: '14:30', whom: 'self', name: '某' },
  'reception.takeOver': { ...DAY, half: 'am', number: 1, code: '22222' },
  'reception.eraseOwn': {},
  'request.submit': submission(),
  'request.act': { request: `zz0~${'0'.repeat(16)}`, step: { act: 'withdraw', words: '不用了' } },
  'request.joinPublished': { request: `zz0~${'0'.repeat(16)}` },
  'request.eraseOwn': {},
  'request.withdrawConsents': {},
  'notify.kick': {},
  'notify.consent': { answers: { reminder: 'accept' } },
  'notify.eraseOwn': {},
  'notify.withdrawConsents': {},
  'notify.seen': { until: 1 },
};
/** Open to any account, and only read. */
const READS = new Set(
  [
    'registry.whoAmI registry.places registry.district reception.day reception.listMine reception.wall',
    'request.previewRoute request.listMine request.get request.board request.published request.lifeGuide',
    'duty.publicFacts congress.publicSuggestions publicity.published notify.notices notify.inbox',
    'report.ownData report.receipt overview.home overview.mine',
  ].flatMap((line) => line.split(' ')),
);

it('every action that is open to any account is among these', () => {
  const open = Object.entries(ACCESS).flatMap(([fn, actions]) =>
    Object.entries(actions).flatMap(([action, { by }]) =>
      by === 'account' || by === 'account-or-role' ? [`${fn}.${action}`] : [],
    ),
  );
  expect([...Object.keys(WRITES), ...READS].sort()).toEqual(open.sort());
});

it.each(Object.keys(WRITES))('%s writes nothing for a township that does not exist', async (name) => {
  const [fn = '', action = ''] = name.split('.');
  for (let n = 0; n < 5; n++) {
    const before = countedWrites();
    const input = { ...WRITES[name], township: `zz${String(n)}` };
    const answer = await cloud.invoke(fn, action, input, { openid: 'wanderer', key: newKey() });
    expect([answer.code, countedWrites() - before]).not.toEqual(['bad-input', 0]);
    expect(countedWrites() - before).toBe(0);
  }
});
