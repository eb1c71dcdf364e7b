/**
 * What people type and paste, made into one form: first cleaned, then judged, so that nothing that nobody sees makes
 * a text wrong. Phone and server clean alike, which is why this stands in the contract. Pure functions.
 */

/**
 * A pattern with sets of Unicode, made when this is loaded: compilers for older phones write such a set out when it
 * stands in a literal, 60 KB for those below.
 */
export function unicode(source: string, flags = 'gu'): RegExp {
  return new RegExp(source, flags);
}

/** Line ends of every system, and the separators that text programs put in their place. */
const LINE_ENDS = unicode('\r\n|[\r\n\u000b\u000c\u0085\u2028\u2029]');
/** Blanks of any width but the ideographic one. */
const BLANKS = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]/g;
/** What changes how the sign before it looks: joiners, selectors and tags. */
const UNSEEN_JOINERS = '\u180b-\u180f\u200c\u200d\ufe00-\ufe0f\u{e0020}-\u{e007f}\u{e0100}-\u{e01ef}';
/**
 * Signs that nobody sees: controls, directions, zero width, soft hyphens, fillers, the place of a pasted object, half
 * characters and code points that are none. Joiners, selectors and tags are looked at apart.
 */
const UNSEEN = unicode(
  `(?![\n\t${UNSEEN_JOINERS}])[\\p{Cc}\\p{Cs}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\u2800\ufff9-\ufffc]`,
);
/** An emoji with its selector and its colour of skin; a flag with the tags that say whose it is. */
const EMOJI = '(?:\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}|\\p{Emoji}[\ufe0e\ufe0f]?\\p{Emoji_Modifier}?)';
/** Scripts whose letters stand alone or join without being told. */
const UNJOINED = 'Han Hira Kana Bopo Hang Latn Grek Cyrl Zinh Zyyy'.replace(/(\w+) ?/g, '\\p{sc=$1}');
/**
 * Where joiners, selectors and tags change what is seen they belong to what stands before them: emoji, variants of
 * Chinese characters, scripts that join. Anywhere else they show nothing and are taken out.
 */
const JOINED = `(?![${UNJOINED}${UNSEEN_JOINERS}])[\\p{L}\\p{M}]`;
const JOINERS = unicode(
  `(${EMOJI}(?:\u200d${EMOJI})*|\\p{sc=Han}[\ufe00-\ufe02\u{e0100}-\u{e01ef}]|(?=\\p{L})\\p{sc=Mong}[\u180b-\u180f]+|${JOINED}[\u200c\u200d](?=${JOINED}))|[${UNSEEN_JOINERS}]`,
);
/** Radicals look like a character and are none: what is copied out of a .pdf has them, and no search finds it. */
const RADICALS = /[\u2e80-\u2fd5]/g;
/** Those for which Unicode names no character, each before the one it looks like. */
const ALIKE =
  '⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙';
const asCharacter = (radical: string): string =>
  ALIKE[ALIKE.indexOf(radical) + 1 || ALIKE.length] ?? radical.normalize('NFKC');

/** Something to look at. */
const SEEN = unicode('[\\p{L}\\p{N}\\p{P}\\p{S}]', 'u');

/** Several lines: cleaned, with `\n` as line end, without blanks at the ends of lines and of the whole. */
export function cleanWords(text: string): string {
  return cleanDraft(text)
    .replace(/[ \u3000]+$/gm, '')
    .trim();
}

/** The same while it is still being written: blanks stay where they are. */
export function cleanDraft(text: string): string {
  let cleaned = text
    .replace(LINE_ENDS, '\n')
    .replace(UNSEEN, '')
    .replace(BLANKS, ' ')
    .replace(RADICALS, asCharacter)
    .normalize('NFC');
  // What stood apart comes to stand together, and may then belong together otherwise.
  for (let before = ''; before !== cleaned;) {
    before = cleaned;
    cleaned = cleaned.replace(JOINERS, '$1').normalize('NFC');
  }
  return cleaned;
}

/** One line: what was pasted with line ends is joined by a blank; blanks in a row are one. */
export function cleanLine(text: string): string {
  return cleanDraft(text).replace(/\s+/g, ' ').trim();
}

/** Whether there is anything to see. */
export function isSeen(text: string): boolean {
  return SEEN.test(text);
}

/** Old phones have none of it. */
interface Splitting {
  Segmenter?: new (language: string) => { segment(text: string): Iterable<unknown> };
}
const Segmenter = typeof Intl === 'undefined' ? undefined : (Intl as Splitting).Segmenter;
const SIGNS = Segmenter && new Segmenter('zh');

/**
 * Length as readers count: what several signs draw together (a family, a flag) is one. A phone that cannot tell counts code
 * points, which are never fewer; the server can.
 */
export function lengthOf(text: string): number {
  return Array.from(SIGNS ? SIGNS.segment(text) : text).length;
}

/** Dots between the parts of a name, as different keyboards have them. */
const NAME_DOTS = /[.·•‧∙⋅・･․。｡᛫⸱⸳●◦▪ꞏᐧ⦁⬝˙⚫⬤∘ㆍᆞ]/g;

/** What makes no other person in a name. */
const NOT_IN_A_KEY = unicode("[\\s\\p{Cf}\\p{Pd}\ufe00-\ufe0f\u{e0100}-\u{e01ef}'’‘ʼʻ`´′]+");

/**
 * Two spellings of one name have one key: width, letter case, blanks, unseen signs and the dot between the parts of
 * a name (阿依古丽·买买提, 阿依古丽•买买提) make no other person. Rare characters (𠮷, 㐂) stay what they are.
 */
export function nameKey(name: string): string {
  return cleanLine(name)
    .replace(NAME_DOTS, '')
    .normalize('NFKC')
    .replace(NOT_IN_A_KEY, '')
    .replace(NAME_DOTS, '')
    .toLowerCase()
    .normalize('NFC');
}

const DIGITS = unicode('\\p{Nd}');
const DIGIT = unicode('\\p{Nd}', 'u');

/** Digits of any writing as 0–9; everything else by compatibility (full width, circled …). */
export function plain(text: string): string {
  const folded = cleanLine(text).normalize('NFKC');
  return folded.replace(DIGITS, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    for (let zero = code; zero >= code - 9; zero--) {
      if (!DIGIT.test(String.fromCodePoint(zero - 1))) return String(code - zero);
    }
    return digit;
  });
}

/** A mobile number, a landline with or without area code, one of a firm (400, 800): digits only. */
const PHONE = /^(1\d{10}|0\d{9,11}|[48]00\d{7}|[2-9]\d{6,7})$/;

const NUMERALS = '零一二三四五六七八九';

/** What people write between the digits of a number. */
const IN_A_NUMBER = unicode('[\\s\\p{Pd}\\p{Ps}\\p{Pe}.,、~·•‧・/−_]');
/** What stands around a number that was copied: what it is, and the sentence's own sign. */
export const AROUND_A_NUMBER =
  /^(?:联系|我的?|本人的?)?(?:(?:电话|手机|座机|固话)(?:号码?)?[是为]?|tel|phone)[.:]?|[,.;!、。]+$/gi;
/** Whose it is, in brackets behind it. */
const WHOSE = /\([^()\d]*\)$/;
/** Read aloud or taken from a picture: a letter, or a Chinese sign, for a digit. */
const SPOKEN = unicode(`^[oOlI〇幺${NUMERALS}\\d]{7,12}$`, '');

/** 13800000001 from «手机：138 0000 0001。»; digits, perhaps with a + before them, or what is no number. */
function compactNumber(text: string): string {
  const compact = plain(text).trim().replace(AROUND_A_NUMBER, '').replace(WHOSE, '').replace(IN_A_NUMBER, '');
  if (!SPOKEN.test(compact)) return compact;
  return compact
    .replace(/[oO〇]/g, '0')
    .replace(/[lI幺]/g, '1')
    .replace(/[^\d]/g, (sign) => String(NUMERALS.indexOf(sign)));
}

/**
 * A telephone number as digits: 13800000001, 057188881234, 5550100. Blanks, dashes, brackets, full width, +86 and a
 * 0 before a mobile number make no other number; undefined: no number at all, or one with an extension, which is not
 * dropped.
 */
export function readPhone(text: string): string | undefined {
  const compact = compactNumber(text);
  const here = compact.replace(/^(\+86|0086|0?86(?=1\d{10}$)|86(?=[02-9]\d{9,11}$|10\d{8}$))/, '');
  const national = here.replace(/^0(?=1[3-9]\d{9}$)/, '');
  const known = PHONE.test(national) || here === compact ? national : `0${national}`;
  return PHONE.test(known) ? known : undefined;
}

/** What is read apart has three digits; all other area codes have four. */
const SHORT_AREA = /^(0(10|2\d)|[48]00)/;

/** As people read a number out: 138 0000 0001, 0571-8888 1234. What is no number stays as it is. */
export function showPhone(phone: string): string {
  const digits = readPhone(phone);
  if (digits === undefined) return phone;
  if (digits.length === 11 && digits.startsWith('1'))
    return `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`;
  const area = digits.length > 8 ? digits.slice(0, SHORT_AREA.test(digits) ? 3 : 4) : '';
  const rest = digits.slice(area.length);
  const local = rest.length === 8 ? `${rest.slice(0, 4)} ${rest.slice(4)}` : rest;
  return area === '' ? local : `${area}-${local}`;
}

/**
 * A code that was printed or read aloud, in small letters and digits: blanks, dashes and width do not count, and
 * what looks alike is one sign (O and 0; I, L and 1). Whoever makes codes uses none of O, I, L and U.
 */
export function readCode(text: string): string {
  return plain(text)
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1')
    .replace(/u/g, 'v');
}

const COUNTED = unicode(`^(?:[${NUMERALS}]百)?零?(?:[${NUMERALS}]?十)?[${NUMERALS}]?$`, '');
const TICKET = unicode(
  `^(?:我?是?第|no[.:]?|#|[编排序]?号码?:?)?(\\d{1,3}|[${NUMERALS}十百]{1,5})(?:号|號|#)?$`,
  'i',
);

/** 12 from «12», «十二», «一十二»; 105 from «一百零五»; NaN: no number. */
function readNumeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (!COUNTED.test(text)) return Number.NaN;
  let sum = 0;
  let digit = 0;
  for (const sign of text.split('')) {
    if (sign === '百') sum = digit * 100;
    else if (sign === '十') sum += (digit || 1) * 10;
    digit = Math.max(0, NUMERALS.indexOf(sign));
  }
  return sum + digit;
}

/** 7 from «7», «07», «７», «第7号», «第七号», «7号», «№7», «7#»; undefined: no such number. */
export function readTicket(text: string): number | undefined {
  const compact = plain(text).replace(/\s|^\(|[。.,、!)]+$/g, '');
  const number = readNumeral(TICKET.exec(compact)?.[1] ?? '');
  return number > 0 ? number : undefined;
}

/** The last four digits of a telephone number, when somebody gives just those; undefined: something else. */
export function readTail(text: string): string | undefined {
  const compact = plain(text).replace(/[\s:·….]/g, '');
  const found = /^(?:手机|电话)?(?:尾号|[后末]四位|[后末]4位)?(?:\d{3})?\**(\d{4})$/.exec(compact);
  return found && (compact.includes('*') || !/\d{7}/.test(compact)) ? found[1] : undefined;
}
