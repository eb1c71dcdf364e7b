/** What the presidium's rows leave in the ledger: who was there, who kept in touch, who came; never what was said. */
import { factsOfPresidium } from '../../../../../cloudfunctions/congress/presidium/rules/facts';
import type {
  MeetingDocument,
  NoteDocument,
  TopicDocument,
} from '../../../../../cloudfunctions/congress/presidium/rules/presidium-document';

const row = { _id: 'bh~1', township: 'bh', rev: 1, list: '', seq: '', born: { k: '', by: '', h: '' } };
const date = '2026-11-20';
const note = (kind: NoteDocument['kind'], more: Partial<NoteDocument> = {}): NoteDocument => ({
  ...row,
  kind,
  date,
  by: 'p1',
  words: '机密的话',
  ...more,
});

it('one fact of a meeting, for everybody who was there', () => {
  const about = {
    kind: 'meeting',
    date,
    place: '',
    due: 9,
    persons: ['p1', 'p17'],
    items: [],
    minutes: '',
  } as const;
  const meeting: MeetingDocument = { ...row, ...about };
  expect(factsOfPresidium(meeting)).toMatchObject([
    { kind: 'meeting-attended', date, persons: ['p1', 'p17'], heading: 'meetings' },
  ]);
});

it.each(['opinion', 'difficulty'] as const)(
  '%s: liaison of the member who heard it; without one none',
  (kind) => {
    const heard = factsOfPresidium(note(kind, { person: 'p5', member: 'p17' }));
    expect(heard).toMatchObject([{ kind: 'liaison', date, persons: ['p17'], heading: 'group' }]);
    expect(JSON.stringify(heard)).not.toMatch(/p5|机密|difficulty/);
    expect(factsOfPresidium(note(kind, { person: 'p5' }))).toEqual([]);
  },
);

it('a visit from above is guidance; what is asked for upward, and topics, are none', () => {
  expect(factsOfPresidium(note('visit'))).toMatchObject([{ kind: 'guidance', date, persons: [] }]);
  for (const kind of ['advice', 'upward', 'training', 'guide'] as const)
    expect(factsOfPresidium(note(kind))).toEqual([]);
  expect(factsOfPresidium({ ...row, kind: 'topic' } as TopicDocument)).toEqual([]);
});
