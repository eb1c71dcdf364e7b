import { REPLY_LABELS } from '../../../miniprogram/contract/labels';
import { MEMBERS, OFFICE, WITH_SUGGESTIONS } from '../../../miniprogram/contract/roles';
import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { maySee, type Caller } from '../../congress/suggestion/rules/actors';
import type { SuggestionDocument } from '../../congress/suggestion/rules/suggestion-document';
import { readSuggestion } from '../../congress/suggestion/store';
import { nameOf, type Directory } from '../../registry/directory/rules/directory';
import { settingsOf } from '../../registry/directory/rules/settings';
import { listRoles } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOut } from './hand-out';
import { makeSuggestionPaper, type PaperSuggestion } from './rules/suggestion-papers';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'suggestionPaper'>;

/** A letter that is still to be signed is printed by who answers and by the office alone. */
function toPaper(directory: Directory, one: SuggestionDocument, seeing: readonly Caller[]): PaperSuggestion {
  const { people, units, card } = directory;
  const {
    number,
    title,
    grounds,
    plan,
    lead,
    asked,
    unit,
    assist = [],
    replyBy,
    contactedOn,
    replies,
    draft,
  } = one;
  const agreed = Object.entries(asked).filter(([, consent]) => consent === 'agreed');
  const signs = seeing.some(({ role }) => OFFICE.includes(role) || !MEMBERS.includes(role));
  // What is to be signed, or was.
  const last = (signs ? draft : undefined) ?? replies.at(-1);
  return {
    card,
    number,
    title,
    grounds,
    plan,
    lead: nameOf(people, lead),
    cosigners: agreed.map(([person]) => nameOf(people, person)),
    unit: unit === undefined ? '' : nameOf(units, unit),
    assist: assist.map((each) => nameOf(units, each)),
    ...(replyBy !== undefined && { replyBy }),
    ...(contactedOn !== undefined && { contactedOn }),
    ...(last && {
      reply: {
        letter: last.letter,
        signer: last.signer,
        class: REPLY_LABELS[last.class],
        words: last.words,
        on: toLocalDate(last.at),
      },
    }),
  };
}

/**
 * Two reads. Refusals: not-found (none that this caller may see in any of their roles, or it was never handed over).
 */
async function run(call: Call, { township, suggestion, paper }: Asked): Promise<Answer<PrintedFile>> {
  const [known, held, found] = await Promise.all([
    recallTownship(township, call.now),
    listRoles(call, WITH_SUGGESTIONS),
    readSuggestion(township, suggestion),
  ]);
  if (!known || found?.unit === undefined) return refuse('not-found');
  const { directory } = known;
  const { governmentUnit } = settingsOf(directory.settings);
  const callers = held.map((one): Caller => Object.assign({ account: call.account }, one));
  const seeing = callers.filter((caller) => maySee(caller, found, governmentUnit));
  if (seeing.length === 0) return refuse('not-found');
  return handOut(township, makeSuggestionPaper(paper, toPaper(directory, found, seeing)));
}

export const suggestionPaper: Action<Asked, PrintedFile> = {
  write: false,
  input: reportInputs.suggestionPaper,
  run,
};
