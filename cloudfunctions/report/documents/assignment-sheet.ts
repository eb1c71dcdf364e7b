import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import type { Directory } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import type { RequestDocument } from '../../request/rules/request-document';
import { readRequest, readRequests } from '../../request/store';
import { toLocalDate } from '../../shared/china-time';
import { sayDated } from './rules/words';
import { decryptField } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { maskPhone } from '../../shared/mask';
import { isHiddenFrom } from '../../shared/visibility';
import { handOut } from './hand-out';
import { makeAssignmentSheet } from './rules/assignment-sheet';
import { tellsUnit, toAssignment } from './rules/printed-request';
import { joinSheets, type Sheet } from './rules/sheet';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'assignmentSheet'>;
type Several = Input<'report', 'assignmentSheets'>;

/** Undefined: the caller may not know of it, or it is assigned to nobody. */
function sheetOf(
  request: RequestDocument | undefined,
  { admitted }: Call,
  directory: Directory,
): Sheet | undefined {
  if (!request || isHiddenFrom(admitted?.person, request, directory)) return undefined;
  const { name, phone } = tellsUnit(request) ? request : {};
  const asker = {
    ...(name !== undefined && { name: decryptField(name) }),
    ...(phone !== undefined && { phone: maskPhone(decryptField(phone)) }),
  };
  const assignment = toAssignment(request, directory, asker);
  return assignment && makeAssignmentSheet(directory, assignment);
}

async function run(call: Call, { township, request: id }: Asked): Promise<Answer<PrintedFile>> {
  const [known, request] = await Promise.all([recallTownship(township, call.now), readRequest(township, id)]);
  const sheet = known && sheetOf(request, call, known.directory);
  return sheet ? handOut(township, sheet) : refuse('not-found');
}

/** One read for all of them; which of them could not be printed is told. */
async function runAll(
  call: Call,
  { township, requests }: Several,
): Promise<Answer<Output<'report', 'assignmentSheets'>>> {
  const [known, found] = await Promise.all([
    recallTownship(township, call.now),
    readRequests(township, requests),
  ]);
  if (!known) return refuse('not-found');
  const sheets = requests.map((id) => ({
    id,
    sheet: sheetOf(
      found.find(({ _id }) => _id === id),
      call,
      known.directory,
    ),
  }));
  const [first, ...others] = sheets.flatMap(({ sheet }) => sheet ?? []);
  if (!first) return refuse('not-found');
  const count = others.length + 1;
  const name = `转办单 ${String(count)}件 ${sayDated(toLocalDate(call.now))}`;
  const printed = await handOut(township, joinSheets(name, first, others));
  const refused = sheets.flatMap(({ id, sheet }) => (sheet ? [] : [id]));
  return printed.ok ? ok({ ...printed.data, refused }) : printed;
}

export const assignmentSheet: Action<Asked, PrintedFile> = {
  write: false,
  input: reportInputs.assignmentSheet,
  run,
};

export const assignmentSheets: Action<Several, Output<'report', 'assignmentSheets'>> = {
  write: false,
  input: reportInputs.assignmentSheets,
  run: runAll,
};
