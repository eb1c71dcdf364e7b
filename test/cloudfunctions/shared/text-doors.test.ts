/** Every field of every action that takes words, found in the schemas: what nobody sees makes no text wrong. */
import * as v from 'valibot';
import type { FunctionName } from '../../../miniprogram/contract/wire';

type Actions = Readonly<Record<string, () => Promise<{ input: v.GenericSchema }>>>;
jest.mock('../../../cloudfunctions/shared/serve', () => ({
  ...jest.requireActual<object>('../../../cloudfunctions/shared/serve'),
  serve: (_fn: string, actions: Actions) => actions,
}));

const FUNCTIONS: readonly FunctionName[] = [
  'registry',
  'media',
  'reception',
  'request',
  'duty',
  'congress',
  'publicity',
  'notify',
  'report',
  'overview',
];

interface Node {
  type: string;
  pipe?: readonly Node[];
  entries?: Readonly<Record<string, Node>>;
  options?: readonly Node[];
  item?: Node;
  items?: readonly Node[];
  wrapped?: Node;
  value?: Node;
  key?: Node;
  rest?: Node;
  getter?: (input: unknown) => Node;
}

/** Every place of a schema where a string may stand, with its path. */
function leavesOf(node: Node, path: string, seen: ReadonlySet<Node> = new Set()): [string, Node][] {
  if (seen.has(node)) return [];
  const inside = new Set([...seen, node]);
  const into = (inner: Node, name: string) => leavesOf(inner, name === '' ? path : `${path}.${name}`, inside);
  const base = node.pipe?.[0];
  if (base && base !== node && base.type !== 'string')
    return [base, ...(node.pipe ?? []).filter((each) => each.entries ?? each.options)].flatMap((each) =>
      into(each, ''),
    );
  if (node.type === 'string') return [[path, node]];
  return [
    ...Object.entries(node.entries ?? {}).flatMap(([name, inner]) => into(inner, name)),
    ...(node.options ?? []).flatMap((inner) => (typeof inner === 'object' ? into(inner, '') : [])),
    ...(node.items ?? []).flatMap((inner, at) => into(inner, String(at))),
    ...[node.item, node.wrapped, node.rest].flatMap((inner) => (inner ? into(inner, '') : [])),
    ...(node.type === 'record' && node.value ? into(node.value, '*') : []),
    ...(node.type === 'lazy' && node.getter ? into(node.getter(undefined), '') : []),
  ];
}

const take = (leaf: Node, value: unknown) => v.safeParse(leaf as unknown as v.GenericSchema, value);

/** Names that programs give: of files, of the last row of a page, of what is counted by. Nobody types them. */
const GIVEN =
  /\.(?:file|files|photos|recordings\.file|picture|pictures|scan|drawing|after|secret|by\.value)$/;

async function readDoors(): Promise<[string, Node][]> {
  const all = await Promise.all(
    FUNCTIONS.flatMap((name) => {
      const { main } = jest.requireActual<{ main: Actions }>(`../../../cloudfunctions/${name}/index`);
      return Object.entries(main).map(async ([action, load]) => {
        const { input } = await load();
        return leavesOf(input, `${name}.${action}`);
      });
    }),
  );
  return all.flat().filter(([path, leaf]) => take(leaf, '路灯').success && !GIVEN.test(path));
}
let doors: readonly [string, Node][];
beforeAll(async () => {
  doors = await readDoors();
});

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);
/** Code points that show nothing: controls, zero width, directions, fillers, half characters, tags, selectors. */
const UNSEEN = [
  ...range(0, 8),
  ...range(0xe, 0x1f),
  ...range(0x7f, 0x84),
  ...range(0x86, 0x9f),
  0xad,
  0x34f,
  0x61c,
  0x115f,
  0x1160,
  0x17b4,
  0x180e,
  ...range(0x200b, 0x200f),
  ...range(0x202a, 0x202e),
  ...range(0x2060, 0x206f),
  0x3164,
  0xd800,
  0xdbff,
  0xdc00,
  0xfe0e,
  0xfe0f,
  0xfeff,
  0xffa0,
  0xfffc,
  0xfffe,
  0xffff,
  ...range(0xe0000, 0xe007f),
  0x1fffe,
  0x10ffff,
].map((code) => String.fromCodePoint(code));
const LINE_ENDS = ['\r\n', '\r', '\u0085', '\u2028', '\u2029', '\u000b', '\u000c'];
/** What is counted by, what a setting holds, and the name of an own kind, is one however it is written. */
const FOLDED = /\.(?:tag|row\.value|edits\.id)$/;
const KEPT = ['𠮷祥㐂', '👩‍👩‍👧', '❤️', '買買提·阿', '７月', '張戶', 'é'];

test('there are doors in each function that takes words, and they are found', () => {
  const functions = new Set(doors.map(([path]) => path.split('.')[0]));
  expect([...functions].sort()).toEqual([
    'congress',
    'duty',
    'publicity',
    'reception',
    'registry',
    'report',
    'request',
  ]);
  expect(doors.length).toBeGreaterThan(250);
});

function checkDoor([path, leaf]: readonly [string, Node]): void {
  const said = (text: string) => {
    const taken = take(leaf, text);
    return taken.success ? taken.output : 'refused';
  };
  const plain = said('路灯');
  const faults = UNSEEN.filter((sign) =>
    [`${sign}路${sign}灯${sign}`, `路${sign}${sign}灯`].some((text) => said(text) !== plain),
  );
  expect([path, faults.map((sign) => sign.codePointAt(0)?.toString(16)).join(' ')]).toEqual([path, '']);
  const ends = new Set(LINE_ENDS.map((end) => said(`路${end}灯`)));
  expect([path, ...ends]).toEqual([path, said('路\n灯')]);
  expect([path, said('e\u0301')]).toEqual([path, 'é']);
  if (!FOLDED.test(path)) expect([path, KEPT.map(said)]).toEqual([path, KEPT]);
  const nothing = ['\u200b', '\u3164\u3164', '\ufeff \u00ad', '\u2060\n'].map((text) =>
    String(said(text)).trim(),
  );
  expect([path, nothing.filter((text) => text !== '' && text !== 'refused')]).toEqual([path, []]);
}

test.each(FUNCTIONS)('each door of %s takes out what nobody sees, and keeps the rest', (name) => {
  doors.filter(([path]) => path.startsWith(`${name}.`)).forEach(checkDoor);
});
