/** What request's actions take. */
import * as v from 'valibot';
import type { RequestActions, RouteQuestion, SubmitInput } from '../../../miniprogram/contract/request';
import { LIMITS, PLACE_PATTERN } from '../../../miniprogram/contract/limits';
import { fileName, recording, requestIdSchema } from '../life/step-schema';
import { id, localDate, name, phone, township, words } from '../../shared/schemas';

const privacy = v.strictObject({
  hideName: v.boolean(),
  notOwnVillage: v.boolean(),
  publishable: v.boolean(),
  joinable: v.exactOptional(v.boolean()),
  unitMayCall: v.exactOptional(v.boolean()),
});
const question = {
  township,
  village: id,
  villagerGroup: v.exactOptional(id),
  category: id,
  deputy: v.exactOptional(id),
  group: v.exactOptional(id),
  recused: v.exactOptional(v.pipe(v.array(id), v.maxLength(LIMITS.recused))),
  privacy,
};

export const routeQuestion: v.GenericSchema<unknown, RouteQuestion> = v.strictObject(question);

export const request = {
  ...question,
  kind: v.picklist(['consult', 'report', 'suggest']),
  text: v.exactOptional(words(LIMITS.text)),
  photos: v.pipe(v.array(fileName), v.maxLength(LIMITS.photos)),
  recordings: v.pipe(v.array(recording), v.maxLength(LIMITS.recordings)),
  phone: v.exactOptional(phone),
};

export const submitInput: v.GenericSchema<unknown, SubmitInput> = v.strictObject({
  ...request,
  name: v.exactOptional(name),
});

type FromVisit = RequestActions['submitFromVisit']['input'];
const booking = v.pipe(v.string(), v.regex(/^[bw]?[0-9a-z]{16}-b[0-9a-z]{8}$/));
const place = v.pipe(v.string(), v.regex(PLACE_PATTERN));
export const fromVisitInput: v.GenericSchema<unknown, FromVisit> = v.strictObject({
  ...request,
  visit: v.strictObject({ date: localDate, place, booking }),
});

/** The `seq` of a request. */
const after = v.pipe(v.string(), v.regex(/^\d{13}[0-9a-z]{8}$/));
export const listMineInput: v.GenericSchema<unknown, RequestActions['listMine']['input']> = v.strictObject({
  township,
  after: v.exactOptional(after),
});

export const oneRequest: v.GenericSchema<unknown, { township: string; request: string }> = v.strictObject({
  township,
  request: requestIdSchema,
});
