/** A suggestion as a row of a list. */
import type { SuggestionCard } from '../../../../miniprogram/contract/congress/suggestion';
import { SUGGESTION_OWNERS } from '../../../../miniprogram/contract/congress/suggestion-labels';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';
import { ownerOf } from './owner';
import type { SuggestionDocument } from './suggestion-document';

function ownerName(directory: Directory, suggestion: SuggestionDocument): string {
  const owner = ownerOf(suggestion);
  if (owner === 'deputy') return nameOf(directory.people, suggestion.lead);
  if (owner === 'unit') return nameOf(directory.units, suggestion.unit ?? '');
  return SUGGESTION_OWNERS[owner];
}

function agreed({ asked }: SuggestionDocument): number {
  return Object.values(asked).filter((consent) => consent === 'agreed').length;
}

export function toSuggestionCard(directory: Directory, suggestion: SuggestionDocument): SuggestionCard {
  const { _id, number, title, category, state, lead, unit, due, key, open, createdAt } = suggestion;
  return {
    suggestion: _id,
    number,
    title,
    categoryName: nameOf(directory.categories, category),
    state,
    owner: ownerOf(suggestion),
    ownerName: ownerName(directory, suggestion),
    leadName: nameOf(directory.people, lead),
    cosigners: agreed(suggestion),
    ...(unit !== undefined && { unitName: nameOf(directory.units, unit) }),
    ...(open && { due }),
    key: key?.state === 'decided',
    at: createdAt,
  };
}
