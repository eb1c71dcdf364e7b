import type qrcode from 'qrcode-generator';
import type { Slip } from '../contract/reception';

/** Let the version follow the length; a quarter of the code may be dirty or folded. */
const SMALLEST_VERSION = 0;
const CORRECTION = 'Q';
/** Pixels of one module, and of the quiet border. */
const MODULE_PX = 8;
const BORDER_PX = 16;

type OnCode = Pick<Slip, 'date' | 'code' | 'home' | 'half' | 'number'>;

/** What the desk's scanner reads, and a phone to which a paper slip comes: what is said aloud, and of which half-day. */
export function qrTextOf(township: string, { date, code, home, half, number }: OnCode): string {
  return `slip:${township}:${date}:${code}:${home}:${half}:${String(number)}`;
}

/**
 * The code as an image address that needs no network.
 * @param make the library, which the screen brings: it lies in the subpackages, the main package has no use for it
 */
export function drawQr(make: typeof qrcode, text: string): string {
  const code = make(SMALLEST_VERSION, CORRECTION);
  code.addData(text);
  code.make();
  return code.createDataURL(MODULE_PX, BORDER_PX);
}
