import {
  categoriesOf,
  openSession,
  suggestionsOf,
} from '../../../../../cloudfunctions/report/work-report/rules/ask-suggestions';
import type { Session, Suggestion } from '../../../../../cloudfunctions/report/work-report/rules/sources';
import { sessionOf, sourcesOf, suggestionOf } from './span';

const sessions = [sessionOf('s1', '2025-01-10'), sessionOf('s2', '2026-01-10')];
const idOf = (all: readonly Session[]) => openSession({ sessions: all, to: '2026-11-23' })?.session;

describe('the last session', () => {
  it('is the latest that began by the last day, in whatever order they are kept', () => {
    expect(idOf(sessions)).toBe('s2');
    expect(idOf([...sessions].reverse())).toBe('s2');
    expect(idOf([...sessions, sessionOf('s3', '2026-11-23')])).toBe('s3');
    expect(idOf([...sessions, sessionOf('s3', '2026-11-24')])).toBe('s2');
  });

  it('is none that is only prepared', () => {
    expect(idOf([...sessions, sessionOf('s3', '2026-11-01', 'prepared')])).toBe('s2');
    expect(idOf([])).toBeUndefined();
  });
});

const between = (id: string, changes: Partial<Suggestion> = {}): Suggestion => {
  const { session: _session, ...born } = suggestionOf(id, { submittedOn: '2026-06-01', ...changes });
  return born;
};
const never = (id: string): Suggestion => {
  const { submittedOn: _on, ...born } = suggestionOf(id);
  return born;
};
type Asked = Parameters<typeof suggestionsOf>[1];
const ask = (suggestions: readonly Suggestion[], among: Asked['among'], which: Asked['which'] = 'all') => {
  const sources = sourcesOf({ suggestions, sessions });
  return suggestionsOf(sources, { ask: 'suggestions', among, which }).map(({ _id }) => _id);
};

describe('suggestions of the session', () => {
  it('are of the last one alone, even if handed in before the span', () => {
    const others = [suggestionOf('old', { session: 's1' }), between('later')];
    expect(ask([suggestionOf('own'), ...others], 'session')).toEqual(['own']);
  });

  it('are none where there was no session: what lies between is not taken for them', () => {
    const sources = sourcesOf({ suggestions: [between('later')] });
    expect(suggestionsOf(sources, { ask: 'suggestions', among: 'session', which: 'all' })).toEqual([]);
  });

  it('leave out what was never handed in, was taken back, became a letter, or came after the last day', () => {
    const gone = [
      never('never'),
      suggestionOf('back', { state: 'withdrawn' }),
      suggestionOf('letter', { state: 'letter' }),
      suggestionOf('after', { submittedOn: '2026-11-24' }),
    ];
    expect(ask([...gone, suggestionOf('last', { submittedOn: '2026-11-23' })], 'session')).toEqual(['last']);
  });
});

it('between sessions are those of none, from the first day on', () => {
  const all = [
    between('before', { submittedOn: '2026-05-23' }),
    between('first', { submittedOn: '2026-05-24' }),
    suggestionOf('session', { submittedOn: '2026-06-01' }),
  ];
  expect(ask(all, 'between')).toEqual(['first']);
});

describe('what became of them', () => {
  const replies = (...classes: string[]) => ({ replies: classes.map((one) => ({ class: one })) });
  const answered = { answeredOn: '2026-05-01' };
  const promise = { class: 'B', doneBy: '2027-06-30' } as const;
  const all = [
    suggestionOf('open'),
    suggestionOf('solved', { ...answered, ...replies('D', 'A') }),
    suggestionOf('explained', { ...answered, ...replies('A', 'D') }),
    suggestionOf('promised', { ...answered, ...replies('B'), promise }),
    suggestionOf('by word', answered),
    suggestionOf('sent back', replies('A')),
    suggestionOf('explained again', replies('D')),
  ];
  it.each([
    ['all', all.map(({ _id }) => _id)],
    ['answered', ['solved', 'explained', 'promised', 'by word']],
    ['open', ['open', 'sent back', 'explained again']],
    ['solved', ['solved']],
    ['explained', ['explained']],
    ['promised', ['promised']],
  ] as const)('%s: the last reply decides, and one that was not let out is none', (which, ids) => {
    expect(ask(all, 'session', which)).toEqual(ids);
  });
});

it('names the categories, the most first, one that nobody knows by its id', () => {
  const of = (category: string, n: number) =>
    Array.from({ length: n }, (_, at) => suggestionOf(`${category}${String(at)}`, { category }));
  const sources = sourcesOf({
    suggestions: [...of('gone', 1), ...of('road', 2), ...of('water', 3)],
    sessions,
  });
  const { text, rows } = categoriesOf(sources);
  expect([text, rows.length]).toEqual(['水利3条、道路2条、gone1条', 6]);
});
