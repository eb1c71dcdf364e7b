/**
 * The instance dies at each database call of each act on a report; the phone tries once more under the same key, or
 * nobody does and somebody only looks. Afterwards the act was done once and the audit has one row of it.
 */
import type { ReportAct } from '../../../../miniprogram/contract/work-report';
import type { Answer } from '../../../support/cloud';
import { fairShare } from '../../../support/fair-share';
import { DIED } from '../../../support/death-law';
import { DEATHS_OF_ACTS, dieAtEachCall } from '../../../support/deaths';
import { startSampleCloud, type SampleCloud } from '../../../support/sample-cloud';
import { newKey } from '../../request/requests';

/** Each death is a cold start more. */
jest.setTimeout(120_000);

const STAFF = 'bh-staff';
const CHIEF = 'bh-p1';

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());

/** One grant makes sixty calls a minute. */
function call(action: string, input: object, openid: string, key?: string): Promise<Answer> {
  cloud.clock.set(cloud.clock.now() + 2_000);
  return cloud.invoke('report', action, { township: 'bh', ...input }, { openid, ...(key && { key }) });
}

/** Acts of this report in the audit, in no order. */
const audited = (report: string): string[] =>
  [...cloud.database.exportDocuments('audit')].flatMap((row) => {
    const { document, act } = row as { document?: string; act?: string };
    return document === report && act !== undefined ? [act] : [];
  });

let day = 0;
/** A span that no other story has. */
function newSpan() {
  day += 1;
  return {
    kind: 'work',
    from: new Date(Date.UTC(2024, 0, day)).toISOString().slice(0, 10),
    to: '2025-01-31',
  };
}
const create = (span: object, key: string) => call('createReport', span, STAFF, key);
async function newReport(): Promise<string> {
  return ((await create(newSpan(), newKey())).data as { report: string }).report;
}
const act = (report: string, edition: number, step: ReportAct, openid: string, key = newKey()) =>
  call('actOnReport', { report, edition, act: step }, openid, key);

interface Story {
  name: 'create' | 'compute' | 'submit' | 'sign';
  /** What there is before it, and the act itself under one key. */
  prepare(): Promise<(key: string) => Promise<Answer>>;
}
let subject = '';

const stories: readonly Story[] = [
  {
    name: 'create',
    prepare() {
      const span = newSpan();
      return Promise.resolve((key) => create(span, key));
    },
  },
  {
    name: 'compute',
    async prepare() {
      const report = (subject = await newReport());
      return (key) => call('computeReport', { report, edition: 1 }, STAFF, key);
    },
  },
  {
    name: 'submit',
    async prepare() {
      const report = (subject = await newReport());
      return (key) => act(report, 1, 'submit', STAFF, key);
    },
  },
  {
    name: 'sign',
    async prepare() {
      const report = (subject = await newReport());
      await act(report, 1, 'submit', STAFF);
      return (key) => act(report, 2, 'sign', CHIEF, key);
    },
  },
];

const deaths = stories.flatMap((story) =>
  DEATHS_OF_ACTS.map((death) => ({ story, name: story.name, death })),
);

/** All go through the one engine of acts: `npm test` tries every second. */
test.each(fairShare(deaths, 2))(
  '$name: $death at each call, then one retry',
  async ({ story, name, death }) => {
    await dieAtEachCall({ cloud, fn: 'report', death, atMost: 30 }, async (fatally) => {
      const key = newKey();
      const perform = await story.prepare();
      await fatally(() => perform(key));
      const retried = await perform(key);
      expect(retried).toMatchObject({ ok: true });
      expect((await perform(key)).data).toEqual(retried.data);
      const { report = subject, existed = false } = retried.data as { report?: string; existed?: boolean };
      expect(existed).toBe(false);
      expect(audited(report).filter((one) => one === name)).toEqual([name]);
    });
  },
);

test('killed after the write of a submission that nobody repeats: who looks next brings the row', async () => {
  let brought = 0;
  await dieAtEachCall({ cloud, fn: 'report', death: 'killAfterCall', atMost: 12 }, async (fatally) => {
    const report = await newReport();
    const heard = await fatally(() => act(report, 1, 'submit', STAFF));
    const before = audited(report).length;
    const { data } = await call('report', { report }, CHIEF);
    const done = (data as { state: string }).state === 'submitted';
    expect(audited(report).filter((one) => one === 'submit')).toEqual(done ? ['submit'] : []);
    if (heard.code === DIED && done && audited(report).length > before) brought += 1;
  });
  // People are told in two calls before the row is brought: it was missing after the act's own write and after each.
  expect(brought).toBe(3);
});
