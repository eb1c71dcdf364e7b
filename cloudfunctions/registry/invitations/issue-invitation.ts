import type { Issued } from '../../../miniprogram/contract/registry-office';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { INVITERS } from '../../../miniprogram/contract/roles';
import { holdsOne } from './grants-store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { invitationInputs } from './schemas';
import { issue } from './issue';
import { toInvitee } from './rules/invite';
import { recallTownship } from '../store';

type Invite = Input<'registry', 'issueInvitation'>;

async function run(call: Call, input: Invite): Promise<Answer<Issued>> {
  if (!(await holdsOne(call, INVITERS[input.role]))) return refuse('role-beyond');
  const known = await recallTownship(call.township, call.now);
  if (!known) return refuse('not-found');
  const invitee = toInvitee(known.directory, input, toLocalDate(call.now));
  if ('ok' in invitee) return invitee;
  return issue(call, known.directory, { ...invitee, role: input.role }, input.phoneLast4);
}

export const issueInvitation: Action<Invite, Issued> = {
  write: true,
  input: invitationInputs.issueInvitation,
  run,
};
