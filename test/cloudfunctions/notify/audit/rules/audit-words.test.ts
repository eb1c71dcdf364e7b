/** Whatever a function may leave in the audit has a name there, whether or not a story happens to do it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameAct, nameThing } from '../../../../../cloudfunctions/notify/audit/rules/audit-words';
import { SOURCES, sourcesOf } from '../../../../../cloudfunctions/notify/relay/outbox-store';

const ROOT = join(__dirname, '../../../../../cloudfunctions');
const FUNCTIONS = [...new Set(SOURCES.flatMap(({ of }) => of ?? []))];

/** Acts that stand in a document's own steps alone. */
const STEPS_ALONE: ReadonlySet<string> = new Set(['congress.plan']);

/** Collections of other functions in which acts of this one leave their rows: what a leaver holds is handed over. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = { congress: ['ties'] };

/** What stands after `act:` or `act =` as a word of its own, or as either of two. */
function gatherActs(of: string): string[] {
  const files = readdirSync(join(ROOT, of), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const found = files.flatMap((name) =>
    [...readFileSync(join(ROOT, of, name), 'utf8').matchAll(/\bact(?::| =) ([^,;{}]*)[,;]/g)].flatMap(
      ([, said = '']) => {
        const whole = /^'([a-z-]+)'$/.exec(said)?.[1];
        const [, one, other] = /\? '([a-z-]+)' : '([a-z-]+)'$/.exec(said) ?? [];
        return [whole, one, other].flatMap((act) => (act === undefined ? [] : [act]));
      },
    ),
  );
  return [...new Set(found)].filter((act) => !STEPS_ALONE.has(`${of}.${act}`)).sort();
}

test('every collection with a history is called something', () => {
  expect(SOURCES.map(({ name }) => name).filter((name) => nameThing(name) === '')).toEqual([]);
});

test.each(FUNCTIONS)('every act that stands in the sources of %s has a name', (of) => {
  const acts = gatherActs(of);
  expect(acts.length).toBeGreaterThan(2);
  // What a function's consumers change of the directory stands there.
  const written = [...sourcesOf(of), 'townships', ...(ELSEWHERE[of] ?? [])];
  const named = (act: string) => written.some((name) => nameAct(name, act) !== undefined);
  expect(acts.filter((act) => !named(act))).toEqual([]);
});

/** Whose rows no relay ships: each act writes its own into the audit, as one of these collections. */
const OWN_ROWS: readonly (readonly [of: string, collections: readonly string[]])[] = [
  ['report', ['reports', 'reporttemplates', 'lists']],
  ['overview', ['probes']],
  ['notify', ['messages', 'deadletters']],
];

test.each(OWN_ROWS)('every act of which %s writes the row itself has a name', (of, collections) => {
  const acts = gatherActs(of);
  const namedBy = (name: string) => acts.filter((act) => nameAct(name, act) !== undefined);
  expect(collections.filter((name) => namedBy(name).length === 0)).toEqual([]);
  expect(acts.filter((act) => !collections.some((name) => namedBy(name).includes(act)))).toEqual([]);
});
