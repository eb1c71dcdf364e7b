/** Whatever blocks hold: nothing leaves but what the account keeps. */
import fc from 'fast-check';
import { cleanHtml } from '../../../cloudfunctions/publicity/articles/clean-html';
import { renderHtml } from '../../../cloudfunctions/publicity/articles/render-html';
import type { Block, Content } from '../../../miniprogram/contract/article';

process.env['WECHAT_APPID'] = 'wx-local-mini';
process.env['WECHAT_SECRET'] = 'x';

const URL_THERE = 'http://mmbiz.qpic.cn/there.jpg';
const TAGS = new Set(['section', 'p', 'span', 'br', 'img', 'a', 'mp-miniprogram']);
const ATTRIBUTES = new Set([
  'style',
  'src',
  'alt',
  'data-miniprogram-appid',
  'data-miniprogram-path',
  'data-miniprogram-title',
  'data-miniprogram-imageurl',
]);

/** Tags with their attributes, as a parser that forgives nothing would see them. */
function check(html: string): void {
  const rest = html.replace(
    /<(\/?)([a-z-]+)((?: [a-z-]+(?:="[^"<>]*")?)*)( ?\/)?>/g,
    (_tag, _end, name: string, attributes: string) => {
      expect(TAGS).toContain(name);
      for (const [, attribute = '', value = ''] of attributes.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
        expect(ATTRIBUTES).toContain(attribute);
        if (attribute === 'src' || attribute.endsWith('imageurl')) expect(value).toBe(URL_THERE);
        if (attribute === 'style') expect(value).not.toMatch(/url|expression|position|javascript|@/i);
      }
      return '';
    },
  );
  expect(rest).not.toMatch(/[<>]/);
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><iframe src=//evil></iframe>',
  "' onclick='x",
  'javascript:alert(1)',
  '<style>*{}</style>',
  '<svg/onload=x>',
  '&lt;script&gt;',
  '<!--',
  ']]>',
  '<a href="//evil">',
  '<section style="background:url(http://evil/x.png)">',
  '😀',
  '\u2028',
  '{{x}}',
  '<mp-miniprogram>',
];
const words = fc.oneof(fc.constantFrom(...HOSTILE), fc.string(), fc.string({ unit: 'binary' }));
const file = fc.constantFrom('there', 'elsewhere', 'javascript:x', '"><script>');
const picture = file.map((one) => ({ file: one, faces: 'none' as const }));
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ id: fc.constant('a'), type: fc.constant('heading' as const), text: words }),
  fc.record({ id: fc.constant('b'), type: fc.constant('text' as const), text: words }),
  fc.record({ id: fc.constant('c'), type: fc.constant('quote' as const), text: words, from: words }),
  fc.record({ id: fc.constant('d'), type: fc.constant('picture' as const), picture, caption: words }),
  fc.record({ id: fc.constant('e'), type: fc.constant('card' as const), title: words, path: words, picture }),
  fc.record({ id: fc.constant('f'), type: fc.constant('code' as const), scene: words, caption: words }),
  fc.record({
    id: fc.constant('g'),
    type: fc.constant('numbers' as const),
    items: fc.array(fc.record({ value: words, unit: words, label: words }), { maxLength: 3 }),
  }),
);
const RUNS = process.env['PROOF'] === '1' ? 5_000 : 100;

test('rendered from any blocks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 8 }), async (blocks) => {
      const content: Content = { title: '', author: '', digest: '', blocks };
      check(await renderHtml(content, new Map([['there', URL_THERE]])));
    }),
    { numRuns: RUNS },
  );
});

test('the gate alone, without our escaping before it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 6 }), async (parts) => {
      check(await cleanHtml(parts.join(''), new Set([URL_THERE])));
    }),
    { numRuns: RUNS },
  );
  expect(await cleanHtml(`<img src="${URL_THERE}"><img src="http://evil/x.png">`, new Set([URL_THERE]))).toBe(
    `<img src="${URL_THERE}" />`,
  );
});
