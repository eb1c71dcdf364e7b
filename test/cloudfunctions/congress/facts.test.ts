/** What the relay brings congress: facts of what was recorded, a suggestion of a bill; of what is not there nothing. */
import { onBillAdded } from '../../../cloudfunctions/congress/events/on-bill-added';
import { onDeputyChanged } from '../../../cloudfunctions/congress/events/on-deputy-changed';
import { onMeetingRecorded } from '../../../cloudfunctions/congress/events/on-meeting-recorded';
import { onPresidiumChanged } from '../../../cloudfunctions/congress/events/on-presidium-changed';
import { onSessionChanged } from '../../../cloudfunctions/congress/events/on-session-changed';
import { onSuggestionChanged } from '../../../cloudfunctions/congress/events/on-suggestion-changed';
import { onTermChanged } from '../../../cloudfunctions/congress/events/on-term-changed';
import { main as congress } from '../../../cloudfunctions/congress/index';
import type { PresidiumRow } from '../../../cloudfunctions/congress/presidium/rules/presidium-document';
import type { SessionDocument } from '../../../cloudfunctions/congress/session/rules/session-document';
import type { SuggestionDocument } from '../../../cloudfunctions/congress/suggestion/rules/suggestion-document';
import type { StoredFact } from '../../../cloudfunctions/duty/ledger/store';
import type { Consumer, Delivered } from '../../../cloudfunctions/shared/outbox';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { newKey } from '../request/requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ congress });
});
beforeEach(() => {
  cloud.replace('facts', []);
});

const bring = (consumer: Consumer, delivered: Partial<Delivered>) =>
  consumer({ township: 'bh', about: {}, ...delivered } as Delivered, cloud.clock.now());
const ours = <T extends { township: string }>(collection: string) =>
  cloud.documents<T>(collection).filter(({ township }) => township === 'bh');
const facts = () =>
  cloud
    .documents<StoredFact>('facts')
    .map(({ source, kind, persons, date }) => ({ source, kind, persons, date }));

it('of a meeting who was there, of a visit from above that it was, of a topic none', async () => {
  const rows = ours<PresidiumRow>('presidium');
  const meeting = rows.find(({ kind }) => kind === 'meeting');
  const topic = rows.find(({ kind }) => kind === 'topic');
  for (const row of [meeting, topic]) await bring(onPresidiumChanged, { document: row?._id ?? '' });
  expect(meeting?.kind).toBe('meeting');
  if (meeting?.kind !== 'meeting') return;
  const { _id, date, persons } = meeting;
  expect(facts()).toEqual([{ source: `presidium~${_id}`, kind: 'meeting-attended', persons, date }]);
});

it('of a suggestion its lead’s, and of who signed it', async () => {
  const [one] = ours<SuggestionDocument>('suggestions').filter(
    ({ submittedOn }) => submittedOn !== undefined,
  );
  await bring(onSuggestionChanged, { document: one?._id ?? '' });
  const found = facts();
  expect(new Set(found.map(({ source }) => source))).toEqual(new Set([`suggestion~${one?._id ?? ''}`]));
  expect(found.flatMap(({ persons }) => persons)).toContain(one?.lead);
  await bring(onSuggestionChanged, { document: `bh~${'0'.repeat(16)}` });
  expect(facts()).toEqual(found);
});

it('of a session that is over who came, whichever of its documents changed', async () => {
  const [session] = ours<SessionDocument>('sessions').filter(({ sittings }) => sittings.length > 0);
  if (!session) throw new Error('no session in the sample');
  const { _id, session: id, sittings } = session;
  const signed = { kind: 'signed', sitting: sittings[0]?.id, by: 'code', at: 0, rev: 1, township: 'bh' };
  cloud.replace('sessions', [{ ...session, state: 'closed' }]);
  cloud.replace('attendance', [{ ...signed, _id: 'bh~signed', session: id, person: 'p5' }]);
  await bring(onSessionChanged, { document: 'bh~signed', about: { session: _id } });
  const found = facts();
  expect(found.flatMap(({ persons }) => persons)).toContain('p5');
  expect(new Set(found.map(({ source }) => source))).toEqual(new Set([`session~${_id}`]));
});

it('of a bill off the agenda there is one suggestion, its days from when it was entered; of an opinion none', async () => {
  const before = ours<SuggestionDocument>('suggestions').length;
  const office = (action: string, input: object) =>
    cloud.invoke('congress', action, { township: 'bh', ...input }, { openid: 'bh-staff', key: newKey() });
  const about = { name: '某次会议', from: '2026-12-20', to: '2026-12-20', place: '礼堂' };
  const { session } = (await office('prepareSession', about)).data as { session: string };
  const sittings = [{ date: '2026-12-20', start: '08:30', end: '11:30', title: '上午会' }];
  const step = { act: 'saveAgenda', agenda: [{ title: '报告' }], sittings };
  await office('actOnSession', { session, edition: 1, step });
  const persons = ['p5', 'p6', 'p8', 'p17', 'p1'];
  const bill = { session, title: '修路议案', persons, listed: false, lead: 'p8', category: 'road' };
  const said = { session, item: 'a1', person: 'p5', words: '要修路。' };
  const ids: string[] = [];
  for (const [action, input] of [
    ['addBill', bill],
    ['addOpinion', said],
  ] as const)
    ids.push(((await office(action, input)).data as { id: string }).id);
  const at = cloud.clock.now();
  cloud.clock.set(at + 3 * 86_400_000);
  for (const document of [...ids, ...ids, 'none']) await bring(onBillAdded, { document, at });
  const made = ours<SuggestionDocument>('suggestions').slice(before);
  expect(made).toMatchObject([
    {
      lead: 'p8',
      category: 'road',
      state: 'submitted',
      open: true,
      createdAt: at,
      submittedOn: '2026-11-23',
    },
  ]);
  const signed = Object.keys(made[0]?.asked ?? {}).sort();
  expect(signed).toEqual(persons.filter((person) => person !== 'p8').sort());
});

it('of what is not there nothing follows, and nothing is written', async () => {
  const collections = ['townships', 'changes', 'suggestions', 'requests', 'activities', 'presidium', 'facts'];
  const written = () => JSON.stringify(collections.map((one) => cloud.documents(one)));
  const before = written();
  const [topic] = ours<PresidiumRow>('presidium').filter(({ kind }) => kind === 'topic');
  const none = `bh~${'0'.repeat(16)}`;
  for (const document of [topic?._id ?? '', none]) await bring(onMeetingRecorded, { document });
  await bring(onDeputyChanged, { about: { change: none } });
  await bring(onTermChanged, { about: { term: 't0' } });
  expect(written()).toBe(before);
});
