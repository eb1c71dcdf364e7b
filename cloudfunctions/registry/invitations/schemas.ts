/** What the doors of the invitations' actions accept. */
import * as v from 'valibot';
import { ROLE_IDS } from '../../../miniprogram/contract/roles';
import type { Input } from '../../../miniprogram/contract/wire';
import { id, inParts, line, name, phoneLast4, township } from '../../shared/schemas';

const REASON = 60;

const invitation = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{16}$/));
const one = { township, invitation };

type Of<A extends keyof typeof named> = v.GenericSchema<unknown, Input<'registry', A>>;

const named = {
  issueInvitation: v.strictObject({
    township,
    role: v.picklist(ROLE_IDS),
    person: v.exactOptional(id),
    name: v.exactOptional(name),
    village: v.exactOptional(id),
    unit: v.exactOptional(id),
    phoneLast4,
  }),
  listInvitations: v.strictObject({
    township,
    state: v.picklist(['issued', 'claimed', 'confirmed', 'revoked']),
    after: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{13}[0-9a-z]{8}$/))),
  }),
  listUninvited: v.strictObject({ township, ...inParts }),
  confirmInvitation: v.strictObject(one),
  revokeInvitation: v.strictObject({ ...one, reason: line(REASON) }),
  reissueInvitation: v.strictObject({ ...one, phoneLast4 }),
  setUp: v.strictObject({ township, name, secret: v.pipe(v.string(), v.maxLength(200)) }),
};

export const invitationInputs: { readonly [A in keyof typeof named]: Of<A> } = named;
