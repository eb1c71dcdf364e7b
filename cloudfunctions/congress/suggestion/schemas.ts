/** What the doors of suggestions take. */
import * as v from 'valibot';
import type {
  SuggestionAct,
  SuggestionFields,
  SuggestionStep,
} from '../../../miniprogram/contract/congress/suggestion';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input } from '../../../miniprogram/contract/wire';
import { id, line, localDate, township, words as text } from '../../shared/schemas';

export const documentId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{16}$/));
const words = text(LIMITS.stepWords);
const maybe = v.exactOptional(words);
const written = {
  title: line(LIMITS.title),
  grounds: text(LIMITS.suggestionText),
  plan: text(LIMITS.suggestionText),
};
const units = { lead: id, assist: v.pipe(v.array(id), v.maxLength(LIMITS.assistingUnits)) };
const difficult = v.exactOptional(v.boolean());
const opinion = v.picklist(['satisfied', 'basic', 'dissatisfied']);
const requests = v.pipe(v.array(documentId), v.maxLength(LIMITS.suggestionRequests));

type Entries<A extends SuggestionAct> = { readonly [F in keyof SuggestionFields[A]]-?: v.GenericSchema };

const FIELDS: { readonly [A in SuggestionAct]: Entries<A> } = {
  edit: written,
  ask: { persons: v.pipe(v.array(id), v.minLength(1), v.maxLength(LIMITS.cosigners)) },
  submit: {},
  withdraw: { words },
  opine: { opinion, words: maybe },
  cosign: {},
  decline: { words: maybe },
  examine: { words: maybe },
  sendBack: { words },
  toLetter: { words },
  passUp: { words },
  opineOnPaper: { opinion, date: localDate, words: maybe },
  includeInPlan: { words },
  dispatch: { words },
  urge: { words: maybe },
  publish: { title: line(LIMITS.title), result: text(LIMITS.summary) },
  unpublish: {},
  entrust: { words: maybe, difficult },
  assign: { ...units, difficult, words: maybe },
  settle: { then: v.picklist(['redo', 'close']), words },
  decideKey: { agreed: v.boolean(), words },
  endKey: { words: maybe },
  proposeKey: { words },
  nameUnits: { ...units, words: maybe },
  contact: { date: localDate, words },
  return: { words },
  assistReply: { words },
  writeReply: {
    letter: line(LIMITS.title),
    signer: line(LIMITS.name),
    class: v.picklist(['A', 'B', 'C', 'D']),
    words,
    doneBy: v.exactOptional(localDate),
  },
  reply: {
    scan: v.pipe(v.string(), v.maxLength(400)),
    paper: v.picklist(['public', 'informational']),
  },
};

const options = Object.entries(FIELDS).map(([act, fields]) =>
  v.strictObject({ act: v.literal(act), ...(fields as v.ObjectEntries) }),
);

/** Each row of FIELDS names exactly the fields of its step; the union is of the same steps. */
const step = v.variant('act', options) as unknown as v.GenericSchema<unknown, SuggestionStep>;

type Door<A extends keyof SuggestionDoors> = v.GenericSchema<unknown, SuggestionDoors[A]>;
interface SuggestionDoors {
  draft: Input<'congress', 'draftSuggestion'>;
  act: Input<'congress', 'actOnSuggestion'>;
  one: Input<'congress', 'suggestion'>;
  letter: Input<'congress', 'openLetter'>;
  list: Input<'congress', 'suggestions'>;
  figures: Input<'congress', 'suggestionFigures'>;
  cluster: Input<'congress', 'draftFromRequests'>;
  earlier: Input<'congress', 'earlierSuggestions'>;
  published: Input<'congress', 'publicSuggestions'>;
  guide: Input<'congress', 'suggestionGuide'>;
}

export const draftInput: Door<'draft'> = v.strictObject({
  township,
  category: id,
  session: v.exactOptional(id),
  requests,
  ...written,
});
export const actInput: Door<'act'> = v.strictObject({ township, suggestion: documentId, step });
export const oneInput: Door<'one'> = v.strictObject({ township, suggestion: documentId });
export const letterInput: Door<'letter'> = v.strictObject({
  township,
  suggestion: documentId,
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
const after = v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-z-]{8,40}$/)));
export const listInput: Door<'list'> = v.strictObject({
  township,
  queue: v.picklist(['mine', 'asked', 'unit', 'examine', 'decide', 'waiting', 'promised', 'key', 'all']),
  closed: v.exactOptional(v.literal(true)),
  after,
});
export const figuresInput: Door<'figures'> = v.strictObject({ township, session: v.exactOptional(id) });
export const clusterInput: Door<'cluster'> = v.strictObject({
  township,
  requests: v.pipe(v.array(documentId), v.minLength(1), v.maxLength(LIMITS.suggestionRequests)),
});
export const earlierInput: Door<'earlier'> = v.strictObject({ township, category: id });
export const publishedInput: Door<'published'> = v.strictObject({ township, after });
export const guideInput: Door<'guide'> = v.strictObject({ township });
