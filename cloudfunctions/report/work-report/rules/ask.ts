/**
 * From a question to its answer: the number and exactly the rows that it counts, decided by the same line of code.
 * Nothing here reads anything: what is not in the sources cannot be in a report.
 */
import { countRows } from '../../../duty/ledger/rules/count';
import { readSource, rowsFor, unitOf, type SpanFact } from '../../../duty/ledger/rules/span';
import { membersOn } from '../../../registry/directory/rules/directory';
import { settingsOf } from '../../../registry/directory/rules/settings';
import { sayDate } from '../../../shared/say-date';
import { slotRow, type Question, type SlotName } from './slots';
import { categoriesOf, openSession, suggestionsOf } from './ask-suggestions';
import { askCard, askEquipment } from './ask-card';
import { countPeople } from './ask-people';
import { sayPeriod } from './period';
import type { Sources } from './sources';

/** A row by what it is of and its id; of people that a number hides there are none. */
export interface RowRef {
  of: 'fact' | 'directory' | 'request' | 'suggestion' | 'study' | 'note';
  id: string;
}

export interface Answer {
  /** As it stands in a sentence. */
  text: string;
  /** Absent: words that are no figure. */
  n?: number;
  rows: readonly RowRef[];
}

const ofFacts = (facts: readonly SpanFact[]): RowRef[] => facts.map(({ _id }) => ({ of: 'fact', id: _id }));

function figure(n: number, rows: readonly RowRef[]): Answer {
  return { text: String(n), n, rows };
}

const counted = (rows: readonly RowRef[]): Answer => figure(rows.length, rows);

function factsOfKinds({ facts }: Sources, kinds: readonly string[]): SpanFact[] {
  return facts.filter(({ kind }) => kinds.includes(kind));
}

/** «10月16日视察产业和村道建设（油橄榄产业园、通村道路）» */
function sayEvent({ events, from }: Sources, fact: SpanFact, dated: boolean): string {
  const event = events.get(readSource(fact).id);
  const { title = '', sites = [], place = '' } = event ?? {};
  const where = sites.length > 0 ? sites.join('、') : place;
  const said = where === '' ? title : `${title}（${where}）`;
  if (!dated) return said;
  // A span over New Year would tell of two Octobers.
  const year = fact.date.slice(0, 4) === from.slice(0, 4) ? '' : `${fact.date.slice(0, 4)}年`;
  return `${year}${sayDate(fact.date)}${said}`;
}

function askEvents(sources: Sources, { kinds, manner }: Extract<Question, { ask: 'events' }>): Answer {
  const facts = factsOfKinds(sources, kinds);
  const dated = manner === 'dated';
  const said = facts.map((fact) => sayEvent(sources, fact, dated)).filter((text) => text !== '');
  const told = dated ? said : [...new Set(said)];
  return { text: told.join(dated ? '；' : '、'), n: said.length, rows: ofFacts(facts) };
}

function askDirectory({ directory }: Sources, what: Extract<Question, { ask: 'directory' }>['what']): Answer {
  if (what === 'villagerGroups') {
    const groups = directory.villages.flatMap(({ villagerGroups }) => villagerGroups);
    return counted(groups.map(({ id }) => ({ of: 'directory', id })));
  }
  return counted(directory[what].map(({ id }) => ({ of: 'directory', id })));
}

function askRequests({ requests, today }: Sources, which: Extract<Question, { ask: 'requests' }>['which']) {
  const kept = requests.filter(({ due, promise }) => {
    if (which === 'late') return due < today;
    return which === 'open' || promise === 'open';
  });
  return counted(kept.map(({ _id }) => ({ of: 'request', id: _id })));
}

/** Categories told by name. */
const HOT_SPOTS = 3;

/** Only what three and more asked for is said to be frequent: a single one would point at who asked. */
function askHotSpots(sources: Sources): Answer {
  const submitted = factsOfKinds(sources, ['request-submitted']);
  const byCategory = new Map<string, SpanFact[]>();
  for (const fact of submitted) {
    const { category = '' } = fact;
    byCategory.set(category, [...(byCategory.get(category) ?? []), fact]);
  }
  const several = [...byCategory].filter(([, facts]) => facts.length >= 3);
  several.sort(([, one], [, other]) => other.length - one.length);
  const hot = several.slice(0, HOT_SPOTS);
  const names = new Map(sources.directory.categories.map(({ id, name }) => [id, name]));
  const text = hot.map(([id, facts]) => `${names.get(id) ?? id}${facts.length}件`).join('、');
  const rows = hot.flatMap(([, facts]) => ofFacts(facts));
  return { text, n: rows.length, rows };
}

function askWords(sources: Sources, what: Extract<Question, { ask: 'words' }>['what']): string {
  switch (what) {
    case 'township':
      return sources.directory.card.name;
    case 'period':
      return sayPeriod(sources.from, sources.to);
    case 'until':
      return sayDate(sources.today);
    case 'receptionDay':
      return String(settingsOf(sources.directory.settings).receptionDay);
    case 'session':
      return openSession(sources)?.name ?? '';
  }
}

export function ask(question: Question, sources: Sources): Answer {
  switch (question.ask) {
    case 'words':
      return { text: askWords(sources, question.what), rows: [] };
    case 'directory':
      return askDirectory(sources, question.what);
    case 'card':
      return askCard(sources.directory, question.what);
    case 'equipment':
      return askEquipment(sources.directory);
    case 'deputies': {
      const members = membersOn(sources.directory.people, sources.to);
      const own = members.filter(({ level }) => level === question.level);
      return counted(own.map(({ person }) => ({ of: 'directory', id: person })));
    }
    case 'count': {
      const rows = rowsFor(question, sources.facts);
      return figure(countRows(unitOf(question.of), rows).n, ofFacts(rows));
    }
    case 'kinds':
      return counted(ofFacts(factsOfKinds(sources, question.kinds)));
    case 'attendances': {
      const facts = factsOfKinds(sources, question.kinds);
      const n = facts.reduce((sum, { persons }) => sum + persons.length, 0);
      return figure(n, ofFacts(facts));
    }
    case 'events':
      return askEvents(sources, question);
    case 'suggestions':
      return counted(
        suggestionsOf(sources, question).map(({ _id }) => ({ of: 'suggestion' as const, id: _id })),
      );
    case 'suggestionCategories': {
      const { text, rows } = categoriesOf(sources);
      return { text, n: rows.length, rows: rows.map(({ _id }) => ({ of: 'suggestion', id: _id })) };
    }
    case 'requests':
      return askRequests(sources, question.which);
    case 'hotSpots':
      return askHotSpots(sources);
    case 'people':
      return figure(countPeople(sources, question.which), []);
    case 'sentBack': {
      const returned = sources.suggestions.filter(
        ({ submittedOn = '', steps }) =>
          sources.from <= submittedOn &&
          submittedOn <= sources.to &&
          steps.some(({ act }) => act === 'sendBack'),
      );
      return counted(returned.map(({ _id }) => ({ of: 'suggestion', id: _id })));
    }
    case 'missedStudies':
      return counted(sources.missed.map(({ _id }) => ({ of: 'study', id: _id })));
    case 'wishedTrainings': {
      const rows = sources.wished.map(({ _id }): RowRef => ({ of: 'note', id: _id }));
      const text = [...new Set(sources.wished.map(({ words }) => words))].join('；');
      return { text, n: rows.length, rows };
    }
  }
}

export type Answers = Readonly<Partial<Record<SlotName, Answer>>>;

export function askAll(slots: readonly SlotName[], sources: Sources): Answers {
  return Object.fromEntries(slots.map((slot) => [slot, ask(slotRow(slot).question, sources)]));
}
