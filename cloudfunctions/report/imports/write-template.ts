/** A template as .xlsx. Cells are words, never formulas; drop-downs point to a sheet of names. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/universal';
import type { Template } from './rules/template';

const LISTS = '名单';
/** Lines that have drop-downs. */
const LINES = 2_000;

const text = (value: string) => ({ value, type: String, format: '@' });
const bold = (value: string) => ({ ...text(value), fontWeight: 'bold' as const });

function sheetOf(rows: readonly (readonly string[])[]) {
  const [head = [], ...rest] = rows;
  return [head.map(bold), ...rest.map((row) => row.map(text))];
}

/** Names below each other, one column for each drop-down. */
function listsOf({ choices }: Template): string[][] {
  const most = Math.max(0, ...choices.map(({ values }) => values.length));
  return Array.from({ length: most }, (_, line) => choices.map(({ values }) => values[line] ?? ''));
}

/** 0 → A, 27 → AB. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function validationsOf({ choices }: Template): string {
  const each = choices.map(({ column, values }, at) => {
    const [own, list] = [letters(column), letters(at)];
    const range = `'${LISTS}'!$${list}$1:$${list}$${String(values.length)}`;
    return `<dataValidation type="list" allowBlank="1" sqref="${own}2:${own}${String(LINES)}"><formula1>${range}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${String(each.length)}">${each.join('')}</dataValidations>`;
}

const FIRST_SHEET = 'xl/worksheets/sheet1.xml';

export async function writeTemplate(template: Template): Promise<Buffer> {
  const { head, rows, widths, choices, explained } = template;
  const wide = (letterCounts: readonly number[]) => letterCounts.map((width) => ({ width }));
  const sheets = [
    { sheet: '填这一张', data: sheetOf([head, ...rows]), columns: wide(widths), stickyRowsCount: 1 },
    { sheet: '怎么填', data: sheetOf(explained), columns: wide([16, 6, 24, 48, 24]), stickyRowsCount: 1 },
  ];
  const lists = {
    sheet: LISTS,
    data: listsOf(template).map((row) => row.map(text)),
    columns: wide(choices.map(() => 20)),
  };
  const file = writeXlsxFile(choices.length > 0 ? [...sheets, lists] : sheets);
  const bytes = new Uint8Array(await (await file.toBlob()).arrayBuffer());
  if (choices.length === 0) return Buffer.from(bytes);
  const parts = unzipSync(bytes);
  const sheet = strFromU8(parts[FIRST_SHEET] ?? new Uint8Array());
  const withChoices = sheet.replace('</sheetData>', `</sheetData>${validationsOf(template)}`);
  return Buffer.from(zipSync({ ...parts, [FIRST_SHEET]: strToU8(withChoices) }));
}
