import type { DutyReportPaper } from '../../contract/duty-report';
import { canRetry } from '../../contract/result';
import type { Result } from '../../contract/result';
import { today } from '../../platform/clock';
import { openDocument } from '../../platform/documents';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import type { Typed } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { fileBallot, handBallot, listReporters, printReport } from '../services/duty-report';
import { readBallot, toMeetingScreen } from './view';
import type { MeetingScreen } from './view';

type Tap = WechatMiniprogram.BaseEvent;

const NOTHING: Readonly<Record<string, string>> = {};

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    screen: null as MeetingScreen | null,
    /** Whose ballot is being typed, and what is still wrong with it. */
    filing: '',
    typed: NOTHING,
    wrong: '',
    skeleton: ['card', 'card'],
  },
  activity: '',
  pending: undefined as Pending<string> | undefined,

  onLoad(query) {
    this.activity = read(query, 'activity');
  },
  async onShow() {
    await this.load();
  },
  async load() {
    const found = await listReporters(this.activity);
    if (!found.ok) {
      this.setData({ loading: false, problem: explainOpening(found) });
      return;
    }
    this.setData({ loading: false, problem: '', screen: toMeetingScreen(found.data, today()) });
  },
  openMeeting() {
    openPage('deputy/activity', { activity: this.activity });
  },
  begin(event: Tap) {
    const { person } = event.currentTarget.dataset as { person: string };
    const wrong = this.check(NOTHING);
    this.setData({ filing: person, typed: NOTHING, wrong, done: '', problem: '' });
  },
  stop() {
    this.setData({ filing: '', typed: NOTHING });
  },
  check(typed: Readonly<Record<string, string>>): string {
    const ballot = readBallot(typed, this.data.screen?.grades ?? []);
    return typeof ballot === 'string' ? ballot : '';
  },
  type(event: Typed) {
    const { name } = event.currentTarget.dataset as { name: string };
    const typed = { ...this.data.typed, [name]: event.detail.value };
    this.setData({ typed, wrong: this.check(typed) });
  },
  async file() {
    const { filing, typed, screen } = this.data;
    const card = screen?.cards.find(({ person }) => person === filing);
    const ballot = readBallot(typed, screen?.grades ?? []);
    if (!card || typeof ballot === 'string') return;
    const { person, edition } = card;
    const input = { activity: this.activity, person, edition, ...ballot };
    await this.run(input, '归档了。请打印结果告知书，交给代表本人。', (key) => fileBallot(input, key));
  },
  async hand(event: Tap) {
    const { person } = event.currentTarget.dataset as { person: string };
    const card = this.data.screen?.cards.find((each) => each.person === person);
    if (!card) return;
    const input = { activity: this.activity, person, edition: card.edition };
    await this.run(input, '记下了，已经书面交给本人。', (key) => handBallot(input, key));
  },
  async run(wish: object, done: string, send: (key: string) => Promise<Result<unknown>>) {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '', done: '' });
    this.pending = intend(this.pending, JSON.stringify(wish), () => this.activity);
    const result = await send(this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    if (result.ok) this.stop();
    await this.load();
    this.setData({ busy: false, ...(result.ok ? { done } : { problem: explain(result) }) });
    scrollToTop();
  },
  async print(event: Tap) {
    if (this.data.busy) return;
    const { person, paper } = event.currentTarget.dataset as { person: string; paper: DutyReportPaper };
    this.setData({ busy: true, problem: '' });
    const opened = await openDocument(await printReport({ activity: this.activity, person, paper }));
    this.setData({ busy: false, problem: opened.ok ? '' : explain(opened) });
  },
});
