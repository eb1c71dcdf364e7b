/** What the form starts with: the kept draft, filled up with what the phone already knows. */
import { loadDraft, routeQuestionOf } from '../../platform/drafts';
import type { Draft } from '../../platform/kept';
import { recall } from '../../platform/storage';
import type { Whereabouts } from '../../platform/kept';
import { previewRoute } from '../../services/request';
import { getPublished } from '../../services/request-lists';
import { sayRoute, toSimilar, UNKNOWN_GROUP } from './view';
import type { SimilarView } from './view';

export function openDraft(where: Whereabouts): Draft {
  const draft = loadDraft(where.township);
  const self = recall('self');
  const village = draft.village || (where.village ?? '');
  const known = village === where.village ? (where.villagerGroup ?? '') : '';
  return {
    ...draft,
    village,
    villagerGroup: draft.villagerGroup || known,
    name: draft.name || (self?.name ?? ''),
    phone: draft.phone || (self?.phone ?? ''),
  };
}

/** The question that opens by itself; empty when village and category are known. */
export function nextQuestion(draft: Draft): string {
  if (!draft.village) return 'village';
  return draft.category ? '' : 'category';
}

/** What one answer changes: another village or category is also another route. */
export function answer(question: string, id: string): Partial<Draft> {
  if (question === 'village') return { village: id, villagerGroup: '', group: '' };
  if (question === 'villagerGroup') return { villagerGroup: id === UNKNOWN_GROUP ? '' : id };
  if (question === 'category') return { category: id, group: '' };
  return question === 'kind' ? { kind: id as Draft['kind'] } : { group: id };
}

/** Where it would go, in words; nothing while village or category is open. */
export async function routeWords(draft: Draft): Promise<{ route: string; routeReason: string }> {
  if (!draft.village || !draft.category) return { route: '', routeReason: '' };
  const result = await previewRoute(routeQuestionOf(draft));
  return result.ok ? sayRoute(result.data) : { route: '', routeReason: '会交给谁，联网后告诉您。' };
}

/** Published ones like it; nothing while village or category is open, or when it cannot be asked now. */
export async function lookForSimilar(
  { village, category }: Draft,
  words: string,
): Promise<SimilarView | null> {
  if (!village || !category) return null;
  const result = await getPublished(village, category);
  return result.ok ? toSimilar(result.data, words) : null;
}
