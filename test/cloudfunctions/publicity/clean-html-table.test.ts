/** What the gate before preview and push lets through, kind by kind. */
import { cleanHtml } from '../../../cloudfunctions/publicity/articles/clean-html';

const URL_THERE = 'http://mmbiz.qpic.cn/there.jpg';
const gate = (html: string) => cleanHtml(html, new Set([URL_THERE]));
const styled = (style: string) => `<p style="${style}">x</p>`;

test('of styles those stay that an article has, each with what its kind may be', async () => {
  const kept = [
    'font-size:16px',
    'font-size:1.5em',
    'font-size:1.75',
    'font-weight:bold',
    'line-height:1.75',
    'letter-spacing:0.5px',
    'text-align:justify',
    'color:#b3151b',
    'background-color:#f5f3ef',
    'margin:28px 0 12px',
    'margin:-8px 0 0 4px',
    'padding:12px 16px',
    'padding-left:10px',
    'border-left:4px solid #8a6d3b',
    'display:inline-block',
    'width:32%',
    'max-width:100%',
    'height:auto',
    'vertical-align:text-top',
  ];
  expect(await gate(styled(kept.join(';')))).toBe(styled(kept.join(';')));
  const lost = [
    'font-size:x16px',
    'font-size:16pt',
    'font-size:expression(1)',
    'margin:1px 1px 1px 1px 1px',
    'margin:1px x',
    'margin:1px-2px',
    'font-weight:bold!x',
    'font-weight:1bold',
    'font-weight:Bold9',
    'color:red',
    'color:#b3151',
    'color:#b3151b0',
    'color:x#b3151b',
    'color:#B3151G',
    'border-left:4px solid red',
    'border-left:44px solid #8a6d3b',
    'border-left:4px solid #8a6d3b x',
    'border-left:xpx solid #8a6d3b',
    'display:block',
    'display:inline-blocks',
    'display:an-inline-block',
    'height:9px',
    'height:autos',
    'height:xauto',
    'position:fixed',
    'float:left',
  ];
  for (const style of lost) expect([style, await gate(styled(style))]).toEqual([style, '<p>x</p>']);
});

test.each([
  ['a tag that is none of ours: its words stay', '<b>x</b><div>y</div>', 'xy'],
  [
    'ours',
    '<section><p><span>x</span><br />y</p></section>',
    '<section><p><span>x</span><br />y</p></section>',
  ],
  ['no class, no handler, no id', '<p class="a" id="b" onclick="c">x</p>', '<p>x</p>'],
  ['no link', '<a href="http://evil">x</a>', '<a>x</a>'],
  [
    'a link into the mini-program, without what a card shows',
    '<a data-miniprogram-appid="wx" data-miniprogram-path="p" data-miniprogram-title="t" style="color:#b3151b">x</a>',
    '<a data-miniprogram-appid="wx" data-miniprogram-path="p" style="color:#b3151b">x</a>',
  ],
  [
    'a card with a picture that is named',
    `<mp-miniprogram data-miniprogram-appid="wx" data-miniprogram-path="p" data-miniprogram-title="t" data-miniprogram-imageurl="${URL_THERE}"></mp-miniprogram>`,
    `<mp-miniprogram data-miniprogram-appid="wx" data-miniprogram-path="p" data-miniprogram-title="t" data-miniprogram-imageurl="${URL_THERE}"></mp-miniprogram>`,
  ],
  [
    'a card with another picture',
    '<mp-miniprogram data-miniprogram-imageurl="http://evil/x.png"></mp-miniprogram>',
    '',
  ],
  ['a picture without an address', '<img alt="x" />', ''],
  [
    'a picture that is named',
    `<img src="${URL_THERE}" alt="x" style="width:180px" width="9" />`,
    `<img src="${URL_THERE}" alt="x" style="width:180px" />`,
  ],
])('%s', async (_what, html, clean) => {
  expect(await gate(html)).toBe(clean);
});

test('a named address is shown by http, https and as data, and by nothing else', async () => {
  const tag = (src: string) => `<img src="${src}" />`;
  const shown = async (src: string) => cleanHtml(tag(src), new Set([src]));
  for (const src of ['http://a/x.png', 'https://a/x.png', 'data:image/png;base64,AA==', 'x.png'])
    expect(await shown(src)).toBe(tag(src));
  for (const src of ['ftp://a/x.png', 'javascript:x', '//evil/x.png'])
    expect(await shown(src)).not.toContain(src);
});
