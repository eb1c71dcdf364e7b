/** One person whom the office has to telephone, as its list shows them; words are opened by whoever reads. */
import { ROLE_LABELS } from '../../../../miniprogram/contract/roles';
import type { CallCard } from '../../../../miniprogram/contract/notify';
import type { Instant } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import { maskName } from '../../../shared/mask';

interface Called {
  _id: string;
  person?: string;
  name?: string;
  phone?: string;
  title: string;
  call: string;
  at: Instant;
  called?: { state: 'called' | 'missed' };
}

export function toCall(
  { _id, person, name, phone, title, call, at, called }: Called,
  people: Directory['people'],
  open: (sealed: string) => string,
): CallCard {
  const known = people.find(({ id }) => id === person)?.name;
  return {
    call: _id,
    who: known ?? (name === undefined ? '没留称呼' : maskName(open(name))),
    ...(person !== undefined && { role: ROLE_LABELS.deputy }),
    about: title,
    sentence: call,
    at,
    phone: phone !== undefined,
    state: called?.state ?? 'open',
  };
}
