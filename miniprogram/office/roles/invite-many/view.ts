/** Several are invited at once: whom nobody invited, which of them are chosen, and what keeps them from being sent. */
import { LIMITS } from '../../../contract/limits';
import { readTail } from '../../../contract/text';
import type { Output } from '../../../contract/wire';
import { ROLE_LABELS } from '../../../contract/roles';

export type Uninvited = Output<'registry', 'listUninvited'>['people'][number];

/** Person → the digits that were typed; whoever is not chosen is not in it. */
export type Digits = Readonly<Record<string, string>>;

export interface Candidate {
  id: string;
  name: string;
  role: string;
  on: boolean;
  digits: string;
}

export function toCandidates(people: readonly Uninvited[], digits: Digits, search: string): Candidate[] {
  return people
    .filter(({ name }) => name.includes(search.trim()))
    .map(({ person, name, role }) => ({
      id: person,
      name,
      role: ROLE_LABELS[role],
      on: person in digits,
      digits: digits[person] ?? '',
    }));
}

/** Without those who are not on the list any more: somebody else invited them. */
export function keepListed(people: readonly Uninvited[], digits: Digits): Digits {
  const listed = new Set(people.map(({ person }) => person));
  return Object.fromEntries(Object.entries(digits).filter(([person]) => listed.has(person)));
}

/** All that are shown, as many as go out at once; what was typed stays. */
export function chooseShown(shown: readonly Candidate[], digits: Digits): Digits {
  const known = Object.keys(digits);
  const more = shown.filter(({ on }) => !on).slice(0, Math.max(0, LIMITS.actAtOnce - known.length));
  return Object.assign({}, digits, Object.fromEntries(more.map(({ id }) => [id, ''])));
}

/** Why they cannot be sent yet; '' when they can. */
export function sayMissing(digits: Digits): string {
  const typed = Object.values(digits);
  if (typed.length === 0) return '点名字选人，再填各人手机号后四位';
  if (typed.length > LIMITS.actAtOnce) return `一次最多 ${String(LIMITS.actAtOnce)} 位，先去掉几位`;
  const lacking = typed.filter((each) => readTail(each) === undefined).length;
  return lacking > 0 ? `还有 ${String(lacking)} 位没填手机号后四位` : '';
}

/** Each one's result: who went out, and who did not and why. */
export function sayIssued(sent: number, failed: readonly { name: string; why: string }[]): string {
  const out = sent > 0 ? `发了 ${String(sent)} 份邀请。` : '';
  const not = failed.map(({ name, why }) => `${name}：${why}`).join('');
  return [out, not && `没发成的还选着：${not}`].filter(Boolean).join('');
}
