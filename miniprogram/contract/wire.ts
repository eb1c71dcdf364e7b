/**
 * The wire between the phone and the cloud functions: one event, one answer, the same for every action.
 * Types and constants only; this folder is the one part of the phone that the server may import.
 */
import type { AuditActions } from './audit';
import type { BanActions } from './bans';
import type { CongressActions } from './congress/congress';
import type { DeskActions } from './desk';
import type { DistrictActions } from './district';
import type { DistrictViewActions } from './district-view';
import type { DutyActions } from './duty';
import type { Details, ErrorCode } from './errors';
import type { DutyImportActions, RegistryImportActions, ReportImportActions } from './imports';
import type { ListExportActions } from './list-export';
import type { MediaActions } from './media';
import type { NotifyActions } from './notify';
import type { OwnBookingActions, OwnDocumentActions, OwnNoticeActions, OwnRequestActions } from './own-data';
import type { HealthActions } from './health';
import type { OfficialKeysActions } from './official-keys';
import type { OverviewActions } from './overview';
import type { PublicityActions } from './publicity';
import type { ReceptionActions } from './reception';
import type { RegistryActions } from './registry';
import type { RegistryOfficeActions } from './registry-office';
import type { ReportActions } from './report';
import type { RequestActions } from './request';
import type { RequestListActions } from './request-lists';
import type { RevealActions } from './reveal';
import type { RosterActions } from './roster';
import type { WorkReportActions } from './work-report';

export type { Half, Instant, LocalDate, LocalTime } from './time';

/** Every function with the actions it answers; `input` and `output` of each are documented beside it. */
export interface Functions {
  registry: RegistryActions & RegistryOfficeActions & RegistryImportActions & DistrictActions;
  media: MediaActions;
  reception: ReceptionActions & RosterActions & DeskActions & BanActions & OwnBookingActions;
  request: RequestActions & RequestListActions & RevealActions & OwnRequestActions;
  duty: DutyActions & DutyImportActions;
  congress: CongressActions;
  publicity: PublicityActions & OfficialKeysActions;
  notify: NotifyActions & OwnNoticeActions;
  report: ReportActions &
    ReportImportActions &
    WorkReportActions &
    DistrictViewActions &
    ListExportActions &
    OwnDocumentActions;
  overview: OverviewActions & HealthActions & AuditActions;
}

export type FunctionName = keyof Functions;
export type ActionName<F extends FunctionName> = keyof Functions[F] & string;
export type Input<F extends FunctionName, A extends ActionName<F>> = Functions[F][A] extends {
  input: infer I;
}
  ? I
  : never;
export type Output<F extends FunctionName, A extends ActionName<F>> = Functions[F][A] extends {
  output: infer O;
}
  ? O
  : never;

/**
 * What the phone sends. `key` is the idempotency key of a write: 8 to 64 characters of `A-Z a-z 0-9 _ -`,
 * chosen once per intention and kept through every retry; reads carry none.
 */
export interface WireEvent {
  action: string;
  input: unknown;
  key?: string;
  /** The phone tries again under a key whose answer it never saw. */
  again?: true;
}

export interface Refused {
  ok: false;
  code: ErrorCode;
  details?: Details;
}

export type Answer<T> = { ok: true; data: T } | Refused;
