import type { SpanFact } from '../../../../../cloudfunctions/duty/ledger/rules/span';
import { ask } from '../../../../../cloudfunctions/report/work-report/rules/ask';
import { toEvent, type Sources } from '../../../../../cloudfunctions/report/work-report/rules/sources';
import { factOf, requestOf, sourcesOf, suggestionOf } from './span';

const event = (title: string, place = '', sites: readonly string[] = []) => ({ title, place, sites });
const withEvents = (facts: readonly SpanFact[], events: Record<string, ReturnType<typeof event>>): Sources =>
  sourcesOf({ facts, events: new Map(Object.entries(events)) });

it('reads of an activity its title, its place and the names of its sites, and nothing else that was written', () => {
  const said = {
    title: '视察村道',
    place: '镇政府',
    sites: [{ name: '通村路' }, { name: '油橄榄园' }],
    words: '张家的事',
  };
  expect(toEvent(said as never)).toEqual(event('视察村道', '镇政府', ['通村路', '油橄榄园']));
  expect(toEvent({})).toEqual(event(''));
});

describe('what happened, as a sentence names it', () => {
  const dated = { ask: 'events', kinds: ['inspection', 'research'], manner: 'dated' } as const;
  const named = { ask: 'events', kinds: ['campaign'], manner: 'named' } as const;

  it('has its day, and in brackets its sites, else its place', () => {
    const facts = [
      factOf('a', 'inspection', { date: '2026-10-16' }),
      factOf('b', 'research', { date: '2026-11-02' }),
      factOf('c', 'inspection', { date: '2026-11-03' }),
    ];
    const sources = withEvents(facts, {
      a: event('视察村道', '镇政府门口', ['油橄榄园', '通村路']),
      b: event('调研饮水', '柳树城村'),
      c: event('视察学校'),
    });
    expect(ask(dated, sources)).toEqual({
      text: '10月16日视察村道（油橄榄园、通村路）；11月2日调研饮水（柳树城村）；11月3日视察学校',
      n: 3,
      rows: ['a', 'b', 'c'].map((id) => ({ of: 'fact', id })),
    });
  });

  it('says the year of what came after New Year: the reader must not take it for the October before', () => {
    const facts = [
      factOf('a', 'inspection', { date: '2026-10-16' }),
      factOf('b', 'inspection', { date: '2027-10-16' }),
    ];
    const sources = withEvents(facts, { a: event('视察甲'), b: event('视察乙') });
    expect(ask(dated, sources).text).toBe('10月16日视察甲；2027年10月16日视察乙');
  });

  it('names without days each once, and counts every time', () => {
    const facts = ['a', 'b', 'c'].map((id) => factOf(id, 'campaign'));
    const sources = withEvents(facts, { a: event('防火'), b: event('防火'), c: event('禁毒', '学校') });
    expect(ask(named, sources)).toMatchObject({ text: '防火、禁毒（学校）', n: 3 });
  });

  it('counts as named only what has a name; its row is there all the same', () => {
    const facts = [factOf('a', 'campaign'), factOf('b', 'campaign'), factOf('c', 'care')];
    const answer = ask(named, withEvents(facts, { a: event('防火'), c: event('慰问') }));
    expect(answer).toEqual({
      text: '防火',
      n: 1,
      rows: [
        { of: 'fact', id: 'a' },
        { of: 'fact', id: 'b' },
      ],
    });
  });
});

describe('what is reflected often', () => {
  const submitted = (category: string | undefined, n: number) =>
    Array.from({ length: n }, (_, at) =>
      factOf(
        `${category ?? 'none'}${String(at)}`,
        'request-submitted',
        category === undefined ? {} : { category },
      ),
    );
  const hot = (...facts: readonly SpanFact[][]) =>
    ask({ ask: 'hotSpots' }, sourcesOf({ facts: facts.flat() }));

  it('is what three asked for, never two: one of them would be found', () => {
    expect(hot(submitted('road', 3), submitted('water', 2))).toMatchObject({ text: '道路3件', n: 3 });
    expect(hot(submitted('road', 2))).toEqual({ text: '', n: 0, rows: [] });
  });

  it('is three categories at most, the most first, each with the rows of it alone', () => {
    const answer = hot(
      submitted('school', 3),
      submitted('water', 4),
      submitted('land', 5),
      submitted('road', 6),
    );
    expect(answer.text).toBe('道路6件、land5件、水利4件');
    expect(answer.n).toBe(15);
    expect(answer.rows[0]).toEqual({ of: 'fact', id: 'road0' });
    expect(answer.rows.map(({ id }) => id)).not.toContain('school0');
  });

  it('puts together what has no category, and nothing but what was submitted', () => {
    expect(hot(submitted(undefined, 3), [factOf('x', 'request-answered')]).n).toBe(3);
  });
});

describe('open requests', () => {
  const requests = [
    requestOf('before', { due: '2026-11-22' }),
    requestOf('today', { due: '2026-11-23' }),
    requestOf('kept', { promise: 'kept' }),
    requestOf('promised', { promise: 'open' }),
  ];
  const idsOf = (which: 'open' | 'late' | 'promised') =>
    ask({ ask: 'requests', which }, sourcesOf({ requests })).rows.map(({ id }) => id);

  it('are late from the day after their last one, and promised while the promise runs', () => {
    expect(idsOf('open')).toEqual(['before', 'today', 'kept', 'promised']);
    expect(idsOf('late')).toEqual(['before']);
    expect(idsOf('promised')).toEqual(['promised']);
  });
});

it('counts what was sent back among what was handed in within the span, its first and last day too', () => {
  const steps = [{ act: 'submit' }, { act: 'sendBack' }];
  const handedIn = (id: string, submittedOn?: string) => {
    const { submittedOn: _born, ...born } = suggestionOf(id, { steps });
    return { ...born, ...(submittedOn !== undefined && { submittedOn }) };
  };
  const suggestions = [
    handedIn('before', '2026-05-23'),
    handedIn('first', '2026-05-24'),
    handedIn('last', '2026-11-23'),
    handedIn('after', '2026-11-24'),
    handedIn('never'),
    suggestionOf('straight', { submittedOn: '2026-06-01', steps: [{ act: 'submit' }] }),
  ];
  const { n, rows } = ask({ ask: 'sentBack' }, sourcesOf({ suggestions }));
  expect([n, rows.map(({ id }) => id)]).toEqual([2, ['first', 'last']]);
});

it('tells a wish of several deputies once, and counts each of them', () => {
  const wish = (_id: string, words: string) => ({ _id, date: '2026-06-01', words });
  const wished = [wish('a', '学法'), wish('b', '学财务'), wish('c', '学法')];
  expect(ask({ ask: 'wishedTrainings' }, sourcesOf({ wished }))).toMatchObject({
    text: '学法；学财务',
    n: 3,
  });
});

it('counts people over all days they came, and rows apart', () => {
  const facts = [
    factOf('a', 'study', { persons: ['p1', 'p2'] }),
    factOf('b', 'study', { persons: ['p1'] }),
    factOf('c', 'training', { persons: ['p1'] }),
  ];
  const { text, n, rows } = ask({ ask: 'attendances', kinds: ['study'] }, sourcesOf({ facts }));
  expect([text, n, rows.length]).toEqual(['3', 3, 2]);
});

it('has words and no number for what is no figure, and no session where there was none', () => {
  const words = (what: 'session' | 'until') =>
    ask({ ask: 'words', what }, sourcesOf({ today: '2026-11-30' }));
  expect(words('session')).toEqual({ text: '', rows: [] });
  expect(words('until')).toEqual({ text: '11月30日', rows: [] });
});
