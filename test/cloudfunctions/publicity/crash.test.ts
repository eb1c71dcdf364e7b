/**
 * Killed before and after each database call, tried again: an act took place once; a push leaves exactly one draft,
 * whatever had been done at the account before the instance died.
 */
import { DEATHS, dieAtEachCall, LONG_STEP } from '../../support/deaths';
import { fairShare } from '../../support/fair-share';
import { newKey } from '../request/requests';
import { inputs, type Act } from './inputs';
import { CHIEF, openPublicity, photo, STAFF, text, type Publicity } from './office';

jest.setTimeout(600_000);

/** More calls than anything makes. */
const CALLS = 40;
const FAULTS = process.env['PROOF'] === '1' ? DEATHS : DEATHS.slice(0, 1);

let office: Publicity;
beforeAll(async () => {
  office = await openPublicity();
});
afterAll(() => office.close());

test.each(FAULTS)('a push, %s: one draft with its pictures, one event', async (death) => {
  const file = await office.upload(STAFF, 'crash.jpg', photo('#146c2e', 400));
  await dieAtEachCall(
    { cloud: office, fn: 'publicity', death, step: LONG_STEP, atMost: CALLS },
    async (fatally, call) => {
      const title = `死在第${String(call)}步 ${death.slice(4, 6)}`;
      const picture = {
        id: 'p',
        type: 'picture' as const,
        picture: { file, faces: 'none' as const },
        caption: '',
      };
      const { article, edition } = await office.approved({ title, blocks: [text('一段。'), picture] });
      await office.get(STAFF, 'push', { article, edition });
      await fatally(() => office.ask(STAFF, 'pushStep', { article }));
      office.clock.set(office.clock.now() + 61_000);
      expect(await office.pushOut(article)).toMatchObject({ state: 'in-box', done: 2, total: 2 });
      const ours = (await office.drafts()).filter(({ articles }) => articles[0]?.title === title);
      expect(ours).toHaveLength(1);
      expect(ours[0]?.articles[0]?.content).toMatch(/<img[^>]+src="http/);
      const events = office.article(article).outbox as { event: string }[];
      expect(events.filter(({ event }) => event === 'article-pushed')).toHaveLength(1);
    },
  );
});

const ACTS: readonly (readonly [Act, string, string])[] = [
  ['save', STAFF, 'draft'],
  ['submit', STAFF, 'draft'],
  ['approve', CHIEF, 'submitted'],
  ['review', CHIEF, 'submitted'],
  ['sendBack', CHIEF, 'submitted'],
  ['push', STAFF, 'approved'],
  ['reopen', STAFF, 'approved'],
];

/** All go through the one engine of acts: `npm test` tries every third. */
test.each(fairShare(ACTS, 3))('%s: once, whenever it dies', async (action, openid, from) => {
  const view = await office.approved({ title: '一次' });
  const pattern = office.article(view.article);
  for (const death of FAULTS)
    await dieAtEachCall({ cloud: office, fn: 'publicity', death, atMost: CALLS }, async (fatally, call) => {
      const n = `${death.slice(4, 6).toLowerCase()}${String(call).padStart(2, '0')}`;
      const _id = `bh~${action.toLowerCase().slice(0, 12).padEnd(12, '0')}${n}`;
      await office.database.importDocuments('articles', [
        { ...pattern, _id, state: from, outbox: [], history: [], acts: [] },
      ]);
      const input = {
        ...inputs(_id, pattern.edition)[action],
        ...(action === 'save' && { content: view.content }),
      };
      const key = newKey();
      await fatally(() => office.ask(openid, action, input, key));
      const again = await office.ask(openid, action, input, key);
      expect(again).toMatchObject({ ok: true });
      const after = office.article(_id);
      expect(after.history).toHaveLength(1);
      expect(after.outbox).toHaveLength(1);
      expect(after.edition).toBe(pattern.edition + (action === 'save' ? 1 : 0));
    });
});
