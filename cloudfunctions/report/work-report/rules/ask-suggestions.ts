/** Suggestions as the seed counts them: those of the last session, and apart those between sessions. */
import type { Question } from './slots';
import type { Session, Sources, Suggestion } from './sources';

type Asked = Extract<Question, { ask: 'suggestions' }>;

/** The last session that began before the span ends. */
export function openSession({ sessions, to }: Pick<Sources, 'sessions' | 'to'>): Session | undefined {
  return sessions
    .filter(({ from, state }) => from <= to && state !== 'prepared')
    .reduce<Session | undefined>((last, one) => (last && last.from >= one.from ? last : one), undefined);
}

/** What was never handed in, was taken back or is treated as a letter, is none. */
function counts({ submittedOn, state }: Suggestion, to: string): boolean {
  return submittedOn !== undefined && submittedOn <= to && state !== 'withdrawn' && state !== 'letter';
}

export function suggestionsOf(sources: Sources, { among, which }: Asked): Suggestion[] {
  const { suggestions, from, to } = sources;
  const session = openSession(sources)?.session;
  const kept = suggestions.filter((one) => {
    if (!counts(one, to)) return false;
    if (among === 'session') return session !== undefined && one.session === session;
    return one.session === undefined && (one.submittedOn ?? '') >= from;
  });
  return kept.filter(({ answeredOn, replies, promise }) => {
    switch (which) {
      case 'all':
        return true;
      case 'answered':
        return answeredOn !== undefined;
      case 'open':
        return answeredOn === undefined;
      case 'solved':
        return answeredOn !== undefined && replies.at(-1)?.class === 'A';
      case 'promised':
        return promise !== undefined;
      case 'explained':
        return answeredOn !== undefined && replies.at(-1)?.class === 'D';
    }
  });
}

/** «道路桥梁3条、环境卫生2条», the most first. */
export function categoriesOf(sources: Sources): { text: string; rows: Suggestion[] } {
  const rows = suggestionsOf(sources, { ask: 'suggestions', among: 'session', which: 'all' });
  const counted = new Map<string, number>();
  for (const { category } of rows) counted.set(category, (counted.get(category) ?? 0) + 1);
  const names = new Map(sources.directory.categories.map(({ id, name }) => [id, name]));
  const sorted = [...counted].sort(([, one], [, other]) => other - one);
  return { text: sorted.map(([id, n]) => `${names.get(id) ?? id}${n}条`).join('、'), rows };
}
