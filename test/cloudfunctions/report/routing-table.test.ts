/** The routing table out to .xlsx and back, and files that should not be opened. */
import { strToU8, zipSync } from 'fflate';
import type { PrintedFile, RoutingRead } from '../../../miniprogram/contract/report';
import { readWorkbook, writeWorkbook } from '../../../cloudfunctions/report/spreadsheets/workbook';
import { openPress, STAFF, type Press } from './support';

jest.setTimeout(60_000);

let press: Press;
beforeAll(async () => {
  press = await openPress();
});
afterAll(() => press.close());

const readBack = async (bytes: Uint8Array) => {
  const answer = await press.print(STAFF, 'readRoutingTable', {
    file: Buffer.from(bytes).toString('base64'),
  });
  return { ...answer, read: answer.data as RoutingRead };
};

test('export and import give the table as it stands', async () => {
  const answer = await press.print(STAFF, 'routingTable');
  expect((answer.data as PrintedFile).name).toMatch(/^分派表 .*\.xlsx$/);
  const { read } = await readBack(await press.fetchFile(answer));
  const book = await press.invoke('registry', 'book', { township: 'bh', part: 'routing' }, { openid: STAFF });
  const stored = (book.data as { rows: { kind: string; row: unknown }[] }).rows;
  const routes = stored.filter(({ kind }) => kind === 'route').map(({ row }) => row);
  expect(routes.length).toBeGreaterThan(0);
  expect(read).toEqual({ rows: routes, faults: [] });
});

test('what looks like a formula goes out as words and comes back as words', async () => {
  const cells = [
    ['村', '类别'],
    ['=1+1', '+cmd|x'],
    ['@SUM(A1)', '-2'],
  ];
  expect(await readWorkbook(await writeWorkbook(cells, [9, 9]))).toEqual(cells);
});

const sheet = (cells: string) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`;

/** A workbook of ours with other parts in it. */
async function withParts(parts: Record<string, string>): Promise<Uint8Array> {
  const { unzipSync } = await import('fflate');
  const good = unzipSync(await writeWorkbook([['村']], [9]));
  const changed = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  return zipSync({ ...good, ...Object.fromEntries(changed) }, { level: 9 });
}

const FIRST = 'xl/worksheets/sheet1.xml';
const one = '<row r="1"><c r="A1" t="inlineStr"><is><t>村</t></is></c></row>';

test('a table of another program opens; a bomb, an entity, a cell far out, half a file do not', async () => {
  expect(await readWorkbook(await withParts({ [FIRST]: sheet(one) }))).toEqual([['村']]);
  const hostile: Record<string, Uint8Array> = {
    bomb: await withParts({ [FIRST]: sheet(one + ' '.repeat(20_000_000)) }),
    entity: await withParts({
      [FIRST]: sheet(one).replace('?>', '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'),
    }),
    wide: await withParts({ [FIRST]: sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>') }),
    far: await withParts({ [FIRST]: sheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>') }),
    half: await withParts({ [FIRST]: sheet(one).slice(0, -20) }),
    empty: zipSync({}),
    text: strToU8('村,类别'),
  };
  for (const [name, bytes] of Object.entries(hostile)) {
    expect([name, await readWorkbook(bytes)]).toEqual([name, undefined]);
  }
  expect(await readBack(strToU8('村,类别'))).toMatchObject({ ok: false, code: 'file-unreadable' });
});

test('a part that says it is smaller than it is, is not read', async () => {
  const bytes = Buffer.from(await withParts({ [FIRST]: sheet(one + ' '.repeat(9_000)) }));
  // The size of each part in the list at the end of the zip.
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
    if (bytes.readUInt32LE(at + 24) > 9_000) bytes.writeUInt32LE(300, at + 24);
  }
  expect(await readWorkbook(bytes)).toBeUndefined();
});

test('a larger file than the limit is refused at the door', async () => {
  expect(await readBack(Buffer.alloc(60_000, 1))).toMatchObject({ ok: false, code: 'too-large' });
  expect(await press.print(STAFF, 'readRoutingTable', { file: '村' })).toMatchObject({ code: 'bad-input' });
});
