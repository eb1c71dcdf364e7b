import { ESSENTIALS, makeEssentials } from '../../../../../cloudfunctions/report/documents/rules/essentials';
import { printSheet } from '../../../../../cloudfunctions/report/documents/print-sheet';
import { baiheDirectory } from '../../../../../local/townships/baihe/book';
import { wordsOf } from '../../../../support/docx';

test('each article stands once, within the law, and on paper as on the phone', async () => {
  for (const part of ESSENTIALS) expect([part.heading, part.rows.length > 2]).toEqual([part.heading, true]);
  const rows = ESSENTIALS.flatMap((part) => part.rows);
  const articles = rows.map(({ article }) => article);
  expect(new Set(articles).size).toBe(articles.length);
  // 代表法 has sixty-five articles since 2025.
  expect(articles.filter((article) => article < 1 || article > 65)).toEqual([]);
  const words = wordsOf(await printSheet(makeEssentials(baiheDirectory('2026-11-23'), '2026-11-23')));
  for (const row of rows) {
    expect(words).toContain(`第${String(row.article)}条`);
    expect(words).toContain(row.words);
  }
});
