/**
 * Values that WeChat takes (developers.weixin.qq.com, 订阅消息 · 参数值内容限制): a value that breaks its type's rule, or
 * is empty, is refused with 47003 and the message is lost. Whatever comes in, what goes out fits.
 */
import { TEMPLATES, type TemplateKey, type TemplateValues } from '../../../../miniprogram/contract/templates';
import type { LocalDate, LocalTime } from '../../../../miniprogram/contract/wire';

const THING = 20;
const PHRASE = 5;
const CHARACTERS = 32;
/** 2026年12月7日 09:00. */
const TIME = /^\d{4}年\d{1,2}月\d{1,2}日( \d\d:\d\d)?$/;

const letters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Line breaks and what nobody sees become spaces, several become one. */
function flatten(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** At most `most` UTF-16 units, cut between whole characters, with … where something is missing. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of letters.segment(text)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

type Fit = (text: string) => string;

const FITS: Readonly<Record<string, Fit>> = {
  thing: (text) => shorten(flatten(text), THING) || '请打开看一看',
  phrase: (text) =>
    [...text]
      .filter((letter) => /\p{Script=Han}/u.test(letter))
      .slice(0, PHRASE)
      .join('') || '有变化',
  character_string: (text) => text.replace(/[^\x21-\x7e]/g, '').slice(0, CHARACTERS) || '-',
  time: (text) => {
    if (TIME.test(text)) return text;
    throw new Error('a time that formatTime did not write');
  },
};

/** '2026-12-07', '09:00' → 2026年12月7日 09:00. */
export function formatTime(date: LocalDate, time?: LocalTime): string {
  const [year, month, day] = date.split('-').map(Number);
  const written = `${String(year)}年${String(month)}月${String(day)}日`;
  return time === undefined ? written : `${written} ${time}`;
}

/** `thing1` → thing. */
export function typeOf(keyword: string): string {
  return keyword.replace(/\d+$/, '');
}

/** The values of a message, each by its keyword's rule. */
export function fitValues<K extends TemplateKey>(key: K, values: TemplateValues<K>): Record<string, string> {
  return Object.fromEntries(
    Object.keys(TEMPLATES[key].keywords).map((keyword) => {
      const fit = FITS[typeOf(keyword)];
      if (!fit) throw new Error(`no rule for a keyword of type ${typeOf(keyword)}`);
      return [keyword, fit((values as Readonly<Record<string, string>>)[keyword] ?? '')];
    }),
  );
}
