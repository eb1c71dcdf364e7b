/** From the draft and the directory to the words of 我要反映. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import { KIND_LABELS } from '../../contract/labels';
import { LIMITS } from '../../contract/limits';
import { readPhone } from '../../contract/text';
import type { Places, VillageCard } from '../../contract/registry';
import type { Privacy, RequestKind, Route } from '../../contract/request';
import type { BoardItem } from '../../contract/request-lists';
import { hasContent, missingIn } from '../../platform/drafts';
import type { Draft } from '../../platform/kept';

export interface SubmitScreen {
  villageAnswer: string;
  villages: readonly Choice[];
  villagerGroups: readonly Choice[];
  categoryAnswer: string;
  categories: readonly Choice[];
  kindAnswer: string;
  contactAnswer: string;
  seenBy: string;
  groups: readonly Choice[];
  canRecord: boolean;
  canShoot: boolean;
  reason: string;
}

/** 不知道: a villager group need not be known. */
export const UNKNOWN_GROUP = 'unknown';
/** More villages than this are found by typing. */
const MOST_VILLAGES = 24;
/** The server counts no further. */
const MANY = 20;

export const KINDS: readonly Choice[] = (
  [
    ['report', '有事要人管'],
    ['consult', '想问一问'],
    ['suggest', '有个主意'],
  ] as const
).map(([id, hint]) => ({ id, text: KIND_LABELS[id], hint }));

/** No category: choosing it leads to the right door. */
const DISCIPLINE: Choice = { id: 'discipline', text: '干部违纪违法', hint: '归纪委管，看打哪个电话' };

const MISSING = {
  village: '请先选是哪个村的事',
  category: '请先选是哪方面的事',
  content: '说、写、拍，有一样就能提交',
};

export function toSubmitScreen(
  draft: Draft,
  places: Places | null,
  search: string,
  step: SubmitStep = '',
): SubmitScreen {
  const village = places?.villages.find(({ id }) => id === draft.village);
  const category = places?.categories.find(({ id }) => id === draft.category);
  const kind: RequestKind = draft.kind;
  return {
    villageAnswer: sayVillage(village, draft.villagerGroup),
    villages: findVillages(places?.villages ?? [], search),
    villagerGroups: listVillagerGroups(village),
    categoryAnswer: category?.name ?? '',
    categories: places
      ? [...places.categories.map(({ id, name, hint }) => ({ id, text: name, hint })), DISCIPLINE]
      : [],
    kindAnswer: KIND_LABELS[kind],
    contactAnswer: [draft.name.trim() || '没写称呼', draft.phone || '没留电话'].join('，'),
    seenBy: saySeenBy(draft.privacy),
    groups: (places?.groups ?? []).map(({ id, name }) => ({ id, text: name })),
    canRecord: draft.recordings.length < LIMITS.recordings,
    canShoot: draft.photos.length < LIMITS.photos,
    reason: sayStepReason(draft, step),
  };
}

/** Why it cannot be sent yet; empty: it can. */
function sayReason(draft: Draft): string {
  const missing = missingIn(draft);
  if (missing) return MISSING[missing];
  return draft.phone === '' || readPhone(draft.phone) !== undefined ? '' : '电话号码好像不对，可以不留';
}

/** 长辈版: one question a screen, what happened first; '' is all of them at once. */
export const STEPS = ['say', 'village', 'category', 'send'] as const;
export type SubmitStep = (typeof STEPS)[number] | '';

/** No steps: everything on one page. */
export const ON_ONE_PAGE: { step: SubmitStep } = { step: '' };

/** The part of the form that comes `by` further on, with its question open; the first and the last stay. */
export function turned(draft: Draft, from: SubmitStep, by: 1 | -1) {
  const step: SubmitStep = from && (STEPS[STEPS.indexOf(from) + by] ?? from);
  const open = step === 'village' || step === 'category' ? step : '';
  return { step, open, 'screen.reason': sayStepReason(draft, step) };
}

/** Whether the red button sends from here. */
export function isLast(step: SubmitStep): boolean {
  return step === '' || step === 'send';
}

/** Why it does not go on from here yet. */
export function sayStepReason(draft: Draft, step: SubmitStep): string {
  if (step === 'say') return hasContent(draft) ? '' : MISSING.content;
  if (step === 'village' || step === 'category') return draft[step] ? '' : MISSING[step];
  return sayReason(draft);
}

function sayVillage(village: VillageCard | undefined, villagerGroup: string): string {
  if (!village) return '';
  const group = village.villagerGroups.find(({ id }) => id === villagerGroup);
  return group ? `${village.name} ${group.name}` : village.name;
}

function listVillagerGroups(village: VillageCard | undefined): Choice[] {
  if (!village || village.villagerGroups.length === 0) return [];
  const groups = village.villagerGroups.map(({ id, name }) => ({ id, text: name }));
  return [...groups, { id: UNKNOWN_GROUP, text: '不知道' }];
}

/** By today's name or a former one. */
export function findVillages(villages: readonly VillageCard[], search: string): Choice[] {
  const text = search.trim();
  return villages
    .flatMap(({ id, name, formerNames }) => {
      const former = text ? formerNames.find((each) => each.includes(text)) : undefined;
      if (text && !name.includes(text) && former === undefined) return [];
      return former === undefined ? [{ id, text: name }] : [{ id, text: name, hint: `原${former}` }];
    })
    .slice(0, MOST_VILLAGES);
}

/** 谁能看到, before it is sent. */
export function saySeenBy({ hideName, notOwnVillage, publishable, unitMayCall }: Privacy): string {
  const who = notOwnVillage ? '人大办和接手的代表（不是本村的）' : '接手的代表、小组组长和人大办';
  const name = hideName ? '代表看不到您的名字、电话、录音和照片。' : '';
  const unit = unitMayCall ? '交给单位办时，单位看得到您的称呼。' : '';
  const phone = '电话要说明原因才看得到，谁看了会记下来。';
  return `能看到的人：${who}。${name}${unit}${phone}${publishable ? '可以公开：办的时候只公开一句题目，办结后公开结果，都不写名字。' : '不会公开。'}`;
}

export interface SimilarView {
  /** 本村道路类已有 5 件; empty: too few to say. */
  count: string;
  items: readonly { request: string; title: string; result: string; joined: string }[];
}

/** What the office published of this village and category, and how many there were; null: nothing to show. */
export function toSimilar(
  { items, count }: { items: readonly BoardItem[]; count?: number },
  category: string,
): SimilarView | null {
  if (items.length === 0 && count === undefined) return null;
  const many = count === undefined ? '' : `${String(count)} 件${count >= MANY ? '以上' : ''}`;
  return {
    count: many && `一年里，本村${category}类已有 ${many}`,
    items: items.map(({ request, title, result, joined }) => ({
      request,
      title,
      result: result || '正在办',
      joined: joined > 1 ? `${String(joined)} 人反映` : '',
    })),
  };
}

/** 会交给…, with the reason. */
export function sayRoute(route: Route): { route: string; routeReason: string } {
  const { owner, groupName } = route;
  const group = groupName ?? owner.groupName;
  const to = owner.kind === 'office' ? owner.name : group ? `${group}，${owner.name}` : owner.name;
  return { route: to, routeReason: route.reason };
}
