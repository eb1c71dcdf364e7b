import type { Choice } from '../../components/choice-chips/choice-chips';
import { holdsAny, OFFICE } from '../../contract/roles';
import { today } from '../../platform/clock';
import type { Chosen } from '../../view/events';
import { explainOpening } from '../../view/feedback';
import { openPage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { getHomes } from '../../services/homes';
import { getCalendarYear } from '../../services/reception';
import { whoAmI } from '../../services/registry';
import { toDatePage } from '../view/date-pages';
import { NODES_OF_DAY, toYearDays } from './view';
import type { YearDay } from './view';

definePage({
  data: {
    loading: true,
    problem: '',
    unknown: false,
    editor: false,
    year: '',
    years: [] as readonly Choice[],
    days: [] as readonly YearDay[],
    pages: [] as readonly Choice[],
    page: '',
    skeleton: ['card', 'card', 'card'],
  },

  all: [] as readonly YearDay[],

  async onLoad() {
    const year = Number(today().slice(0, 4));
    const years = [year, year + 1].map((each) => ({ id: String(each), text: `${String(each)}年` }));
    this.setData({ years, year: String(year) });
    const [who] = await Promise.all([whoAmI(), this.load()]);
    this.setData({ editor: who.ok && holdsAny(who.data.grants, OFFICE) });
  },
  async load() {
    const { year } = this.data;
    const [result, homes] = await Promise.all([getCalendarYear(Number(year)), getHomes()]);
    if (year !== this.data.year) return;
    if (!result.ok) {
      this.setData({ loading: false, problem: explainOpening(result) });
      return;
    }
    const names = new Map(homes.map(({ id, name }) => [id, name]));
    this.all = toYearDays(result.data.days, names, today());
    this.setData({ loading: false, problem: '', unknown: !result.data.known });
    this.show('');
  },
  show(page: string) {
    const { rows: days, ...shown } = toDatePage(this.all, () => NODES_OF_DAY, { page, today: today() });
    this.setData({ days, ...shown });
  },
  choosePage(event: Chosen) {
    this.show(event.detail.id);
  },
  async choose(event: Chosen) {
    this.setData({ year: event.detail.id, days: [], pages: [], loading: true });
    await this.load();
  },
  openSettings() {
    openPage('office/directory', { part: 'settings', kind: 'calendar' });
  },
  open(event: WechatMiniprogram.BaseEvent) {
    openPage('office/roster', { date: (event.currentTarget.dataset as { id: string }).id });
  },
});
