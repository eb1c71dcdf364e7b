import { REPLY_LABELS } from '../../contract/labels';
import type { PublicSuggestion } from '../../contract/congress/suggestion';
import { showOn } from '../../view/paged';
import type { Paged } from '../../view/paged';
import { listPublicSuggestions } from '../../services/congress';
import { definePage } from '../../platform/page';

function toScreen({ rows, next }: Paged<PublicSuggestion>) {
  return {
    items: rows.map((row) => ({
      suggestion: row.suggestion,
      title: row.title,
      result: row.result,
      about: [row.categoryName, row.unitName, row.class && REPLY_LABELS[row.class]]
        .filter(Boolean)
        .join(' · '),
    })),
    more: next !== undefined,
  };
}

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    screen: null as ReturnType<typeof toScreen> | null,
    skeleton: ['card', 'card'],
  },
  paged: undefined as Paged<PublicSuggestion> | undefined,

  async onShow() {
    await this.load();
  },
  async load() {
    this.paged = undefined;
    await this.loadMore();
  },
  async loadMore() {
    await showOn(this, listPublicSuggestions, ({ suggestions }) => suggestions, toScreen);
  },
});
