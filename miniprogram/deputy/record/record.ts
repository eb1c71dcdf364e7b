import type { Choice } from '../../components/choice-chips/choice-chips';
import { today } from '../../platform/clock';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { openDocument } from '../../platform/documents';
import { takeList } from '../../services/take-list';
import { printDutyRecord } from '../services/print';
import { disputeFact, getRecord } from '../../services/duty';
import type { Places } from '../../contract/registry';
import { getPlaces } from '../../services/registry';
import type { Chosen, Typed } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { joinPages, toRecordScreen, yearsOf } from './view';
import type { Record, RecordScreen } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    years: [] as readonly Choice[],
    year: '',
    /** Somebody else's: the leader or the office reads it. */
    others: false,
    screen: null as RecordScreen | null,
    /** The row that is doubted, and why. */
    doubting: '',
    words: '',
    skeleton: ['card', 'card'],
  },
  person: '',
  /** What was read so far. */
  record: undefined as Record | undefined,
  places: undefined as Places | undefined,
  pending: undefined as Pending<string> | undefined,

  onLoad(query) {
    this.person = read(query, 'person');
    const years = yearsOf(today());
    this.setData({ years, year: years[0]?.id ?? '', others: this.person !== '' });
  },
  async onShow() {
    await this.load();
  },
  async load() {
    this.record = undefined;
    await this.readPage();
  },
  async readOn() {
    if (this.data.busy) return;
    this.setData({ busy: true });
    await this.readPage();
    this.setData({ busy: false });
  },
  /** The page that follows what was read; of several that are asked for at once the first that comes counts. */
  async readPage() {
    const { year } = this.data;
    const { record: before, person } = this;
    const after = before?.next;
    const asked = { year: Number(year), ...(person && { person }), ...(after !== undefined && { after }) };
    const [record, places] = await Promise.all([getRecord(asked), this.places ?? getPlaces()]);
    if (year !== this.data.year || before !== this.record) return;
    if ('ok' in places) this.places = places.ok ? places.data : undefined;
    if (!record.ok) {
      this.setData({ loading: false, problem: explainOpening(record) });
      return;
    }
    this.record = joinPages(before, record.data);
    const screen = toRecordScreen(this.record, this.places, today());
    this.setData({ loading: false, problem: '', screen });
  },
  async chooseYear(event: Chosen) {
    this.setData({ year: event.detail.id, screen: null, loading: true });
    await this.load();
  },
  open(event: WechatMiniprogram.BaseEvent) {
    const { page, id } = event.currentTarget.dataset as { page: string; id: string };
    if (page === 'deputy/activity') openPage('deputy/activity', { activity: id });
    if (page === 'deputy/request') openPage('deputy/request', { request: id });
  },
  async print() {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    const printed = await printDutyRecord(Number(this.data.year), this.person || undefined);
    const opened = await openDocument(printed);
    this.setData({ busy: false, problem: opened.ok ? '' : explain(opened) });
  },
  async takeOut() {
    const whose = this.person ? { person: this.person } : {};
    const year = Number(this.data.year);
    await takeList(this, Object.assign({ list: 'duty' as const, year }, whose), explain);
  },
  openLog() {
    openPage('deputy/log');
  },
  doubt(event: WechatMiniprogram.BaseEvent) {
    this.setData({ doubting: (event.currentTarget.dataset as { id: string }).id, words: '', done: '' });
  },
  stop() {
    this.setData({ doubting: '' });
  },
  type(event: Typed) {
    this.setData({ words: event.detail.value });
  },
  async send() {
    const { doubting: fact, words, busy } = this.data;
    if (busy || !words.trim()) return;
    this.setData({ busy: true, problem: '' });
    this.pending = intend(this.pending, JSON.stringify([fact, words]), () => words);
    const result = await disputeFact({ fact, words: words.trim() }, this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    if (result.ok) this.setData({ doubting: '', done: '告诉人大办了，改正或答复以后这里会变。' });
    else this.setData({ problem: explain(result) });
    await this.load();
    this.setData({ busy: false });
    scrollToTop();
  },
});
