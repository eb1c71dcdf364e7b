/** From a row of the audit to what chief and administrator read: names, never what anybody said. */
import type { AuditCard } from '../../../../miniprogram/contract/audit';
import { ROLE_LABELS } from '../../../../miniprogram/contract/roles';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';
import type { NamedGrant } from '../../../registry/invitations/rules/invitation';
import { sayDate } from '../../../shared/say-date';
import { actId, nameAct, nameThing } from './audit-words';
import type { AuditRow } from './seal';

export interface Names {
  directory: Pick<Directory, 'people' | 'homes' | 'groups' | 'villages' | 'units'>;
  grants: readonly NamedGrant[];
  /** Numbers of the requests that whoever asks may know of. */
  numbers: ReadonlyMap<string, string>;
}

/** Letters that tell apart two accounts without a name. */
const LETTERS = 4;

function sayWho(by: string, { directory, grants }: Names): string {
  if (by === 'system' || by === '') return '系统';
  const person = nameOf(directory.people, by);
  if (person !== '') return person;
  const grant = grants.find(({ account }) => account === by);
  if (grant) return `${grant.name}（${ROLE_LABELS[grant.role]}）`;
  return `群众 ${by.slice(0, LETTERS)}`;
}

const DAY = /~(\d{4}-\d{2}-\d{2})$/;
const YEAR = /~(\d{4})$/;

/** Which one: a request by its number, a day, whom an invitation is for. */
function sayDocument({ collection, document }: AuditRow, { grants, numbers }: Names): string {
  if (collection === 'requests') return numbers.get(document) ?? '';
  if (collection === 'invitations') {
    const grant = grants.find(({ id }) => id === document);
    return grant ? `${ROLE_LABELS[grant.role]} ${grant.name}` : '';
  }
  const date = DAY.exec(document)?.[1];
  if (date !== undefined) return `${date.slice(0, 4)}年${sayDate(date)}`;
  const year = YEAR.exec(document)?.[1];
  return year === undefined ? '' : `${year}年`;
}

/** Whom or what of the directory it was about. */
function sayAbout(ids: readonly string[], { directory }: Names): string {
  const { people, homes, groups, villages, units } = directory;
  const names = ids.flatMap((id) =>
    [people, units, groups, homes, villages].map((rows) => nameOf(rows, id)).filter((name) => name !== ''),
  );
  return [...new Set(names)].join(' → ');
}

export function toAuditCard(row: AuditRow, names: Names): AuditCard {
  const { _id, at, by, collection, act, of, from, to } = row;
  const on = [nameThing(collection), sayDocument(row, names), sayAbout([of, from, to], names)];
  return {
    row: _id,
    at,
    by,
    who: sayWho(by, names),
    act: actId(collection, act),
    did: nameAct(collection, act) ?? '办了一件事',
    on: on.filter((part) => part !== '').join(' '),
  };
}
