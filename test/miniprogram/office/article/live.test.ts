import { drawLive } from '../../../../miniprogram/office/article/live';
import { blocks, content, links } from '../../../support/sample-articles';

test('every block is to be seen, pictures where their link is known', () => {
  const html = drawLive(content, links);
  for (const block of blocks) {
    if (block.type === 'text' || block.type === 'heading') expect(html).toContain(block.text);
  }
  expect(html.match(/<img /g)).toHaveLength(2);
  expect(html).toContain('接待群众');
  expect(drawLive(content, {})).toContain('这里放照片');
});

test('what is typed stays text, an empty line parts paragraphs, nothing written is nothing', () => {
  const text = (words: string) => ({ ...content, blocks: [{ id: 'b', type: 'text' as const, text: words }] });
  expect(drawLive(text('<img src="x">&'), {})).toContain('&lt;img src=&quot;x&quot;&gt;&amp;');
  expect(drawLive(text('一\n\n二\n三'), {}).match(/<p /g)).toHaveLength(2);
  expect(drawLive(text(' \n\n '), {})).toBe('');
});
