/** Parts of requests that the content check left to a person, as they wait at the office. */
import type { PhotoView, RecordingView } from '../../components/attachments/attachments';
import type { HeldPart, HeldRequest, HeldWhy } from '../../contract/content-check';
import type { LocalDate } from '../../contract/wire';
import { sayMoment } from '../../view/dates';
import type { Paged } from '../../view/paged';

const WHY: Readonly<Record<HeldWhy, string>> = {
  review: '微信请人看一看',
  risky: '微信认为可能不合适',
  unchecked: '微信没有检查成',
};

export interface PartView {
  /** `<request>/<part>`. */
  key: string;
  request: string;
  part: string;
  why: string;
  text: string;
  photos: readonly PhotoView[];
  recordings: readonly RecordingView[];
}

export interface HeldView {
  request: string;
  head: string;
  about: string;
  parts: readonly PartView[];
}

function toPart(request: string, { part, why, text = '', file, seconds }: HeldPart): PartView {
  const later = part.includes('-') ? '后来说的话：' : '';
  const shown = { key: `${request}/${part}`, request, part, why: `${later}${WHY[why]}`, text };
  if (file === undefined) return { ...shown, photos: [], recordings: [] };
  return seconds === undefined
    ? { ...shown, photos: [{ path: file }], recordings: [] }
    : { ...shown, photos: [], recordings: [{ path: file, seconds }] };
}

export interface HeldScreen {
  rows: readonly HeldView[];
  more: boolean;
}

export function toHeldScreen({ rows, next }: Paged<HeldRequest>, today: LocalDate): HeldScreen {
  return {
    rows: rows.map(({ request, number, village, category, createdAt, parts }) => ({
      request,
      head: `${village} · ${category}`,
      about: `${number}，${sayMoment(createdAt, today)}提交`,
      parts: parts.map((part) => toPart(request, part)),
    })),
    more: next !== undefined,
  };
}

/** What is left once this part is settled; a request without held parts leaves the list. */
export function without(rows: readonly HeldRequest[], request: string, part: string): HeldRequest[] {
  return rows
    .map((row) =>
      row.request === request ? { ...row, parts: row.parts.filter((one) => one.part !== part) } : row,
    )
    .filter(({ parts }) => parts.length > 0);
}
