import type { RequestCard } from '../../../miniprogram/contract/request';
import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { submit } from './requests';

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());

interface Page {
  requests: RequestCard[];
  next?: string;
}
const list = (openid: string, input: object = {}) =>
  cloud.invoke('request', 'listMine', { township: 'bh', ...input }, { openid });

it('pages through 45 own requests newest first, each once, reading at most two pages’ worth of documents', async () => {
  const start = cloud.clock.now();
  const sent: string[] = [];
  for (let day = 0; day < 9; day++) {
    cloud.clock.set(start + day * 86_400_000);
    for (let n = 1; n <= 5; n++) sent.unshift((await submit(cloud, 'busy')).request);
    await submit(cloud, `other-${String(day)}`);
  }
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const answer = await list('busy', after === undefined ? {} : { after });
    expect(answer.cost.calls).toBeLessThanOrEqual(2);
    expect(answer.cost.examined).toBeLessThanOrEqual(40);
    const page = answer.data as Page;
    seen.push(...page.requests.map(({ request }) => request));
    after = page.next;
  } while (after !== undefined);
  expect(seen).toEqual(sent);
});

it('costs one call in a warm instance', async () => {
  await list('busy');
  expect((await list('busy')).cost.calls).toBe(1);
});

it('shows nothing to somebody who asked nothing, and nothing in the other township', async () => {
  expect((await list('newcomer')).data).toEqual({ requests: [] });
  const other = await cloud.invoke('request', 'listMine', { township: 'qs' }, { openid: 'busy' });
  expect(other.data).toEqual({ requests: [] });
});

it('says who has it and that the day has passed', async () => {
  cloud.clock.set(Date.parse('2026-11-23T09:00:00+08:00'));
  const { requests } = (await list('bh-villager-1')).data as Page;
  expect(requests.map(({ sentence }) => sentence)).toEqual([
    '第三代表小组郑橄榄代表会在11月26日前联系您',
    '第三代表小组马秋月代表已收到，11月25日前联系您',
    '第三代表小组郑橄榄代表，说好11月18日前联系您，晚了，人大办会催',
  ]);
});
