/** What duty's actions take. Which fields a kind asks is for the rules (check-activity.ts); here stand sizes and shapes. */
import * as v from 'valibot';
import { DUTY_LIMITS as MAX, type ActivityInput } from '../../miniprogram/contract/duty';
import type { OpinionStep } from '../../miniprogram/contract/opinion';
import type { ActionName, Input } from '../../miniprogram/contract/wire';
import { dutyReportInputs } from './duty-reports/schemas';
import { studyInputs } from './studies/schemas';
import { tieInputs } from './ties/schemas';
import { activityKind, figureName } from '../shared/duty-schemas';
import { id, inParts, line, localDate, phone, quietMonths, township, words } from '../shared/schemas';

/** `<township>~<16 letters>`: documents of this function. */
const document = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{16}$/));
const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const persons = v.pipe(
  v.array(id),
  v.maxLength(MAX.persons),
  v.check((all) => new Set(all).size === all.length),
);
const after = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}[0-9a-z]{1,16}$/));
const person = id;
const helped = v.strictObject({
  children: v.exactOptional(count(MAX.people)),
  women: v.exactOptional(count(MAX.people)),
  elders: v.exactOptional(count(MAX.people)),
  disabled: v.exactOptional(count(MAX.people)),
  alone: v.exactOptional(count(MAX.people)),
});
const site = v.strictObject({
  name: line(MAX.title),
  quality: v.exactOptional(words(MAX.siteWords)),
  progress: v.exactOptional(words(MAX.siteWords)),
  suggestion: v.exactOptional(words(MAX.siteWords)),
});

/** What activities are counted by: letters and digits, so that «一活动、一行动» and «“一活动”一行动» are one. */
const tag = v.pipe(
  line(MAX.tag),
  v.transform((typed) => typed.replace(/[^\p{L}\p{N}-]+/gu, '')),
  v.check((kept) => kept !== '', 'empty'),
);

export const activityInput: v.GenericSchema<unknown, ActivityInput> = v.strictObject({
  kind: activityKind,
  date: localDate,
  village: v.exactOptional(id),
  category: v.exactOptional(id),
  household: v.exactOptional(v.strictObject({ name: line(20), phone: v.exactOptional(phone) })),
  people: v.exactOptional(count(MAX.people)),
  title: v.exactOptional(line(MAX.title)),
  words: v.exactOptional(words(MAX.words)),
  result: v.exactOptional(words(MAX.result)),
  promised: v.exactOptional(localDate),
  keeps: v.exactOptional(document),
  tie: v.exactOptional(id),
  helped: v.exactOptional(helped),
  place: v.exactOptional(line(MAX.place)),
  mandate: v.exactOptional(line(MAX.mandate)),
  topicFrom: v.exactOptional(v.picklist(['party', 'government', 'people'])),
  tag: v.exactOptional(tag),
  sites: v.exactOptional(v.pipe(v.array(site), v.maxLength(MAX.sites))),
  persons: v.exactOptional(persons),
  group: v.exactOptional(id),
  planned: v.exactOptional(v.boolean()),
  entered: v.exactOptional(v.boolean()),
});

const query = {
  of: figureName,
  from: localDate,
  to: localDate,
  by: v.exactOptional(
    v.strictObject({
      dimension: v.picklist([
        'home',
        'group',
        'village',
        'category',
        'level',
        'person',
        'unit',
        'tag',
        'result',
      ]),
      value: v.pipe(v.string(), v.maxLength(MAX.tag * 2), v.regex(/^[\p{L}\p{N}-]+$/u)),
    }),
  ),
};
const ofActivity = { township, activity: document };
const edition = v.pipe(v.number(), v.integer(), v.minValue(1));
const year = v.pipe(v.number(), v.integer(), v.minValue(2016), v.maxValue(2099));

const anImport = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{20}$/));
const slice = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99));
const opinionWords = words(MAX.opinionWords);
const OPINION_SAYS = [
  'answer',
  'return',
  'follow',
  'redo',
  'proposeKey',
  'supervise',
  'declineKey',
  'endSupervise',
] as const;
const opinionStep: v.GenericSchema<unknown, OpinionStep> = v.variant('act', [
  v.strictObject({ act: v.picklist(['accept', 'urge']) }),
  v.strictObject({ act: v.picklist(OPINION_SAYS), words: opinionWords }),
  v.strictObject({ act: v.literal('reassign'), words: opinionWords, unit: id }),
]);

export const dutyInputs = {
  ...tieInputs,
  ...studyInputs,
  ...dutyReportInputs,
  figures: v.strictObject({
    township,
    queries: v.pipe(v.array(v.strictObject(query)), v.minLength(1), v.maxLength(24)),
  }),
  facts: v.strictObject({ township, ...query, after: v.exactOptional(after) }),
  note: v.strictObject({ township, activity: activityInput }),
  correct: v.strictObject({ ...ofActivity, edition, to: activityInput }),
  withdraw: v.strictObject({ ...ofActivity, reason: line(60) }),
  activity: v.strictObject(ofActivity),
  listActivities: v.strictObject({
    township,
    scope: v.picklist(['mine', 'group', 'office']),
    kind: v.exactOptional(activityKind),
    after: v.exactOptional(after),
  }),
  answerInvitation: v.strictObject({
    ...ofActivity,
    answer: v.picklist(['coming', 'leave']),
    words: v.exactOptional(line(60)),
  }),
  decideLeave: v.strictObject({ ...ofActivity, person, grant: v.boolean() }),
  attend: v.strictObject({ ...ofActivity, persons, words: v.exactOptional(words(MAX.words)) }),
  addMaterial: v.strictObject({
    ...ofActivity,
    title: line(MAX.title),
    kind: v.picklist(['public', 'informational']),
    file: v.pipe(v.string(), v.maxLength(400)),
  }),
  dropMaterial: v.strictObject({ ...ofActivity, material: id }),
  openMaterial: v.strictObject({ ...ofActivity, material: id }),
  addPicture: v.strictObject({
    ...ofActivity,
    file: v.pipe(v.string(), v.maxLength(400)),
    use: v.picklist(['photo', 'recording']),
    seconds: v.exactOptional(count(600)),
    faceless: v.exactOptional(v.literal(true)),
    consent: v.exactOptional(v.strictObject({ by: line(20), on: localDate })),
  }),
  dropPicture: v.strictObject({ ...ofActivity, picture: id }),
  settlePicture: v.strictObject({ ...ofActivity, picture: id, release: v.boolean() }),
  openPictures: v.strictObject(ofActivity),
  consentToStory: v.strictObject({ ...ofActivity, consent: v.boolean() }),
  transferOpinion: v.strictObject({
    ...ofActivity,
    site: line(MAX.title),
    words: words(MAX.opinionWords),
    unit: id,
    due: v.exactOptional(localDate),
  }),
  actOnOpinion: v.strictObject({ ...ofActivity, opinion: id, step: opinionStep }),
  listOpinions: v.strictObject({ township }),
  record: v.strictObject({
    township,
    year,
    person: v.exactOptional(person),
    after: v.exactOptional(after),
  }),
  dispute: v.strictObject({ township, fact: document, words: words(MAX.disputeWords) }),
  answerDispute: v.strictObject({
    township,
    dispute: document,
    corrected: v.boolean(),
    words: words(MAX.disputeWords),
  }),
  listDisputes: v.strictObject({
    township,
    after: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-z-]{8,40}$/))),
  }),
  studyGrid: v.strictObject({ township, year, ...inParts, after: v.exactOptional(after) }),
  quietDeputies: v.strictObject({
    township,
    months: quietMonths,
  }),
  publicFacts: v.strictObject({ township, person }),
  commitBackEntry: v.strictObject({ township, import: anImport, slice }),
  takeBackEntry: v.strictObject({ township, import: anImport, slice, reason: line(60) }),
} satisfies { [A in ActionName<'duty'>]: v.GenericSchema<unknown, Input<'duty', A>> };
