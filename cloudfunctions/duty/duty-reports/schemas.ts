import * as v from 'valibot';
import {
  DUTY_REPORT_LIMITS as MAX,
  DUTY_REPORT_PARTS,
  type DutyReportActions,
  type DutyReportPart,
} from '../../../miniprogram/contract/duty-report';
import { id, line, looseWords, township } from '../../shared/schemas';

const names = Object.keys(DUTY_REPORT_PARTS) as DutyReportPart[];
const activity = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{16}$/));
const ofActivity = { township, activity };
const edition = v.pipe(v.number(), v.integer(), v.minValue(0));
const voters = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX.present));
const parts = v.pipe(
  v.array(v.strictObject({ part: v.picklist(names), words: looseWords(MAX.part) })),
  v.maxLength(names.length),
  v.check((all) => new Set(all.map(({ part }) => part)).size === all.length),
);
const counts = v.pipe(
  v.array(v.strictObject({ grade: line(MAX.grade), n: voters })),
  v.minLength(2),
  v.maxLength(MAX.grades),
);

export const dutyReportInputs = {
  dutyReport: v.strictObject({ ...ofActivity, person: v.exactOptional(id) }),
  dutyReportVersion: v.strictObject({
    ...ofActivity,
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  draftDutyReport: v.strictObject({ ...ofActivity, edition }),
  saveDutyReport: v.strictObject({ ...ofActivity, edition, parts, ready: v.boolean() }),
  dutyReporters: v.strictObject(ofActivity),
  fileBallot: v.strictObject({
    ...ofActivity,
    person: id,
    edition,
    present: voters,
    counts,
    spoiled: voters,
  }),
  handBallot: v.strictObject({ ...ofActivity, person: id, edition }),
} satisfies { [A in keyof DutyReportActions]: v.GenericSchema<unknown, DutyReportActions[A]['input']> };
