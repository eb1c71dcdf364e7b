/** What the doors of report accept. */
import * as v from 'valibot';
import { ACTIVITY_PAPERS, type ActivityPaperName } from '../../../miniprogram/contract/activity-papers';
import {
  HANDLING_READERS,
  SESSION_PAPERS,
  SUGGESTION_PAPERS,
  type HandlingReader,
  type SessionPaperName,
  type SuggestionPaperName,
} from '../../../miniprogram/contract/congress/papers';
import { DEPUTY_PAPERS, type DeputyPaper } from '../../../miniprogram/contract/deputy-profile';
import { LIMITS, SEAT_PATTERN } from '../../../miniprogram/contract/limits';
import { DUTY_REPORT_PAPERS, type DutyReportPaper } from '../../../miniprogram/contract/duty-report';
import type { ReportActions } from '../../../miniprogram/contract/report';
import { id, localDate, township } from '../../shared/schemas';

const year = v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2099));
const paper = v.exactOptional(v.literal('A3'));
const seat = v.pipe(v.string(), v.regex(SEAT_PATTERN));
/** Booking ids as reception makes them; others are refused by the action, which looks for its own kind. */
const booking = v.pipe(v.string(), v.regex(/^[0-9a-z]{16,17}-[0-9a-z]{9}$/));

const request = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{16}$/));

export const reportInputs: {
  readonly [A in keyof ReportActions]: v.GenericSchema<unknown, ReportActions[A]['input']>;
} = {
  activityPaper: v.strictObject({
    township,
    activity: request,
    paper: v.picklist(['archive', ...(Object.keys(ACTIVITY_PAPERS) as ActivityPaperName[])]),
  }),
  articlePaper: v.strictObject({ township, article: request }),
  dutyReportPaper: v.strictObject({
    township,
    activity: request,
    person: v.exactOptional(id),
    paper: v.picklist(Object.keys(DUTY_REPORT_PAPERS) as DutyReportPaper[]),
  }),
  essentials: v.strictObject({ township }),
  essentialsSheet: v.strictObject({ township }),
  dutyRecord: v.strictObject({ township, year, person: v.exactOptional(id) }),
  dutyTable: v.union([
    v.strictObject({ township, year, paper }),
    v.strictObject({ township, date: localDate, paper }),
  ]),
  numberList: v.strictObject({ township, date: localDate, home: id }),
  employerNotice: v.strictObject({ township, date: localDate, seat }),
  employerNotices: v.strictObject({
    township,
    year,
    month: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
  }),
  invitationSlips: v.union([
    v.strictObject({
      township,
      import: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{20}$/)),
    }),
    v.strictObject({
      township,
      invitations: v.pipe(
        v.array(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{16}$/))),
        v.minLength(1),
        v.maxLength(LIMITS.slipsAtOnce),
      ),
    }),
  ]),
  slip: v.strictObject({ township, date: localDate, booking }),
  poster: v.strictObject({ township, place: id, year: v.exactOptional(year), paper }),
  deputySheet: v.strictObject({
    township,
    paper: v.picklist(Object.keys(DEPUTY_PAPERS) as DeputyPaper[]),
  }),
  presidiumPack: v.strictObject({
    township,
    year,
    quarter: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)),
  }),
  handlingReport: v.strictObject({
    township,
    reader: v.picklist(Object.keys(HANDLING_READERS) as HandlingReader[]),
  }),
  registrationForm: v.strictObject({ township }),
  assignmentSheet: v.strictObject({ township, request }),
  assignmentSheets: v.strictObject({
    township,
    requests: v.pipe(v.array(request), v.minLength(1), v.maxLength(LIMITS.actAtOnce)),
  }),
  receipt: v.strictObject({ township, request }),
  replySheet: v.strictObject({ township, request }),
  sessionPaper: v.strictObject({
    township,
    session: id,
    paper: v.picklist(Object.keys(SESSION_PAPERS) as SessionPaperName[]),
    sitting: v.exactOptional(id),
  }),
  suggestionPaper: v.strictObject({
    township,
    suggestion: request,
    paper: v.picklist(Object.keys(SUGGESTION_PAPERS) as SuggestionPaperName[]),
  }),
};
