import { DOOR_LABELS, KIND_LABELS } from '../../../miniprogram/contract/labels';
import type { PrintedFile } from '../../../miniprogram/contract/report';
import { OFFICE } from '../../../miniprogram/contract/roles';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { nameOf, type Directory } from '../../registry/directory/rules/directory';
import { holdsOne } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { titleOf } from '../../request/lists/rules/request-card';
import type { RequestDocument } from '../../request/rules/request-document';
import { nameHolder } from '../../request/routing/rules/decide-route';
import { readRequest } from '../../request/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { isHiddenFrom } from '../../shared/visibility';
import { handOut } from './hand-out';
import { makeReceipt, type Receipt } from './rules/receipt';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'receipt'>;

/** Whoever entered it hands the paper over and reads nothing on it that they may not read any more. */
type Holder = 'asker' | 'office' | 'operator';

async function findHolder(
  call: Call,
  request: RequestDocument,
  directory: Directory,
): Promise<Holder | undefined> {
  if (request.account === call.account) return 'asker';
  const admitted = await call.admit();
  if (!admitted.ok || isHiddenFrom(admitted.data.person, request, directory)) return undefined;
  const { role, person = call.account } = admitted.data;
  if (OFFICE.includes(role) || (await holdsOne(call, OFFICE))) return 'office';
  return request.operator === person ? 'operator' : undefined;
}

/** The words with which somebody was told in writing: those of the step, or of the answer that said it. */
function sayTold(request: RequestDocument, directory: Directory): Receipt['told'] {
  const { word, steps, door } = request;
  if (!word?.told) return undefined;
  const said = (of: string) =>
    steps.filter(({ act, words }) => act === of && words !== undefined).at(-1)?.words;
  return {
    on: word.told.on,
    words: said('tellWhere') ?? said('outOfScope') ?? `已经交给${nameHolder(directory, request)}办理。`,
    ...(door && { door: DOOR_LABELS[door] }),
  };
}

function toReceipt(request: RequestDocument, directory: Directory, holder: Holder): Receipt {
  const { number, createdAt, kind, village, category, open, due, word } = request;
  const told = holder === 'operator' ? undefined : sayTold(request, directory);
  return {
    number,
    registeredOn: toLocalDate(createdAt),
    kind: KIND_LABELS[kind],
    village: nameOf(directory.villages, village),
    category: nameOf(directory.categories, category),
    title: holder === 'operator' ? '' : titleOf(request, directory, holder),
    holder: nameHolder(directory, request),
    ...(open && { nextDate: due }),
    ...(word && { tellBy: word.by }),
    ...(told && { told }),
  };
}

/** Two calls, for a role one or two more. Whoever may not have it is told that it is not there. */
async function run(call: Call, { township, request: id }: Asked): Promise<Answer<PrintedFile>> {
  const [known, request] = await Promise.all([recallTownship(township, call.now), readRequest(township, id)]);
  if (!known || !request || request.state === 'withdrawn') return refuse('not-found');
  const holder = await findHolder(call, request, known.directory);
  if (!holder) return refuse('not-found');
  return handOut(township, makeReceipt(known.directory, toReceipt(request, known.directory, holder)));
}

export const receipt: Action<Asked, PrintedFile> = { write: false, input: reportInputs.receipt, run };
