import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { readRequest } from '../../request/store';
import { decryptField } from '../../shared/cipher';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { maskPhone } from '../../shared/mask';
import { isHiddenFrom } from '../../shared/visibility';
import { handOut } from './hand-out';
import { makeAssignmentSheet } from './rules/assignment-sheet';
import { tellsUnit, toAssignment } from './rules/printed-request';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'assignmentSheet'>;

async function run({ now, admitted }: Call, { township, request: id }: Asked): Promise<Answer<PrintedFile>> {
  const [known, request] = await Promise.all([recallTownship(township, now), readRequest(township, id)]);
  if (!known || !request || isHiddenFrom(admitted?.person, request, known.directory))
    return refuse('not-found');
  const { name, phone } = tellsUnit(request) ? request : {};
  const asker = {
    ...(name !== undefined && { name: decryptField(name) }),
    ...(phone !== undefined && { phone: maskPhone(decryptField(phone)) }),
  };
  const assignment = toAssignment(request, known.directory, asker);
  return assignment
    ? handOut(township, makeAssignmentSheet(known.directory, assignment))
    : refuse('not-found');
}

export const assignmentSheet: Action<Asked, PrintedFile> = {
  write: false,
  input: reportInputs.assignmentSheet,
  run,
};
