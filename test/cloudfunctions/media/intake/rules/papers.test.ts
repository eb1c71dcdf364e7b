/** What a paper is by its content: its name says nothing, and what could run in it does not come in. */
import { paperKind } from '../../../../../cloudfunctions/media/intake/rules/papers';

const latin = (text: string) => Buffer.from(text, 'latin1');
const ZIP = 'PK\u0003\u0004';
const word = (...parts: string[]) =>
  latin([ZIP, '[Content_Types].xml', 'word/document.xml', ...parts].join('\0'));

it.each([
  ['a PDF to its end', latin('%PDF-1.7\nwords\n%%EOF'), 'pdf'],
  ['a PDF whose writer adds a line behind its end', latin('%PDF-1.7\n%%EOF\n% made by a machine'), 'pdf'],
  ['a PDF in whose text each letter of its end is found before', latin('%PDF-1.4 %% %%E %%EO %%EOF'), 'pdf'],
  ['a Word file', word('word/styles.xml'), 'docx'],
])('%s', (_what, bytes, kind) => {
  expect(paperKind(bytes)).toBe(kind);
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['a page that speaks of a PDF', latin('<html>%PDF-1.7 %%EOF')],
  ['a PDF that was cut off', latin('%PDF-1.7\nwords')],
  ['a PDF that ended long before what lies behind it', latin(`%PDF-1.7\n%%EOF${'x'.repeat(3_000)}`)],
  ['parts of a Word file that lie in no archive', latin('[Content_Types].xml word/document.xml')],
  ['an archive of something else', latin(`${ZIP}readme.txt`)],
  ['a sheet', latin(`${ZIP}[Content_Types].xml xl/workbook.xml`)],
  ['an archive that has a Word file’s text and nothing that says so', latin(`${ZIP}word/document.xml`)],
  ['a Word file with macros', word('word/vbaProject.bin')],
  ['a Word file with macros at its very end', latin(`${word().toString('latin1')}vbaProject.bin`)],
])('%s is none', (_what, bytes) => {
  expect(paperKind(bytes)).toBeUndefined();
});
