/**
 * Of what the keyed hashes in a township's documents are made. Nobody can read that off a hash: everything that it may be
 * of is tried under the old key, and what really stands in the documents is kept with its parts, so that the new
 * environment computes it anew under its own key. What is of an account, an act's key or a name that was swept stays as it
 * is: nobody computes it again.
 */
import { wordTokens } from '../../cloudfunctions/request/lists/rules/words';
import { hashParts } from '../../cloudfunctions/shared/cipher';
import { nameKey, readPhone } from '../../miniprogram/contract/text';
import { eachObject, eachText, FILE, plainOf, RUN, wordsIn, type Document } from './texts';

export interface Recipe {
  parts: readonly string[];
  letters: number;
  /** A letter before it. */
  prefix: string;
}

export type Collections = Readonly<Record<string, readonly Document[]>>;

const LETTERS = 16;
/** A name, or a phone: nothing that somebody is found by is longer. */
const NAME_LETTERS = 30;
/** Of a title (request/lists/tokens.ts). */
const TITLE_LETTERS = 120;
const SEATS_LAPSED = 10;

export function hashOf({ parts, letters, prefix }: Recipe): string {
  return prefix + hashParts(parts, letters);
}

class Tried {
  readonly found = new Map<string, Recipe>();

  try(parts: readonly string[], letters = LETTERS, prefix = ''): string {
    const recipe = { parts, letters, prefix };
    const hash = hashOf(recipe);
    this.found.set(hash, recipe);
    return hash;
  }
}

interface Asked {
  township: string;
  villages: readonly string[];
  collections: Collections;
  tried: Tried;
}

const rowsOf = ({ collections }: Asked, name: string): readonly Document[] => collections[name] ?? [];

const listOf = (directory: Document | undefined, field: string): readonly Document[] =>
  (directory?.[field] ?? []) as unknown as readonly Document[];

function tryName({ township, villages, tried }: Asked, name: string): void {
  const who = nameKey(name);
  tried.try(['name', township, who]);
  for (const village of villages)
    for (const what of ['party', 'household']) tried.try([what, township, 'village', village, who]);
}

function tryPhone({ township, tried }: Asked, phone: string): void {
  const digits = readPhone(phone) ?? phone;
  tried.try(['phone', township, digits]);
  tried.try(['tail', township, digits.slice(-4)]);
  for (const what of ['party', 'household']) tried.try([what, township, 'phone', digits]);
}

/** Somebody with or without a phone, as reception days know them. */
function tryPerson({ township, villages, tried }: Asked, name: string, phone: string): void {
  const who = nameKey(name);
  const digits = readPhone(phone) ?? phone;
  if (phone !== '') tried.try(['person', township, who, digits]);
  const family = tried.try(['family', '', who]);
  for (const village of villages)
    for (const prefix of ['', 'b'])
      tried.try(['behalf', township, village, family, readPhone(phone) ?? ''], LETTERS, prefix);
}

function tryTexts(asked: Asked): void {
  const { township, tried, collections } = asked;
  const words = new Set<string>();
  for (const documents of Object.values(collections))
    for (const document of documents)
      eachText(document, (text) => {
        for (const word of wordsIn(text)) words.add(word);
      });
  for (const word of words) {
    const [line = ''] = word.split('\n');
    for (const token of wordTokens(line.slice(0, TITLE_LETTERS))) tried.try(['word', township, token]);
    if (word.length > NAME_LETTERS) continue;
    tryName(asked, word);
    if (/\d{4}/.test(word)) tryPhone(asked, word);
  }
}

function tryPeople(asked: Asked): void {
  for (const [collection, documents] of Object.entries(asked.collections))
    for (const document of documents)
      eachObject(document, (object, path) => {
        const [name, phone] = [plainOf(object['name']), plainOf(object['phone'])];
        if (name === '') return;
        tryPerson(asked, name, phone);
        // Keyed by the account that booked: bookings.<account>.<booking>.
        const account = path.at(-2) ?? '';
        if (collection === 'days') asked.tried.try(['family', account, nameKey(name)]);
      });
}

function tryLedger(asked: Asked): void {
  const { township, tried } = asked;
  const sourceOf = (row: Document): [string, string] => {
    const [kind = '', ...id] = plainOf(row['source']).split('~');
    return [kind, id.join('~')];
  };
  for (const row of rowsOf(asked, 'facts'))
    tried.try(['fact', township, plainOf(row['kind']), ...sourceOf(row), plainOf(row['part'])]);
  for (const row of rowsOf(asked, 'promises'))
    tried.try(['promise', township, ...sourceOf(row), plainOf(row['part'])]);
  for (const row of rowsOf(asked, 'disputes'))
    tried.try(['dispute', plainOf(row['fact']), plainOf(row['person'])]);
  for (const row of rowsOf(asked, 'dutyreports'))
    tried.try(['duty-report', plainOf(row['activity']), plainOf(row['person'])]);
  for (const row of rowsOf(asked, 'activities')) {
    const [by, tie, date] = [plainOf(row['by']), plainOf(row['tie']), plainOf(row['date'])];
    if (tie !== '') tried.try(['tied-household', township, by, tie]);
    for (const group of new Set(['', plainOf(row['group'])]))
      for (const when of [date.slice(0, 7), `${date.slice(0, 4)} first`, `${date.slice(0, 4)} second`])
        for (const again of [[], ['1'], ['2'], ['3']])
          tried.try(['study-plan', township, group, when, ...again]);
  }
}

function tryCongress(asked: Asked): void {
  const { township, tried } = asked;
  for (const row of rowsOf(asked, 'changes')) {
    const of = (field: string) => plainOf(row[field]);
    tried.try(['change', township, of('person'), of('kind'), of('date')]);
    tried.try(['term', township, of('name')], 8, 't');
    for (let lapsed = 0; lapsed < SEATS_LAPSED; lapsed++)
      tried.try(['change', township, 'seat', of('seat'), String(lapsed)]);
  }
  for (const row of rowsOf(asked, 'sessions'))
    tried.try(['session', township, plainOf(row['name'])], 10, 's');
  for (const row of rowsOf(asked, 'attendance')) {
    const of = (field: string) => plainOf(row[field]);
    tried.try(['attendance', township, of('session'), 'signed', of('sitting'), of('person')]);
    tried.try(['attendance', township, of('session'), 'answer', of('person')]);
  }
  for (const { _id } of rowsOf(asked, 'sessionrows')) tried.try(['suggestion', township, 'bill', _id]);
}

function tryOffice(asked: Asked): void {
  const { township, tried } = asked;
  const directory = rowsOf(asked, 'townships').find(({ _id }) => _id === township);
  for (const { id } of listOf(directory, 'people')) tried.try(['ties', township, plainOf(id)]);
  for (const { name } of listOf(directory, 'terms')) tried.try(['term', township, plainOf(name)], 8, 't');
  tried.try(['tie-readers', township]);
  for (const row of rowsOf(asked, 'reports'))
    tried.try(['report', township, plainOf(row['kind']), plainOf(row['from']), plainOf(row['to'])]);
  for (const row of rowsOf(asked, 'articles')) {
    const { kind, of } = (row['source'] ?? {}) as Readonly<Record<string, string>>;
    tried.try(['article', township, plainOf(kind), plainOf(of)]);
  }
}

/** Every run of letters and digits in the documents, and every file. */
function standingIn(collections: Collections): { runs: Set<string>; files: Set<string> } {
  const [runs, files] = [new Set<string>(), new Set<string>()];
  for (const documents of Object.values(collections))
    for (const document of documents)
      eachText(document, (text) => {
        for (const run of text.match(RUN) ?? []) runs.add(run);
        for (const file of text.match(FILE) ?? []) files.add(file);
      });
  return { runs, files };
}

export function findFiles(collections: Collections): string[] {
  return [...standingIn(collections).files].sort();
}

/** What stands in the documents, and what those are made of in turn. */
export function findRecipes(township: string, collections: Collections): Record<string, Recipe> {
  const tried = new Tried();
  const directory = collections['townships']?.find(({ _id }) => _id === township);
  const villages = listOf(directory, 'villages').map(({ id }) => plainOf(id));
  const asked: Asked = { township, villages, collections, tried };
  const { runs, files } = standingIn(collections);
  for (const look of [tryTexts, tryPeople, tryLedger, tryCongress, tryOffice]) look(asked);
  for (const file of files) tried.try(['media', file], 32);
  for (const run of runs)
    if (run.length === LETTERS || run.length === LETTERS + 1) tried.try(['party', township, 'account', run]);
  const kept = new Map<string, Recipe>();
  const keep = (run: string): void => {
    const recipe = tried.found.get(run);
    if (!recipe || kept.has(run)) return;
    kept.set(run, recipe);
    for (const part of recipe.parts) for (const inner of part.match(RUN) ?? []) keep(inner);
  };
  for (const run of runs) keep(run);
  return Object.fromEntries([...kept].sort(([one], [other]) => (one < other ? -1 : 1)));
}
