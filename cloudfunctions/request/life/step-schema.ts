/** What each step of the life cycle takes. */
import * as v from 'valibot';
import type { RequestAct, StepFields, StepInput } from '../../../miniprogram/contract/request-life';
import { LIMITS } from '../../../miniprogram/contract/limits';
import { id, line, localDate, words as text } from '../../shared/schemas';

export const fileName = v.pipe(v.string(), v.maxLength(400));
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(LIMITS.recordingSeconds));
export const recording = v.strictObject({ file: fileName, seconds });

export const requestIdSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{16}$/));
const words = text(LIMITS.stepWords);
const maybe = v.exactOptional(words);
const summary = text(LIMITS.summary);
const photos = v.pipe(v.array(fileName), v.maxLength(LIMITS.photos));
const recordings = v.pipe(v.array(recording), v.maxLength(LIMITS.recordings));
const title = line(LIMITS.title);
const how = v.picklist(['visit', 'call', 'letter', 'home']);
const unitList = v.pipe(v.array(id), v.maxLength(LIMITS.assistingUnits));

type Entries<A extends RequestAct> = { readonly [F in keyof StepFields[A]]-?: v.GenericSchema };

const FIELDS: { readonly [A in RequestAct]: Entries<A> } = {
  take: {},
  explain: { words },
  visit: { date: localDate, words: maybe },
  propose: { words },
  recuse: { words: maybe },
  note: { words },
  setTitle: { title },
  handOver: { to: id, words: maybe },
  assign: { lead: id, assist: unitList, words: maybe, replyBy: v.exactOptional(localDate) },
  takeBack: { words },
  changeUnit: { lead: id, assist: unitList, words: maybe },
  reassign: {
    group: v.exactOptional(id),
    to: v.exactOptional(id),
    recuses: v.exactOptional(v.boolean()),
    words: maybe,
  },
  keep: { words: maybe },
  passUp: { summary },
  refer: { words },
  release: { summary },
  outOfScope: { door: v.picklist(['court', 'petition', 'hotline', 'emergency', 'discipline']), words },
  planDelivery: { who: line(LIMITS.name), how, date: localDate },
  deliver: { how, words: maybe },
  merge: { into: requestIdSchema },
  unmerge: {},
  publish: { title, summary, result: summary },
  offer: { title },
  unpublish: {},
  tellWhere: { way: v.picklist(['handed', 'posted', 'app']), words },
  callBack: { solved: v.boolean(), words },
  dispatch: { words },
  resume: { words: maybe },
  urge: { words: maybe },
  rule: { lead: id, assist: unitList, words },
  extend: { until: localDate, words },
  grantExtension: { words: maybe },
  refuseExtension: { words },
  pause: { until: localDate, words },
  proposeKey: { words },
  declineKey: { words },
  supervise: { words },
  endSupervise: { words: maybe },
  settle: { then: v.picklist(['redo', 'close']), words },
  nameUnit: { lead: id, assist: unitList, words: maybe },
  sign: { words: maybe },
  sendDraftBack: { words },
  draftReply: {
    class: v.picklist(['A', 'B', 'C', 'D']),
    words,
    doneBy: v.exactOptional(localDate),
  },
  accept: {},
  return: { words },
  askExtension: { until: localDate, words },
  assistReply: { words },
  reply: {
    class: v.picklist(['A', 'B', 'C', 'D']),
    words,
    doneBy: v.exactOptional(localDate),
    paper: v.exactOptional(v.literal(true)),
  },
  withdraw: { words: maybe },
  nudge: {},
  supplement: {
    words: maybe,
    photos: v.exactOptional(photos),
    recordings: v.exactOptional(recordings),
  },
  solved: {},
  notSolved: { words },
  disagree: { words },
  rate: { satisfaction: v.picklist(['satisfied', 'basic', 'dissatisfied', 'declined']) },
};

const options = Object.entries(FIELDS).map(([act, fields]) =>
  v.strictObject({ act: v.literal(act), ...(fields as v.ObjectEntries) }),
);

/** Each row of FIELDS names exactly the fields of its step; the union is of the same steps. */
export const stepInput = v.variant('act', options) as unknown as v.GenericSchema<unknown, StepInput>;
