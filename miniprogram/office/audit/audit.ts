import type { AuditCard, AuditFilter, AuditKind } from '../../contract/audit';
import { today } from '../../platform/clock';
import { definePage } from '../../platform/page';
import { chooseOne } from '../../platform/phone';
import { takeList } from '../../services/take-list';
import { explain, explainOpening } from '../../view/feedback';
import { readOn } from '../../view/paged';
import type { Paged } from '../../view/paged';
import { listAudit } from '../services/audit';
import { actAt, narrowings, toChips, toColumns, toLine } from './view';
import type { AuditLine, Chip } from './view';

/** Not narrowed. */
const NOTHING: AuditFilter = {};

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    lines: [] as readonly AuditLine[],
    more: false,
    chips: [] as readonly Chip[],
    columns: [[], []] as [string[], string[]],
    chosen: [0, 0],
    day: '',
    last: '',
    skeleton: ['card', 'card', 'card'],
  },
  filter: NOTHING,
  /** The name of the person it is narrowed to. */
  who: '',
  kinds: [] as readonly AuditKind[],
  paged: undefined as Paged<AuditCard> | undefined,
  /** Counts what was asked for; an answer to something else is not shown. */
  turn: 0,

  async onLoad() {
    this.setData({ last: today() });
    await this.load();
  },
  async load() {
    this.paged = undefined;
    await this.loadMore();
  },
  async loadMore() {
    const { filter } = this;
    const turn = ++this.turn;
    const result = await readOn(
      this.paged,
      async (after) => {
        const page = await listAudit(filter, after);
        if (page.ok && page.data.kinds) this.kinds = page.data.kinds;
        return page;
      },
      ({ rows }) => rows,
    );
    if (turn !== this.turn) return;
    if (!result.ok) {
      this.setData({ loading: false, problem: explainOpening(result) });
      return;
    }
    this.paged = result.data;
    const { rows, next } = result.data;
    this.setData({
      loading: false,
      problem: '',
      lines: rows.map((row) => toLine(row, today())),
      more: next !== undefined,
      chips: toChips(filter, { kinds: this.kinds, who: this.who, today: today() }),
      columns: toColumns(this.kinds, this.data.chosen[0] ?? 0),
      day: filter.day ?? today(),
    });
  },

  async narrow(patch: AuditFilter) {
    this.filter = Object.assign({}, this.filter, patch);
    this.setData({ loading: true, done: '' });
    await this.load();
  },
  async widen(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: keyof AuditFilter };
    const { [id]: _gone, ...filter } = this.filter;
    this.filter = filter;
    this.setData({ loading: true, done: '' });
    await this.load();
  },
  /** Turning the first column brings the acts of that kind into the second. */
  turnColumn(event: WechatMiniprogram.CustomEvent<{ column: number; value: number }>) {
    const { column, value } = event.detail;
    if (column === 0) this.setData({ chosen: [value, 0], columns: toColumns(this.kinds, value) });
  },
  async chooseAct(event: WechatMiniprogram.CustomEvent<{ value: [number, number] }>) {
    const [kind, at] = event.detail.value;
    this.setData({ chosen: [kind, at] });
    const act = actAt(this.kinds, kind, at);
    if (act !== undefined) await this.narrow({ act });
  },
  async chooseDay(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    await this.narrow({ day: event.detail.value });
  },
  async tapRow(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    const card = this.paged?.rows.find(({ row }) => row === id);
    if (!card) return;
    const offered = narrowings(card);
    const chosen = await chooseOne(offered.map(({ words }) => words));
    const filter = chosen === undefined ? undefined : offered[chosen]?.filter;
    if (!filter) return;
    if (filter.by !== undefined) this.who = card.who;
    await this.narrow(filter);
  },
  async takeOut() {
    const rows = await takeList(this, { list: 'audit', filter: this.filter }, explain);
    if (rows !== undefined) this.setData({ done: `导出了 ${String(rows)} 行。` });
  },
});
