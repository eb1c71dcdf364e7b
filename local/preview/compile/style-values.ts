/** Width of the design in rpx: 750 rpx are the window's width. */
const RPX_PER_VW = 7.5;

const LENGTH = /(?<![\w#.-])(-?(?:\d+\.?\d*|\.\d+))(rpx|vh)\b/gi;
const SAFE_AREA = /\b(?:env|constant)\(\s*safe-area-inset-(top|bottom|left|right)\s*(?:,[^)]*)?\)/gi;

/**
 * Converts the units that have another meaning in a WeChat page: rpx; vh (the page between navigation bar and tab
 * bar); the safe area. Text in quotes and in url() stays as it is.
 *
 * @example convertValue('24rpx 75rpx') // '3.2vw 10vw'
 */
export function convertValue(value: string): string {
  if (!/rpx|vh|safe-area/i.test(value)) return value;
  return value
    .split(/("[^"]*"|'[^']*'|url\([^)]*\))/)
    .map((part, index) => (index % 2 === 1 ? part : convertPlain(part)))
    .join('');
}

function convertPlain(part: string): string {
  return part
    .replace(LENGTH, (_whole, digits: string, unit: string) => {
      const amount = Number(digits);
      if (unit.toLowerCase() === 'vh') return `calc(var(--phone-vh, 1vh) * ${String(amount)})`;
      return `${String(Number((amount / RPX_PER_VW).toFixed(5)))}vw`;
    })
    .replace(SAFE_AREA, (_whole, side: string) => `var(--phone-safe-${side.toLowerCase()}, 0px)`);
}
