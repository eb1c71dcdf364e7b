import { REPLY_LABELS } from '../../contract/labels';
import type { HandlingFigures, PublicSuggestion } from '../../contract/congress/suggestion';
import { showOn } from '../../view/paged';
import type { Paged } from '../../view/paged';
import { listPublicSuggestions } from '../../services/congress';
import { definePage } from '../../platform/page';

/** How many there are: the whole in a sentence, then category by category. */
function sayFigures({ total, answered, done, promised, open, categories }: HandlingFigures) {
  return {
    whole: `共收到代表建议${String(total)}件：办复${String(answered)}件，其中落实${String(done)}件，承诺办理${String(promised)}件；正在办理${String(open)}件。`,
    categories: categories.map(({ category, name, count }) => ({
      category,
      words: `${name} ${String(count)}件`,
    })),
  };
}

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
    figures: null as ReturnType<typeof sayFigures> | null,
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
    const list = async (after?: string) => {
      const listed = await listPublicSuggestions(after);
      const figures = listed.ok ? listed.data.figures : undefined;
      if (figures) this.setData({ figures: figures.total === 0 ? null : sayFigures(figures) });
      return listed;
    };
    await showOn(this, list, ({ suggestions }) => suggestions, toScreen);
  },
});
