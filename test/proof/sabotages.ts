/**
 * One way to break each promise of docs/security.md: in this file this text becomes that one, and the named test must
 * turn red. What is planted compiles as JavaScript and is what a hurried change could look like.
 */
export interface Sabotage {
  promise: string;
  file: string;
  text: string;
  instead: string;
  /** From test/cloudfunctions/. */
  test: string;
  project: 'unit' | 'server' | 'local';
}

type Row = Omit<Sabotage, 'file' | 'test' | 'project'>;

/** Several ways against one file, looked for by one test. */
export function against(
  file: string,
  [project, test]: readonly [Sabotage['project'], string],
  rows: readonly Row[],
): Sabotage[] {
  return rows.map((row) => Object.assign({ file: `cloudfunctions/${file}`, project, test }, row));
}

const KNOWN = ['unit', 'request/view/rules/what-one-may-know.test.ts'] as const;
const CIPHER = ['unit', 'shared/cipher.test.ts'] as const;
const DOOR = ['unit', 'shared/serve.test.ts'] as const;
const SEALS = ['unit', 'notify/audit/rules/seal.test.ts'] as const;

export const SABOTAGES: readonly Sabotage[] = [
  ...against(
    'shared/visibility.ts',
    ['unit', 'shared/visibility.test.ts'],
    [
      {
        promise: 'whoever a matter is about never hears of it',
        text: '[...new Set([...recused, ...villagers])]',
        instead: '[...new Set([...villagers])]',
      },
      {
        promise: '«不让本村代表看» means every deputy elected there',
        text: 'own.has(constituency),',
        instead: "own.has(constituency) && level === 'town',",
      },
    ],
  ),
  ...against('request/view/rules/parts.ts', KNOWN, [
    {
      promise: 'a phone is masked for everybody but its owner',
      text: "part === 'phone' ? 'masked' : 'whole'",
      instead: "'whole'",
    },
    {
      promise: 'who hides the name hides it from the deputy too',
      text: "reader !== 'asker' && reader !== 'office';",
      instead: "reader !== 'asker' && reader !== 'office' && reader !== 'owner';",
    },
    {
      promise: 'a unit knows the asker by consent alone',
      text: "(reader !== 'unit' || privacy.unitMayCall === true)",
      instead: 'true',
    },
  ]),
  ...against('request/view/rules/reader.ts', KNOWN, [
    {
      promise: 'what was withdrawn is the office’s and the asker’s',
      text: "if (request.state === 'withdrawn') return undefined;",
      instead: '',
    },
    {
      promise: 'recusal stands before every role',
      text: 'if (isHiddenFrom(person, request, directory)) return undefined;',
      instead: '',
    },
  ]),
  ...against(
    'request/view/reveal-phone.ts',
    ['server', 'request/reveal-phone.test.ts'],
    [
      {
        promise: 'a phone is told to nobody from whom the matter is kept since it was read',
        text: '{ rev, ...knownTo(person) }',
        instead: '{}',
      },
      {
        promise: 'the row of the audit is born before the number is told',
        text: 'const changes = recordAct({ ...act, about: { request: id, by } });',
        instead: 'const { history: _row, ...changes } = recordAct({ ...act, about: { request: id, by } });',
      },
    ],
  ),
  ...against('shared/cipher.ts', CIPHER, [
    {
      promise: 'codes have no letter that can be taken for another',
      text: ".replace(/[01]/g, '')",
      instead: '',
    },
    {
      promise: 'several field keys without `hash` stop every function at its start',
      text: 'parsed.hash === undefined && keys.size > 1',
      instead: 'keys.size > 100',
    },
    {
      promise: 'what was altered in the database is not opened',
      text: 'const options = { authTagLength: 16 };',
      instead: 'const options = {};',
    },
  ]),
  ...against('shared/own-call.ts', DOOR, [
    {
      promise: 'nobody plays the product itself without its seal',
      text: 'sealAt(call, each) === seal)',
      instead: 'seal !== undefined || each === 0)',
    },
  ]),
  ...against('shared/caller.ts', DOOR, [
    {
      promise: 'a timer is a timer where the platform says so',
      text: "return process.env['TRIGGER_SRC'] === 'timer';",
      instead: 'return true;',
    },
  ]),
  ...against('shared/serve.ts', DOOR, [
    {
      promise: 'an event is bounded, however deep',
      text: 'if (bytesOf(event) > LIMITS.eventBytes)',
      instead: 'if (bytesOf(event) < 0)',
    },
    {
      promise: 'logs hold no message',
      text: 'failed: ${name}`',
      instead: 'failed: ${name} ${message}`',
    },
  ]),
  ...against('notify/audit/rules/seal.ts', SEALS, [
    {
      promise: 'nobody alters a row of the audit unseen',
      text: 'return seal.rows === rowsHash(own, hash) ? undefined',
      instead: 'return own ? undefined',
    },
    {
      promise: 'nobody takes a row out of the audit unseen',
      text: 'const gone = seal.ids.find((id) => !rows.has(id));',
      instead: 'const gone = undefined;',
    },
    {
      promise: 'nobody takes a seal out of the chain unseen',
      text: 'if (before && seal.n !== before.n + 1)',
      instead: 'if (before && seal.n < before.n)',
    },
  ]),
  ...against(
    'notify/reminders/rules/reminders.ts',
    ['unit', 'notify/reminders/rules/reminders.test.ts'],
    [
      {
        promise: 'the audit is kept for a year at least',
        text: 'Math.max(auditDays, AUDIT_DAYS_AT_LEAST)',
        instead: 'auditDays',
      },
    ],
  ),
  ...against(
    'notify/audit/cards-store.ts',
    ['server', 'notify/audit/audit.test.ts'],
    [
      {
        promise: 'of a matter that is kept from somebody not even the audit tells',
        text: "collection !== 'requests' || numbers.has(document)",
        instead: "collection !== '' || numbers.has(document)",
      },
    ],
  ),
  ...against(
    'shared/stranger.ts',
    ['server', 'request/own-data/erase-own.test.ts'],
    [
      {
        promise: 'who had their data deleted is found by nobody',
        text: "hashParts(['stranger', township, account, key])",
        instead: 'account',
      },
    ],
  ),
  ...against(
    'report/district/rules/break-down.ts',
    ['unit', 'report/district/rules/break-down.test.ts'],
    [
      {
        promise: 'no number is broken down to one or two persons',
        text: 'n > 0 && n < TOLD_FROM;',
        instead: 'n > 0 && n < TOLD_FROM - 1;',
      },
      {
        promise: 'nor does one or two follow from the rest',
        text: 'n > 0 && n <= least ? null : n',
        instead: 'isSmall(n) ? null : n',
      },
    ],
  ),
  ...against(
    'report/imports/read-sheet.ts',
    ['unit', 'report/imports/rules/read-sheet.test.ts'],
    [
      {
        promise: 'a bomb is not unpacked',
        text: 'if (budget.bytes > budget.limits.unpackedBytes)',
        instead: 'if (budget.bytes < 0)',
      },
      {
        promise: 'a table is read within the reader’s time',
        text: 'endsAt: clock() + limits.time',
        instead: 'endsAt: Infinity',
      },
    ],
  ),
  ...against(
    'congress/changes/store.ts',
    ['server', 'congress/term/term.test.ts'],
    [
      {
        promise: 'names of a list are encrypted',
        text: "sealedFields('name', 'body'",
        instead: "sealedFields('body'",
      },
    ],
  ),
  ...against(
    'report/work-report/rules/charts.ts',
    ['server', 'report/charts/charts.test.ts'],
    [
      {
        promise: 'a number is counted from exactly the rows that its list shows',
        text: '...(measure.by && { result: measure.by.value })',
        instead: '',
      },
    ],
  ),
];
