/** The empty or filled table as a workbook: what one fills in, how, and the names that its drop-downs point to. */
import { strFromU8, unzipSync } from 'fflate';
import { writeTemplate } from '../../../../cloudfunctions/report/imports/write-template';
import { readSheet } from '../read-written';

const TEMPLATE = {
  head: ['村', '类别'],
  rows: [['柳树城村', '=1+1']],
  widths: [9, 14],
  explained: [
    ['列', '要不要'],
    ['村', '要'],
  ],
};
const parts = async (more: { choices: { column: number; values: string[] }[] }) => {
  const bytes = await writeTemplate({ ...TEMPLATE, ...more });
  const found = unzipSync(new Uint8Array(bytes));
  const part = (name: string) => strFromU8(found[name] ?? new Uint8Array());
  return { bytes, part, sheet: (n: number) => part(`xl/worksheets/sheet${String(n)}.xml`) };
};
const widthsIn = (xml: string) =>
  [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Math.floor(Number(width)));
const cellsIn = (xml: string) => xml.match(/<c /g)?.length ?? 0;

it('has a sheet to fill in, whose heading stays, and one that says how; words are words', async () => {
  const { bytes, part, sheet } = await parts({ choices: [] });
  const { lines, widths, cells } = readSheet(bytes);
  expect(lines).toEqual([
    ['村', '类别'],
    ['柳树城村', '=1+1'],
  ]);
  expect(cells.flat().some(({ number }) => number)).toBe(false);
  expect(widths.map(Math.floor)).toEqual([9, 14]);
  expect(widthsIn(sheet(2))).toEqual([16, 6, 24, 48, 24]);
  expect(
    [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name),
  ).toEqual(['填这一张', '怎么填']);
  for (const n of [1, 2]) expect([n, sheet(n).includes('ySplit="1"')]).toEqual([n, true]);
  expect(sheet(1)).not.toMatch(/<f>|dataValidation/);
  // Words stay words when somebody writes in the cell, and the heading stands out.
  expect(part('xl/styles.xml')).toMatch(/numFmtId="49"|formatCode="@"/);
  expect(part('xl/styles.xml')).toContain('<b/>');
  expect(sheet(3)).toBe('');
});

it('offers in each column its own names, which lie side by side on a sheet of their own', async () => {
  const choices = [
    { column: 1, values: ['甲'] },
    { column: 27, values: ['乙', '丙', '丁'] },
    { column: 52, values: ['戊', '己'] },
  ];
  const { part, sheet } = await parts({ choices });
  expect(
    [
      ...sheet(1).matchAll(/<dataValidation type="list" allowBlank="1" sqref="([^"]*)"><formula1>([^<]*)</g),
    ].map(([, ...each]) => each),
  ).toEqual([
    ['B2:B2000', "'名单'!$A$1:$A$1"],
    ['AB2:AB2000', "'名单'!$B$1:$B$3"],
    ['BA2:BA2000', "'名单'!$C$1:$C$2"],
  ]);
  expect(sheet(1)).toContain('</sheetData><dataValidations count="3">');
  expect(sheet(1)).toContain('</dataValidations>');
  expect(
    [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name),
  ).toEqual(['填这一张', '怎么填', '名单']);
  expect(widthsIn(sheet(3))).toEqual([20, 20, 20]);
  const names = strFromU8(new Uint8Array()) + part('xl/sharedStrings.xml');
  for (const name of ['甲', '乙', '丙', '丁', '戊', '己']) expect(names).toContain(`>${name}<`);
  expect(cellsIn(sheet(3))).toBe(9);
});
