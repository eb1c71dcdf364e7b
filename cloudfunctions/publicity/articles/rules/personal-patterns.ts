/**
 * Personal numbers by their form. Full-width digits count as digits, and so do Chinese ones in a telephone number;
 * every replacement keeps the length, so that places in the text stay what they are.
 */
import type { MarkKind } from '../../../../miniprogram/contract/article';

export interface Span {
  kind: MarkKind;
  from: number;
  to: number;
}

const CHINESE_DIGITS = '零一二三四五六七八九';
const NUMBER = '[0-9一二三四五六七八九十百〇零]';

/** '１３８' → '138', 'Ｘ' → 'X'. */
function narrow(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ－]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
}

function digits(text: string): string {
  return text.replace(/[零〇一二三四五六七八九幺]/g, (letter) => {
    if (letter === '〇') return '0';
    return letter === '幺' ? '1' : String(CHINESE_DIGITS.indexOf(letter));
  });
}

const BETWEEN = '[ \\-—–·.]?';
const ID_NUMBERS = [
  new RegExp(`(?<![0-9A-Za-z])[1-9]\\d{5}${BETWEEN}\\d{8}${BETWEEN}\\d{3}[0-9Xx](?![0-9A-Za-z])`, 'g'),
  // The old form of fifteen: birth without the century.
  /(?<![0-9A-Za-z])[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![0-9A-Za-z])/g,
  // Bank cards and social cards.
  /(?<![0-9A-Za-z])\d(?:[ -]?\d){15,18}(?![0-9A-Za-z])/g,
];
const MOBILE = new RegExp(`(?<!\\d)(?:\\+?86[ -]?)?1[3-9]\\d(?:${BETWEEN}\\d){8}(?!\\d)`, 'g');
const LANDLINE = new RegExp(`(?<!\\d)[（(]?0\\d{2,3}[)）]?${BETWEEN}\\d{7,8}(?!\\d)`, 'g');
/** Seven or eight digits say nothing by themselves. */
const SAID = /(?<=(?:电话|座机|手机|热线|微信|联系方式|号码)[^0-9\n]{0,6})\d{7,8}(?!\d)/g;

const ADDRESSES = [
  new RegExp(
    `(?:路|街|巷|弄|道|小区|新村|公寓|村|社区|屯|庄|湾|坪|寨|冲|坝)第?${NUMBER}{1,5}(?:号|栋|幢|单元|室|户)`,
    'g',
  ),
  new RegExp(`(?<=村|社区|屯|庄|湾|村民|居民|民委)第?${NUMBER}{1,3}(?:组|社|队)(?:${NUMBER}{1,5}号)?`, 'g'),
  new RegExp(`${NUMBER}{1,3}组(?:${NUMBER}{1,5}号|(?=村民|居民|的?[老李王张刘陈杨赵黄周吴]))`, 'g'),
  new RegExp(`门牌号?[:：]?${NUMBER}{1,5}号?`, 'g'),
  new RegExp(`${NUMBER}{1,4}(?:栋|幢|号楼)${NUMBER}{1,3}单元(?:${NUMBER}{1,4}(?:号|室))?`, 'g'),
];

function spansOf(kind: MarkKind, text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    kind,
    from: match.index,
    to: match.index + match[0].length,
  }));
}

export function overlaps(one: Omit<Span, 'kind'>, other: Omit<Span, 'kind'>): boolean {
  return one.from < other.to && other.from < one.to;
}

/** In the order of the text; where two overlap, the earlier kind (identity, telephone, address) stays. */
export function findNumbers(text: string): Span[] {
  const narrowed = narrow(text);
  const spelled = digits(narrowed);
  const all = [
    ...ID_NUMBERS.flatMap((pattern) => spansOf('id-number', narrowed, pattern)),
    ...[MOBILE, LANDLINE].flatMap((pattern) => spansOf('phone', spelled, pattern)),
    ...spansOf('phone', narrowed, SAID),
    ...ADDRESSES.flatMap((pattern) => spansOf('address', narrowed, pattern)),
  ];
  const kept: Span[] = [];
  for (const span of all) if (!kept.some((before) => overlaps(before, span))) kept.push(span);
  return kept.sort((one, other) => one.from - other.from);
}

/** The digits of a telephone number alone, to compare it. */
export function digitsOf(text: string): string {
  return digits(narrow(text))
    .replace(/\D/g, '')
    .replace(/^86(?=1)/, '');
}
