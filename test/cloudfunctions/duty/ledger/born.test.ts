/** What a new request costs the ledger, and that nothing is twice or missing however often its birth is told. */
import { onRequestChanged } from '../../../../cloudfunctions/duty/events/on-request-changed';
import { requestSource, viewRequest } from '../../../../cloudfunctions/duty/ledger/sources-store';
import { toRows, type StoredFact } from '../../../../cloudfunctions/duty/ledger/store';
import { main as request } from '../../../../cloudfunctions/request/index';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import type { Submitted } from '../../../../miniprogram/contract/request';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { turnstile } from '../../../support/memory-database';
import { newKey, submission } from '../../request/requests';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

let cloud: InProcessCloud;
let document: string;
beforeAll(async () => {
  cloud = await startInProcess({ request });
});
beforeEach(async () => {
  cloud.replace('facts', []);
  const caller = { openid: 'o-born', key: newKey() };
  const { data } = await cloud.invoke('request', 'submit', submission(), caller);
  document = (data as Submitted).request;
  cloud.clock.set(cloud.clock.now() + 86_400_000);
});

/** Calls of the consumer. */
async function tell(event: string): Promise<number> {
  const before = turnstile.calls;
  const about = { township: 'bh', collection: 'requests', document, event, id: event, at: 0, about: {} };
  await onRequestChanged(about, cloud.clock.now());
  return turnstile.calls - before;
}

async function expectInLine(): Promise<void> {
  const { facts = [] } = (await viewRequest('bh', document)) ?? {};
  expect(cloud.documents<StoredFact>('facts')).toEqual(toRows(requestSource('bh', document), facts));
}

it('is three calls, and as many when it is told again', async () => {
  expect(await tell('request-submitted')).toBe(3);
  await expectInLine();
  expect(await tell('request-submitted')).toBe(3);
  await expectInLine();
});

it.each([true, false])(
  'told late, after it was withdrawn, nothing is left (rows before: %s)',
  async (told) => {
    if (told) await tell('request-submitted');
    const withdrawn = cloud
      .documents<RequestDocument>('requests')
      .map((each) => (each._id === document ? { ...each, state: 'withdrawn' } : each));
    cloud.replace('requests', withdrawn);
    await tell('request-submitted');
    expect(cloud.documents('facts')).toEqual([]);
  },
);

it('told late, after it was rated, all its rows are there', async () => {
  const rating = { satisfaction: 'satisfied', at: cloud.clock.now() };
  const rated = cloud
    .documents<RequestDocument>('requests')
    .map((each) => (each._id === document ? { ...each, rating } : each));
  cloud.replace('requests', rated);
  await tell('request-submitted');
  expect(cloud.documents('facts')).toHaveLength(2);
  await expectInLine();
});
