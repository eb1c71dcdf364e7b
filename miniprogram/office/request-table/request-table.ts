import type { OfficeCard } from '../../contract/request-lists';
import { today } from '../../platform/clock';
import { toHeads, toTableLines, turnSort, type Sort, type SortColumn, type TableLine } from './view';

/** Many requests at once on a wide window: sorted by what is pressed, opened by a line (`open`). */
Component({
  properties: {
    cards: { type: Array, value: [] as OfficeCard[] },
    chosen: { type: String, value: '' },
    /** There are more than these. */
    more: { type: Boolean, value: false },
  },
  data: {
    sort: null as Sort | null,
    heads: toHeads(null),
    lines: [] as readonly TableLine[],
  },
  observers: {
    cards() {
      this.show();
    },
  },
  methods: {
    show() {
      const { cards, sort } = this.data;
      this.setData({ heads: toHeads(sort), lines: toTableLines(cards, sort, today()) });
    },
    sort(event: WechatMiniprogram.BaseEvent) {
      const { id, sorts } = event.currentTarget.dataset as { id: SortColumn; sorts: boolean };
      if (!sorts) return;
      this.setData({ sort: turnSort(this.data.sort, id) });
      this.show();
    },
    open(event: WechatMiniprogram.BaseEvent) {
      const { id } = event.currentTarget.dataset as { id: string };
      this.triggerEvent('open', { id });
    },
  },
});
