/** Numbers that only the server reads out of what people typed; what the phone judges as well: contract/text.ts. */
import {
  AROUND_A_NUMBER,
  plain,
  readCode,
  readPhone,
  showPhone,
  unicode,
} from '../../miniprogram/contract/text';

const AROUND_A_REQUEST_NUMBER = unicode('^[\\p{Ps}\\p{Pi}"]+|[\\p{Pe}\\p{Pf}"。,;]+$');
const IN_A_REQUEST_NUMBER = unicode('[\\s\\p{Pd}−:#._/~·]');
/** A number with its dash amid other words. */
const REQUEST_NUMBER_INSIDE = unicode(
  '(?:^|[^0-9a-z\\p{Pd}])([0-9ilo]{4})[\\p{Pd}−]([0-9a-z]{4})(?![0-9a-z\\p{Pd}])',
  'iu',
);

/** `1129-ABCD` from «编号 1129-abcd», «1129 abcd», full width, «【1129-ABCD】路灯»; undefined: no number of a request. */
export function readRequestNumber(text: string): string | undefined {
  const folded = plain(text);
  const compact = folded.replace(AROUND_A_REQUEST_NUMBER, '').replace(IN_A_REQUEST_NUMBER, '');
  const found =
    /^(?:(?:意见)?(?:编号|号码|号)|意见|no|第)?(\d{4})([0-9a-z]{4})号?$/i.exec(compact) ??
    REQUEST_NUMBER_INSIDE.exec(folded);
  const day = readCode(found?.[1] ?? '');
  return found && /^\d{4}$/.test(day) ? `${day}-${readCode(found[2] ?? '').toUpperCase()}` : undefined;
}

const DASHES = unicode('[\\p{Pd}−]');

/** Digits, perhaps with dashes, perhaps with an extension. */
export const TELEPHONE = /^[0-9-]{3,20}(?:转\d{1,4})?$/;
/** An extension, however it is written: «转8», «分机8», «-8» after the number, «ext. 8», «#8». */
const EXTENSION = /(?:转|分机|ext\.?|#|(\d{7,8})-)(\d{1,4})$/i;

/** A number that is printed for everybody, which may be a short one (12345), with its dash: 0571-88881234转8. */
export function readTelephone(text: string): string {
  const compact = plain(text)
    .trim()
    .replace(AROUND_A_NUMBER, '')
    .replace(/[\s()]/g, '')
    .replace(DASHES, '-');
  const inside = EXTENSION.exec(compact);
  const number = inside ? compact.replace(EXTENSION, '$1') : compact;
  const digits = readPhone(number) ?? readPhone(text);
  if (digits === undefined) return compact.replace(/^\+86-?/, '');
  return `${showPhone(digits).replace(/ /g, '')}${inside ? `转${inside[2] ?? ''}` : ''}`;
}
