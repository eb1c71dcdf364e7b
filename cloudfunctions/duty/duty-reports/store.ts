/** The collection of 述职: one document for each meeting and deputy. Words and numbers of the ballot are encrypted. */
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import type { ActMark } from '../../shared/act';
import { decryptField, encryptField, hashParts } from '../../shared/cipher';
import type { Changes } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  OUTBOX_INDEX,
  readOne,
  readPage,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';
import type { bornWith } from '../../shared/outbox';
import type { Ballot } from './rules/ballot';
import type { Text } from './rules/text';

const REPORTS = 'dutyreports';

export const collections = {
  [REPORTS]: { indexes: [inTownship('activity', 'activity', 'person'), OUTBOX_INDEX] },
} as const satisfies CollectionSpecs;

export type KeptAct = ActMark & { o: number };

export interface DutyReportDocument extends Stored, ReturnType<typeof bornWith> {
  activity: string;
  person: string;
  edition: number;
  /** Encrypted JSON of Text; '' while nobody wrote. */
  text: string;
  ready: boolean;
  /** Numbers of the texts that were replaced, oldest first. */
  versions: readonly { version: number; at: Instant }[];
  /** Encrypted JSON of Ballot; '' until it is filed. */
  ballot: string;
  filedOn?: LocalDate;
  handedOn?: LocalDate;
  acts: readonly KeptAct[];
}

export function dutyReportId(township: string, activity: string, person: string): string {
  return `${township}~${hashParts(['duty-report', activity, person])}`;
}

export function openText({ text }: Pick<DutyReportDocument, 'text'>): Text {
  return text === '' ? {} : (JSON.parse(decryptField(text)) as Text);
}

export function sealText(text: Text): string {
  return encryptField(JSON.stringify(text));
}

export function openBallot({ ballot }: Pick<DutyReportDocument, 'ballot'>): Ballot | undefined {
  return ballot === '' ? undefined : (JSON.parse(decryptField(ballot)) as Ballot);
}

export function sealBallot(ballot: Ballot): string {
  return encryptField(JSON.stringify(ballot));
}

export function readDutyReport(
  township: string,
  activity: string,
  person: string,
): Promise<DutyReportDocument | undefined> {
  return readOne<DutyReportDocument>(REPORTS, township, dutyReportId(township, activity, person));
}

/** How far each one of a meeting is; no words, no numbers. */
export function readReporters(
  township: string,
  activity: string,
  limit: number,
): Promise<Pick<DutyReportDocument, 'person' | 'edition' | 'ready' | 'filedOn' | 'handedOn'>[]> {
  return readPage<DutyReportDocument>(REPORTS, township, {
    where: { activity },
    order: [['person', 'asc']],
    limit,
    fields: ['person', 'edition', 'ready', 'filedOn', 'handedOn'],
  });
}

export function createDutyReport(report: DutyReportDocument): Promise<boolean> {
  return createOne(REPORTS, report);
}

export function changeDutyReport(
  { _id, township, rev }: Pick<DutyReportDocument, '_id' | 'township' | 'rev'>,
  changes: Changes,
): Promise<boolean> {
  return changeOne(REPORTS, township, _id, { rev }, changes);
}
