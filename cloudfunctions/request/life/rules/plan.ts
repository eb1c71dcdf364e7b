/** What a step makes of a request, as plain data; the store turns it into the one write. */
import type { ErrorCode } from '../../../../miniprogram/contract/errors';
import type { RequestAct, RequestState, StepFields } from '../../../../miniprogram/contract/request-life';
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import type { Settings } from '../../../registry/directory/rules/settings';
import type { Brought } from '../../content-check/rules/content-check';
import type { Actor } from './actors';
import type { StoredOwner } from '../../routing/rules/choose-owner';
import type { HolidayTable } from '../../../reception/calendar/rules/calendar';
import type { Needs } from '../../../shared/life/rules/needs';
import type { RequestDocument } from '../../rules/request-document';

/** What may be written besides state, owner and dates. */
export type Fields = Partial<
  Omit<
    RequestDocument,
    '_id' | 'township' | 'rev' | 'state' | 'owner' | 'due' | 'dueSeq' | 'open' | 'steps' | 'acts'
  >
>;

export interface Plan {
  /** Absent: as the table's row says. */
  to?: RequestState;
  owner?: StoredOwner;
  due?: LocalDate;
  set?: Fields;
  /** Single fields inside of others: `assists.u2.words`. */
  inside?: Readonly<Record<string, unknown>>;
  drop?: readonly (keyof RequestDocument)[];
  /** Added at the end of a list, of which the last `keep` stay. */
  append?: Readonly<Record<string, { item: unknown; keep: number }>>;
  /** Taken out of the entries by which lists find it. */
  takes?: string;
  /** Beyond the row's conditions. */
  needs?: Needs;
  words?: string;
  /** Files that came with the step. */
  brings?: Brought;
  about?: string;
  behalf?: true;
  inner?: true;
  /** Beyond request, owner, unit and group: ids for the event. */
  tell?: Readonly<Record<string, string | number>>;
}

export interface PlanRefusal {
  refused: ErrorCode;
  details?: Readonly<Record<string, string>>;
}

export interface PlanContext {
  /** Full id of the request. */
  id: string;
  now: Instant;
  today: LocalDate;
  actor: Actor;
  by: string;
  /** The caller's unit. */
  unit?: string;
  /** For merge: the one to join, as it was read with the source. */
  target?: RequestDocument;
  directory: Directory;
  settings: Settings;
  holidays: HolidayTable;
  openByPerson: Readonly<Record<string, number>>;
}

/** `before` is there for rows that read. */
export type PlanStep<A extends RequestAct> = (
  step: StepFields[A],
  context: PlanContext,
) => Plan | PlanRefusal;
export type PlanReading<A extends RequestAct> = (
  step: StepFields[A],
  context: PlanContext,
  before: RequestDocument,
) => Plan | PlanRefusal;

/** No date is later. */
export const FOREVER: LocalDate = '9999-12-31';
export const OFFICE: StoredOwner = { kind: 'office', person: '', group: '' };

export function isRefusal(plan: Plan | PlanRefusal): plan is PlanRefusal {
  return 'refused' in plan;
}

export function wrong(field: string): PlanRefusal {
  return { refused: 'bad-input', details: { field } };
}

/** Words that were said, where some were. */
export function said({ words }: { words?: string }): { words?: string } {
  return words === undefined ? {} : { words };
}
