/** What the lists take. */
import * as v from 'valibot';
import { LIMITS } from '../../../miniprogram/contract/limits';
import { MANY_ACTS, type RequestListActions } from '../../../miniprogram/contract/request-lists';
import { officeQueue, requestFilter } from '../../shared/request-schemas';
import { id, line, name, township, words } from '../../shared/schemas';
import { requestIdSchema, stepInput } from '../life/step-schema';
import { request } from '../submit/schemas';

type In<A extends keyof RequestListActions> = v.GenericSchema<unknown, RequestListActions[A]['input']>;

/** A date or an instant, and letters of an id. */
const after = v.pipe(v.string(), v.regex(/^(\d{13}|\d{4}-\d{2}-\d{2})[0-9a-z]{8}$/));
const paged = { township, after: v.exactOptional(after) };

export const ownedInput: In<'listOwned'> = v.strictObject({
  ...paged,
  scope: v.picklist(['mine', 'following']),
});
export const pagedInput: In<'listPassedUp'> = v.strictObject(paged);
export const boardInput: In<'board'> = v.strictObject({ ...paged, mine: v.exactOptional(v.literal(true)) });
export const officeInput: In<'listOffice'> = v.strictObject({
  ...paged,
  queue: officeQueue,
  filter: v.exactOptional(requestFilter),
});
export const unitInput: In<'listUnit'> = v.strictObject({
  ...paged,
  closed: v.exactOptional(v.literal(true)),
});
export const publishedInput: In<'published'> = v.strictObject({ township, village: id, category: id });
export const oneInput: In<'similar'> = v.strictObject({ township, request: requestIdSchema });
export const answerPassedUpInput: In<'answerPassedUp'> = v.strictObject({
  township,
  request: requestIdSchema,
  words: words(LIMITS.stepWords),
});
export const findInput: In<'find'> = v.strictObject({ township, text: line(LIMITS.title) });
const manyStep = v.pipe(
  stepInput,
  v.check(({ act }) => (MANY_ACTS as readonly string[]).includes(act)),
);
export const actManyInput: In<'actMany'> = v.strictObject({
  township,
  acts: v.pipe(
    v.array(v.strictObject({ request: requestIdSchema, step: manyStep })),
    v.minLength(1),
    v.maxLength(LIMITS.actAtOnce),
    v.check((acts) => new Set(acts.map(({ request: one }) => one)).size === acts.length),
  ),
});
export const submitForInput: In<'submitFor'> = v.strictObject({
  ...request,
  name,
  livesIn: id,
});
