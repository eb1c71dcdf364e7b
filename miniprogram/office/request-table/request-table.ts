import type { OfficeCard } from '../../contract/request-lists';
import { today } from '../../platform/clock';
import { keep, recall } from '../../platform/storage';
import {
  toColumns,
  toHeads,
  toTableLines,
  toTemplate,
  turnColumn,
  turnSort,
  type ColumnChoice,
  type Sort,
  type SortColumn,
  type TableLine,
} from './view';

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
    hidden: [] as readonly string[],
    template: toTemplate([]),
    choosing: false,
    columns: [] as readonly ColumnChoice[],
  },
  lifetimes: {
    attached() {
      this.setData({ hidden: recall('hiddenColumns') ?? [] });
      this.show();
    },
  },
  observers: {
    cards() {
      this.show();
    },
  },
  methods: {
    show() {
      const { cards, sort, hidden } = this.data;
      const [heads, lines] = [toHeads(sort, hidden), toTableLines(cards, sort, today(), hidden)];
      this.setData({ heads, lines, template: toTemplate(hidden), columns: toColumns(hidden) });
    },
    sort(event: WechatMiniprogram.BaseEvent) {
      const { id, sorts } = event.currentTarget.dataset as { id: SortColumn; sorts: boolean };
      if (!sorts) return;
      this.setData({ sort: turnSort(this.data.sort, id) });
      this.show();
    },
    chooseColumns() {
      this.setData({ choosing: !this.data.choosing });
    },
    /** Kept on this phone: the next table has the same columns. */
    turnColumn(event: WechatMiniprogram.BaseEvent) {
      const { id } = event.currentTarget.dataset as { id: string };
      const hidden = turnColumn(this.data.hidden, id);
      keep('hiddenColumns', hidden);
      this.setData({ hidden });
      this.show();
    },
    open(event: WechatMiniprogram.BaseEvent) {
      const { id } = event.currentTarget.dataset as { id: string };
      this.triggerEvent('open', { id });
    },
  },
});
