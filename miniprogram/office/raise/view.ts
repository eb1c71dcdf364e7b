/** From what was begun for a visitor and the directory to the words of 转为意见. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import { LIMITS } from '../../contract/limits';
import { readPhone } from '../../contract/text';
import type { VisitState } from '../../contract/desk';
import type { Places } from '../../contract/registry';
import type { Route } from '../../contract/request';
import { missingIn } from '../../platform/drafts';
import type { Draft } from '../../platform/kept';
import type { SentRequest } from '../../services/send-request';

/** What the desk knows of whoever it was talking with. */
export interface Visitor {
  number: string;
  name: string;
  phoneTail: string;
  from: VisitState;
  seat: string;
}

export interface RaiseScreen {
  who: string;
  villages: readonly { id: string; name: string }[];
  village: string;
  categories: readonly Choice[];
  phoneHint: string;
  canRecord: boolean;
  canShoot: boolean;
  reason: string;
}

export interface SentScreen {
  request: string;
  number: string;
  to: string;
}

const MISSING = {
  village: '请先选是哪个村的事',
  category: '请先选是哪方面的事',
  content: '录一段、写几句或拍张照，有一样就行',
};

export function sayReason(draft: Draft): string {
  const missing = missingIn(draft);
  if (missing) return MISSING[missing];
  return draft.phone === '' || readPhone(draft.phone) !== undefined ? '' : '电话号码好像不对，可以不留';
}

export function toRaiseScreen(draft: Draft, places: Places | null, visitor: Visitor): RaiseScreen {
  const { phoneTail } = visitor;
  return {
    who: `${visitor.number} ${visitor.name}`,
    villages: (places?.villages ?? []).map(({ id, name }) => ({ id, name })),
    village: places?.villages.find(({ id }) => id === draft.village)?.name ?? '',
    categories: (places?.categories ?? []).map(({ id, name }) => ({ id, text: name })),
    phoneHint: phoneTail
      ? `登记时留了尾号 ${phoneTail}，不写就用那个。`
      : '登记时没有留电话。不留也行，结果到代表之家看。',
    canRecord: draft.recordings.length < LIMITS.recordings,
    canShoot: draft.photos.length < LIMITS.photos,
    reason: sayReason(draft),
  };
}

function sayTo({ owner, groupName }: Route): string {
  return [groupName ?? owner.groupName, owner.name].filter(Boolean).join('，');
}

export function sayRoute(route: Route): string {
  return `会交给：${sayTo(route)}`;
}

export function toSentScreen({ request, number, route }: SentRequest): SentScreen {
  return { request, number, to: `已经交给：${sayTo(route)}` };
}
