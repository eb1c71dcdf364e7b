import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTold, listTold } from '../../../../cloudfunctions/notify/tell/tell';

const SOURCES = join(__dirname, '../../../../cloudfunctions');

/** Names that the sources put together: `invitation-${to}`, or fall back to. */
const COMPOSED = [
  'invitation-revoked',
  'names-changed',
  'opinion-added',
  'bill-added',
  'note-settled',
  'official-keys-saved',
  'official-keys-revoked',
  'township-closed',
  'township-opened',
];

/** Names of events in the sources: what stands after `event:`, whichever way it is decided there, and in tables of EVENTS. */
function gatherEvents(): string[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.startsWith('notify/'),
  );
  const found = files.flatMap((name) => {
    const text = readFileSync(join(SOURCES, name), 'utf8');
    const tables = [...text.matchAll(/\bEVENTS\b[^=]*= \{(.*?)\n\};/gs)].map(([, rows = '']) => rows);
    const inTables = [...tables.join().matchAll(/: '([a-z-]+)'/g)].map(([, event = '']) => event);
    const named = [...text.matchAll(/\bevent:([^;{}]*?)(?:,\n|[,}]|\n\s*\})/g)].flatMap(([, said = '']) =>
      [...said.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map(([, event = '']) => event),
    );
    return [...named, ...inTables];
  });
  return [...new Set([...found, ...COMPOSED])].sort();
}

test('every event that any function leaves is told to somebody, or says why to nobody', () => {
  const events = gatherEvents();
  expect(events.length).toBeGreaterThan(20);
  expect(events.filter((event) => !listTold().includes(event))).toEqual([]);
});

test('the table names no event that nobody leaves', () => {
  const events = gatherEvents();
  expect(listTold().filter((event) => !events.includes(event))).toEqual([]);
  expect(isTold('booked')).toBe(true);
  expect(isTold('walked-in')).toBe(false);
});
