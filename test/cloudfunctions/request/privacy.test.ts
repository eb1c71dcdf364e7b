/** Canaries: names, phones and words that must turn up nowhere but where they belong. */
import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { submission, newKey, submit, view } from './requests';

jest.setTimeout(60_000);

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());

const NAME = '金丝雀甲';
const PHONE = '13987654321';
const WORDS = '金丝雀的话';
const CANARIES = /金丝雀|13987654321/;
const canary = { name: NAME, phone: PHONE, text: WORDS };
const everybody = [
  'bh-villager-2',
  'bh-p49',
  'bh-p2',
  'bh-p7',
  'bh-p17',
  'bh-helper',
  'bh-unit',
  'qu-district',
  'bh-admin',
  'qs-staff',
  'qs-p1',
];
const reads = ['get', 'listMine', 'act'] as const;

it('shows them to nobody whom the request does not concern, by any action', async () => {
  const { request } = await submit(cloud, 'canary-asker', canary);
  for (const openid of everybody) {
    for (const township of ['bh', 'qs']) {
      for (const action of reads) {
        const step = action === 'act' && { step: { act: 'solved' } };
        const input = action === 'listMine' ? { township } : { township, request, ...step };
        const answer = await cloud.invoke('request', action, input, { openid, key: newKey() });
        expect(JSON.stringify(answer)).not.toMatch(CANARIES);
      }
      for (const action of ['home', 'mine', 'today']) {
        const answer = await cloud.invoke('overview', action, { township }, { openid });
        expect(JSON.stringify(answer)).not.toMatch(CANARIES);
      }
    }
  }
});

it('leaves them out of every refusal', async () => {
  const wrong = [
    submission({ ...canary, village: 'v99' }),
    submission({ ...canary, category: 'nothing' }),
    submission({ ...canary, photos: [`cloud://a.b/${PHONE}`] }),
    { ...submission(canary), [NAME]: NAME },
    { ...submission(canary), name: { [PHONE]: NAME } },
    { ...submission(canary), township: PHONE },
  ];
  for (const input of wrong) {
    const answer = await cloud.invoke('request', 'submit', input, { openid: 'canary-2', key: newKey() });
    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer)).not.toMatch(CANARIES);
  }
});

it('leaves them, and openids, out of every log, even where the database fails', async () => {
  await cloud.control({ faults: { errorRate: 1, seed: 1 } });
  const failed = await cloud.invoke('request', 'submit', submission(canary), {
    openid: 'canary-3',
    key: newKey(),
  });
  await cloud.control({ faults: {} });
  expect(failed.ok).toBe(false);
  const { request } = await submit(cloud, 'canary-3', canary);
  await view(cloud, 'canary-3', request);
  expect(cloud.log.join('\n')).not.toMatch(CANARIES);
  expect(cloud.log.join('\n')).not.toContain('canary-3');
});

it('leaves name, phone and words out of history and outbox, and in the clear nowhere', async () => {
  await submit(cloud, 'canary-4', canary);
  const stored = [...cloud.database.exportDocuments('requests')] as Record<string, unknown>[];
  const own = stored.find(({ openid }) => openid === 'canary-4');
  expect(JSON.stringify([own?.['history'], own?.['outbox'], own?.['steps'], own?.['acts']])).not.toMatch(
    CANARIES,
  );
  expect(JSON.stringify(own)).not.toMatch(CANARIES);
});
