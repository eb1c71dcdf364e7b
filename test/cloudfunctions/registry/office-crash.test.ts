/**
 * The instance dies before or after each database call of each act of the registry's office; the phone tries once more
 * under the same key. Afterwards the act was done once, with one event, and the same answer stands.
 */
import type { Issued } from '../../../miniprogram/contract/registry-office';
import type { Answer } from '../../support/cloud';
import { fairShare } from '../../support/fair-share';
import { DEATHS_OF_ACTS } from '../../support/deaths';
import { CHIEF, newKey, openRegistry, reason, STAFF, type Registry } from './support/office';

/** Each death is a cold start more. */
jest.setTimeout(120_000);

const SECRET = 'a secret for this test alone';
let office: Registry;
beforeAll(async () => {
  office = await openRegistry({ SETUP_SECRET: SECRET });
});
beforeEach(async () => {
  await office.control({ faults: {} });
  await office.reset();
});
afterAll(() => office.close());

interface Outbox {
  _id: string;
  outbox?: readonly { event: string }[];
}
/** Events of the township's book and of its invitations, in no order. */
const events = (): string[] =>
  ['townships', 'invitations'].flatMap((name) =>
    office.all<Outbox>(name).flatMap(({ outbox = [] }) => outbox.map(({ event }) => event)),
  );

const clerk = { role: 'unit', name: '段新路', unit: 'u3', phoneLast4: '5678' };
const issue = async () => (await office.ask(STAFF, 'issueInvitation', clerk)).data as Issued;
async function claimed(): Promise<string> {
  const { invitation, code } = await issue();
  await office.ask('new-clerk', 'claimInvitation', { code, phoneLast4: '5678' });
  return invitation;
}

interface Story {
  action: string;
  /** Database calls when nothing goes wrong, in an instance that knows the directory no longer. */
  calls: number;
  event: string;
  /** The office's staff unless given. */
  by?: string;
  prepare(): object | Promise<object>;
}

const stories: readonly Story[] = [
  {
    action: 'editBook',
    calls: 3,
    event: 'names-changed',
    prepare: () => ({
      kind: 'unit',
      edits: [{ id: '', seen: '', row: { name: '新站', categories: [] } }],
      reason,
    }),
  },
  {
    action: 'mergeVillages',
    calls: 4,
    event: 'villages-merged',
    prepare: () => ({ from: 'v6', into: 'v4', reason }),
  },
  { action: 'issueInvitation', calls: 3, event: 'invitation-issued', prepare: () => clerk },
  {
    action: 'confirmInvitation',
    calls: 2,
    event: 'invitation-confirmed',
    // Not who issued it.
    by: CHIEF,
    prepare: async () => ({ invitation: await claimed() }),
  },
  {
    action: 'revokeInvitation',
    calls: 2,
    event: 'invitation-revoked',
    prepare: async () => ({ invitation: await claimed(), reason }),
  },
  {
    // The old one ends first, then there is another: two invitations were issued, one of them before the deaths.
    action: 'reissueInvitation',
    calls: 5,
    event: 'invitation-issued',
    prepare: async () => ({ invitation: await claimed(), phoneLast4: '5679' }),
  },
  {
    action: 'setUp',
    calls: 4,
    event: 'invitation-confirmed',
    by: 'first-admin',
    prepare: () => ({ township: 'hh', name: '红河镇', secret: SECRET }),
  },
];

const crashes = stories.flatMap((story) =>
  Array.from({ length: story.calls }, (_, n) => n + 1).flatMap((call) =>
    [
      { story, call, action: story.action, when: 'before', fault: { killBeforeCall: call } },
      { story, call, action: story.action, when: 'after', fault: { killAfterCall: call } },
    ].filter(({ when }) => when === 'after' || DEATHS_OF_ACTS.includes('killBeforeCall')),
  ),
);

/** All go through the one engine of acts: `npm test` tries every third death. */
test.each(fairShare(crashes, 3))(
  '$action: dies $when call $call, then one retry',
  async ({ story, fault }) => {
    const input = await story.prepare();
    const key = newKey();
    const act = (): Promise<Answer> => office.ask(story.by ?? STAFF, story.action, input, key);
    office.clock.set(office.clock.now() + 61_000);
    const before = events().filter((event) => event === story.event).length;
    await office.control({ faults: { ...fault, function: 'registry' } });
    expect((await act()).code).toMatch(/^platform:/);
    await office.control({ faults: {} });
    const retried = await act();
    expect(retried.ok).toBe(true);
    expect((await act()).data).toEqual(retried.data);
    expect(events().filter((event) => event === story.event)).toHaveLength(before + 1);
  },
);
