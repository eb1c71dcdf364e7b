import { REPLY_LABELS } from '../../../miniprogram/contract/labels';
import { MEMBERS, OFFICE, type Role } from '../../../miniprogram/contract/roles';
import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { maySee } from '../../congress/suggestion/rules/actors';
import type { SuggestionDocument } from '../../congress/suggestion/rules/suggestion-document';
import { readSuggestion } from '../../congress/suggestion/store';
import { nameOf, type Directory } from '../../registry/directory/rules/directory';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOut } from './hand-out';
import { makeSuggestionPaper, type PaperSuggestion } from './rules/suggestion-papers';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'suggestionPaper'>;

/** A letter that is still to be signed is printed by who answers and by the office alone. */
function toPaper(directory: Directory, one: SuggestionDocument, role: Role): PaperSuggestion {
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
  // What is to be signed, or was.
  const last = (MEMBERS.includes(role) && !OFFICE.includes(role) ? undefined : draft) ?? replies.at(-1);
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

/** One read. Refusals: not-found (none that this caller may see, or it was never handed over). */
async function run(call: Call, { township, suggestion, paper }: Asked): Promise<Answer<PrintedFile>> {
  const [known, found] = await Promise.all([
    recallTownship(township, call.now),
    readSuggestion(township, suggestion),
  ]);
  const { admitted, account } = call;
  if (!known || !admitted || found?.unit === undefined) return refuse('not-found');
  const { governmentUnit } = settingsOf(known.directory.settings);
  const { role, person, unit } = admitted;
  const caller = {
    account,
    role,
    ...(person !== undefined && { person }),
    ...(unit !== undefined && { unit }),
  };
  if (!maySee(caller, found, governmentUnit)) return refuse('not-found');
  return handOut(township, makeSuggestionPaper(paper, toPaper(known.directory, found, role)));
}

export const suggestionPaper: Action<Asked, PrintedFile> = {
  write: false,
  input: reportInputs.suggestionPaper,
  run,
};
