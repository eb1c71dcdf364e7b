import type { Choice } from '../../components/choice-chips/choice-chips';
import type { PrintedFile } from '../../contract/report';
import { today } from '../../platform/clock';
import { openDocument } from '../../platform/documents';
import type { Chosen } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { startAt } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import type { Result } from '../../contract/result';
import { whereabouts } from '../../platform/whereabouts';
import { getPlaces, getScans } from '../../services/registry';
import {
  printDutyTable,
  printEmployerNotice,
  printEmployerNotices,
  printNumbers,
  printPoster,
  printRegistrationForm,
} from '../../services/report';
import { RosterReader } from '../services/roster-reader';
import { readPrint, toPrintScreen } from './view';
import type { Print, PrintScreen, PrintSource } from './view';

function fetchPrint(print: Print, year: number, size: string): Promise<Result<PrintedFile>> {
  const paper = size === 'A3' ? { paper: 'A3' as const } : {};
  switch (print.what) {
    case 'year':
      return printDutyTable({ year, ...paper });
    case 'day':
      return printDutyTable({ date: print.date, ...paper });
    case 'numbers':
      return printNumbers(print.date, print.home);
    case 'notice':
      return printEmployerNotice(print.date, print.seat);
    case 'notices':
      return printEmployerNotices(year, print.month);
    case 'poster':
      return printPoster({ place: print.place, year, ...paper });
    case 'form':
      return printRegistrationForm();
  }
}

function yearsFrom(year: number): Choice[] {
  return [year, year + 1].map((each) => ({ id: String(each), text: `${String(each)}年` }));
}

/** For what hangs on a wall; all else is A4. */
const PAPERS: Choice[] = [
  { id: 'A4', text: 'A4' },
  { id: 'A3', text: 'A3（大一倍）' },
];

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    years: [] as Choice[],
    year: '',
    papers: PAPERS,
    paper: 'A4',
    form: JSON.stringify({ what: 'form' } satisfies Print),
    screen: null as PrintScreen | null,
    skeleton: ['card', 'card'],
  },
  source: null as PrintSource | null,
  chosen: '',

  onLoad({ date = '' }) {
    const present = today().slice(0, 4);
    this.chosen = date;
    this.setData({ years: yearsFrom(Number(present)), year: present });
  },
  async onShow() {
    if (!whereabouts()) startAt('choose');
    else if (!this.source) await this.load();
  },
  async load() {
    this.setData({ loading: true });
    const { year } = this.data;
    const reader = new RosterReader(Number(year));
    const answers = [getPlaces(), getScans(), reader.read('coming'), reader.read('past')] as const;
    const [places, scans, coming, past] = await Promise.all(answers);
    if (year !== this.data.year) return;
    const { view: roster } = reader;
    if (!places.ok || !scans.ok || !past.ok || !roster) {
      this.fail([places, scans, coming, past]);
      return;
    }
    this.source = { places: places.data, roster, scans: scans.data.places, today: today() };
    this.show();
  },
  fail(answers: readonly Result<unknown>[]) {
    const failures = answers.flatMap((answer) => (answer.ok ? [] : [answer]));
    const problem = failures.map(explainOpening)[0] ?? '';
    this.setData({ loading: false, problem, retry: failures.some(({ code }) => canRetry(code)) });
  },
  show() {
    if (!this.source) return;
    const screen = toPrintScreen(this.source, Number(this.data.year), this.chosen);
    this.setData({ loading: false, problem: '', screen });
  },
  async chooseYear(event: Chosen) {
    this.setData({ year: event.detail.id });
    await this.load();
  },
  choosePaper(event: Chosen) {
    this.setData({ paper: event.detail.id });
  },
  chooseDay(event: Chosen) {
    this.chosen = event.detail.id;
    this.show();
  },
  /** One document at a time: a second press while the first is made would open both. */
  async print(event: WechatMiniprogram.BaseEvent) {
    if (this.data.busy) return;
    const { id } = event.currentTarget.dataset as { id: string };
    scrollToTop();
    this.setData({ busy: true, problem: '', retry: false });
    const printed = await fetchPrint(readPrint(id), Number(this.data.year), this.data.paper);
    const opened = await openDocument(printed);
    this.setData({ busy: false, problem: opened.ok ? '' : explain(opened) });
  },
});
