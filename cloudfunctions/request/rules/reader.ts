/** In what quality somebody reads a request. */
import type { Role } from '../../../miniprogram/contract/registry';
import type { RequestDocument } from './request-document';

/**
 * asker: who reflected it · owner: the deputy or leader who has it · leader: of its group · office: staff, chief.
 */
export type Reader = 'asker' | 'owner' | 'leader' | 'office';

interface Grant {
  role: Role;
  person?: string;
  group?: string;
}

/** What a confirmed grant of the same township makes of its holder here; undefined: a stranger to the matter. */
export function readerBy(
  grant: Grant,
  request: Pick<RequestDocument, 'owner' | 'group'>,
): Reader | undefined {
  const { role, person = '', group = '' } = grant;
  if (role === 'staff' || role === 'chief') return 'office';
  if (role !== 'deputy' && role !== 'leader') return undefined;
  if (person !== '' && person === request.owner.person) return 'owner';
  return role === 'leader' && group !== '' && group === request.group ? 'leader' : undefined;
}
