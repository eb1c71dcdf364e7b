/** XML as it is scanned: tags, text and attributes in their order, however it comes in pieces, and what is refused. */
import {
  attribute,
  BrokenTableError,
  decodeXml,
  scanXml,
} from '../../../../cloudfunctions/report/imports/scan-xml';

/** What the handler hears, a line each. */
function heard(...chunks: readonly string[]): string[] {
  const said: string[] = [];
  const scanner = scanXml({
    open: (name, attributes) => said.push(`<${name}${attributes}>`),
    close: (name) => said.push(`</${name}>`),
    text: (text) => said.push(text),
  });
  for (const chunk of chunks) scanner.write(chunk);
  scanner.end();
  return said;
}

it('tells tags, their attributes, and what stands between them', () => {
  expect(heard('<?xml version="1.0"?><a><b c="1" d=\'2\'>x</b><e/><f g="h"/></a>\n')).toEqual([
    '<a>',
    '<b c="1" d=\'2\'>',
    'x',
    '</b>',
    '<e>',
    '</e>',
    '<f g="h">',
    '</f>',
    '</a>',
  ]);
  expect(heard('<a\n b="1"><x:y\tz="2"></x:y></a >')).toEqual(['<a\n b="1">', '<y\tz="2">', '</y>', '</a>']);
  expect(heard('<x:a/>')).toEqual(['<a>', '</a>']);
  expect(heard('<a><!-- <b> & --> c<![CDATA[<d>&amp;]]><?php <e> ?></a>')).toEqual([
    '<a>',
    ' c',
    '<d>&amp;',
    '</a>',
  ]);
  expect(heard('  <a>1 &lt; 2</a>')).toEqual(['<a>', '1 < 2', '</a>']);
});

it('is the same wherever it is cut', () => {
  const text = '<?xml?><a b="&quot;>"><!--x--><![CDATA[<]]>y&amp;z<c/></a>';
  // A sign of the end within an attribute ends the tag here, as no spreadsheet program writes it.
  const plain = text.replace('&quot;>', '&quot;');
  const whole = heard(plain);
  expect(whole).toEqual(['<a b="&quot;">', '<', 'y&z', '<c>', '</c>', '</a>']);
  for (let at = 1; at < plain.length; at++) expect(heard(plain.slice(0, at), plain.slice(at))).toEqual(whole);
  expect(heard(...plain)).toEqual(whole);
});

it('a handler need not listen', () => {
  const scanner = scanXml({});
  scanner.write('<a>text<b/><![CDATA[x]]></a>');
  expect(() => {
    scanner.end();
  }).not.toThrow();
});

it.each([
  ['two roots', '<a/><b/>'],
  ['a tag that another one ends', '<a></b>'],
  ['an end without a beginning', '</a>'],
  ['no end', '<a>'],
  ['nothing', ''],
  ['half a tag', '<a'],
  ['a declaration', '<!DOCTYPE a [<!ENTITY b "c">]><a/>'],
  ['what begins like a comment and is none', '<a><!-x-></a>'],
  ['sixty-one tags in each other', `${'<a>'.repeat(61)}${'</a>'.repeat(61)}`],
  ['a tag that does not end', `<a ${'b'.repeat(65_536)}`],
])('%s is refused', (_what, text) => {
  expect(() => heard(text)).toThrow(BrokenTableError);
});

it('sixty in each other, a long text and a half declaration that becomes a comment are not', () => {
  expect(heard(`${'<a>'.repeat(60)}${'</a>'.repeat(60)}`)).toHaveLength(120);
  const long = 'b'.repeat(70_000);
  expect(heard('<a>', long, '</a>')).toEqual(['<a>', long, '</a>']);
  expect(heard('<a><!', '--x--></a>')).toEqual(['<a>', '</a>']);
  expect(heard('<a><![CDATA', '[x]]></a>')).toEqual(['<a>', 'x', '</a>']);
});

it('knows its entities, and takes signs by their number', () => {
  const cases: readonly [string, string][] = [
    ['a < b', 'a < b'],
    ['&lt;&gt;&amp;&quot;&apos;', '<>&"\''],
    ['&#26611;&#x6811;&#X6811;', '柳树树'],
    ['&#0;&#1114112;', ''],
    ['&#1114111;', '\u{10ffff}'],
    ['&nbsp; &unknown; & &;', '&nbsp; &unknown; & &;'],
    ['&amp;lt;', '&lt;'],
  ];
  for (const [text, said] of cases) expect([text, decodeXml(text)]).toEqual([text, said]);
});

it('finds an attribute by its whole name', () => {
  const text = ' r:id="1" id=\'2\' xid="3" e="" q = "&amp;"';
  const found = ['r:id', 'id', 'xid', 'e', 'q', 'd', 'none'].map((name) => attribute(text, name));
  expect(found).toEqual(['1', '2', '3', '', '&', undefined, undefined]);
});
