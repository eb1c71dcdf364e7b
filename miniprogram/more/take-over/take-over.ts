import { readTicket } from '../../contract/text';
import type { Choice } from '../../components/choice-chips/choice-chips';
import { HALF_LABELS } from '../../contract/labels';
import type { Half } from '../../contract/wire';
import { today } from '../../platform/clock';
import { sayDayFrom } from '../../view/dates';
import type { Chosen, Typed } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { intend, type Pending } from '../../platform/keys';
import { replacePage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scanCode, scrollToTop } from '../../platform/phone';
import { township } from '../../platform/whereabouts';
import { getHomes } from '../../services/homes';
import { getDay, takeOver } from '../../services/reception';
import { readPaperCode, sayReason, type PaperForm } from './view';

const EMPTY: PaperForm = { home: '', half: 'am', number: '', code: '' };
const HALVES = (['am', 'pm'] as const).map((half) => ({ id: half, text: HALF_LABELS[half] }));

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    day: '',
    skeleton: ['form', 'form'],
    homes: [] as readonly Choice[],
    halves: HALVES,
    form: EMPTY,
    reason: sayReason(EMPTY),
  },
  date: '',
  pending: undefined as Pending<string> | undefined,

  async onLoad() {
    await this.load();
  },
  async load() {
    const [day, homes] = await Promise.all([getDay(), getHomes()]);
    if (!day.ok) {
      this.setData({ loading: false, problem: explainOpening(day) });
      return;
    }
    this.date = day.data.date;
    const choices = homes.map(({ id, name }) => ({ id, text: name }));
    this.setData({ loading: false, problem: '', day: sayDayFrom(this.date, today()), homes: choices });
  },
  fill(form: PaperForm) {
    this.setData({ form, reason: sayReason(form) });
  },
  choose(event: Chosen) {
    const { id: what } = event.currentTarget.dataset as { id: 'home' | 'half' };
    const { id } = event.detail;
    const { form } = this.data;
    this.fill(what === 'home' ? { ...form, home: id } : { ...form, half: id as Half });
  },
  type(event: Typed) {
    const { id } = event.currentTarget.dataset as { id: 'number' | 'code' };
    this.fill({ ...this.data.form, [id]: event.detail.value.trim() });
  },
  async scan() {
    const scanned = await scanCode();
    if (scanned === undefined) return;
    const paper = readPaperCode(scanned);
    if (
      !paper ||
      paper.township !== township() ||
      !this.data.homes.some(({ id }) => id === paper.form.home)
    ) {
      this.setData({ problem: '这不是纸质预约单上的码。请照着单子填。' });
      return;
    }
    this.date = paper.date;
    this.setData({ problem: '', day: sayDayFrom(paper.date, today()) });
    this.fill(paper.form);
  },
  async send() {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    const { home, half, number, code } = this.data.form;
    const paper = { date: this.date, home, half, number: readTicket(number) ?? 0, code };
    this.pending = intend(this.pending, JSON.stringify(paper), () => '');
    const result = await takeOver(paper, this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    this.setData({ busy: false });
    if (result.ok) replacePage('more/slip', { booking: result.data.booking, date: this.date });
    else {
      this.setData({ problem: explain(result) });
      scrollToTop();
    }
  },
});
