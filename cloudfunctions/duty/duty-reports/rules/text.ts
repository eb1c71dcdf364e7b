/** The text of 述职, part by part: what the ledger wrote may be written anew, what a person wrote stays. */
import {
  DUTY_REPORT_PARTS,
  type DutyReportPart,
  type WrittenPart,
} from '../../../../miniprogram/contract/duty-report';

interface StoredPart {
  words: string;
  edited?: true;
}

export type Text = Partial<Record<DutyReportPart, StoredPart>>;

export const PARTS = Object.keys(DUTY_REPORT_PARTS) as DutyReportPart[];

export function toWritten(text: Text): WrittenPart[] {
  return PARTS.map((part) => {
    const { words = '', edited } = text[part] ?? {};
    return { part, words, edited: edited === true };
  });
}

/** What a person emptied is the ledger's again. */
function edit(words: string, before: StoredPart | undefined): StoredPart | undefined {
  if (words.trim() === '') return undefined;
  if (words === before?.words) return before;
  return { words, edited: true };
}

function toText(parts: readonly (readonly [DutyReportPart, StoredPart | undefined])[]): Text {
  return Object.fromEntries(parts.filter(([, stored]) => stored !== undefined));
}

export function typeText(before: Text, typed: readonly { part: DutyReportPart; words: string }[]): Text {
  const words = new Map(typed.map((one) => [one.part, one.words]));
  return toText(
    PARTS.map((part) => {
      const said = words.get(part);
      return [part, said === undefined ? before[part] : edit(said, before[part])] as const;
    }),
  );
}

export function draftText(before: Text, drafted: Readonly<Partial<Record<DutyReportPart, string>>>): Text {
  return toText(
    PARTS.map((part) => {
      const words = drafted[part];
      if (before[part]?.edited) return [part, before[part]] as const;
      return [part, words === undefined ? undefined : { words }] as const;
    }),
  );
}
