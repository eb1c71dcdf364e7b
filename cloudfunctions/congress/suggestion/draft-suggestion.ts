import type { SuggestionActed } from '../../../miniprogram/contract/congress/suggestion';
import type { Answer, Input, LocalDate } from '../../../miniprogram/contract/wire';
import { membersOn, type Directory, type Member } from '../../registry/directory/rules/directory';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { addWorkingDays, holidaysOf } from '../../request/life/rules/deadline';
import { readRequests } from '../../request/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { isHiddenFrom } from '../../shared/visibility';
import { toActed } from './act-on-suggestion';
import { facetsOf, suggestionNumber, type SuggestionDocument } from './rules/suggestion-document';
import { draftInput } from './schemas';
import { createSuggestion, dueSeqOf, readSuggestion, seqOf, suggestionId } from './store';

type Asked = Input<'congress', 'draftSuggestion'>;

function born(call: Call, asked: Asked, author: Member, due: LocalDate): SuggestionDocument {
  const { now, account, key, bodyHash, township } = call;
  const { category, session, requests, title, grounds, plan } = asked;
  const id = suggestionId(township, account, key);
  const lead = author.person;
  const about = { lead, asked: {}, ...(session !== undefined && { session }) };
  return {
    ...about,
    _id: id,
    township,
    rev: 1,
    number: suggestionNumber(id, toLocalDate(now)),
    born: { k: key, h: bodyHash },
    level: author.level ?? 'town',
    category,
    requests,
    title,
    grounds,
    plan,
    state: 'drafting',
    open: true,
    due,
    dueSeq: dueSeqOf(due, id),
    seq: seqOf(now, id),
    createdAt: now,
    replies: [],
    redone: 0,
    facets: facetsOf(about),
    steps: [{ at: now, act: 'draft', by: lead }],
    acts: [],
  };
}

/** A request that is kept from the author is as good as none. */
async function check(
  { township, admitted }: Call,
  asked: Asked,
  directory: Directory,
): Promise<string | undefined> {
  if (!directory.categories.some(({ id }) => id === asked.category)) return 'category';
  const ids = [...new Set(asked.requests)];
  if (ids.length === 0) return undefined;
  const found = await readRequests(township, ids);
  const known = found.filter((request) => !isHiddenFrom(admitted?.person, request, directory));
  return known.length === ids.length ? undefined : 'requests';
}

/** One call, two with requests; a phone that tries again costs one more. A deputy in office alone may. */
async function run(call: Call, asked: Asked): Promise<Answer<SuggestionActed>> {
  const known = await recallTownship(asked.township, call.now);
  if (!known) return refuse('not-found');
  const { directory } = known;
  const today = toLocalDate(call.now);
  const author = membersOn(directory.people, today).find(
    ({ person, level }) => level !== undefined && person === call.admitted?.person,
  );
  if (!author) return refuse('not-allowed');
  const field = await check(call, asked, directory);
  if (field !== undefined) return refuse('bad-input', { field });
  const { suggestionDraftDays } = settingsOf(directory.settings);
  const due = addWorkingDays(today, suggestionDraftDays, holidaysOf(directory));
  const suggestion = born(call, asked, author, due);
  if (await createSuggestion(suggestion, call.key)) return ok(toActed(suggestion));
  const before = await readSuggestion(call.township, suggestion._id);
  if (!before) return refuse('busy');
  return before.born.h === call.bodyHash ? ok(toActed(before)) : refuse('key-reused');
}

export const draftSuggestion: Action<Asked, SuggestionActed> = { write: true, input: draftInput, run };
