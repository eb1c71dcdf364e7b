import type { HomeView } from '../../contract/overview';
import { setRight, today } from '../../platform/clock';
import { explainOpening } from '../../view/feedback';
import { switchElder } from '../../platform/fonts';
import { openPage, openTab, startAt } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { dial } from '../../platform/phone';
import { forget, keep, recall } from '../../platform/storage';
import { nextSlip } from '../../platform/slips';
import { arriveBy, whereabouts } from '../../platform/whereabouts';
import { getHome } from '../../services/overview';
import { knownReading, learnReading } from '../../services/reading';
import { knownStanding, moveTo, sayTasks } from '../../services/standing';
import { toHomeScreen } from './view';
import type { HomeScreen } from './view';

/** A wrong clock is said once; when it is right again and wrong again, once more. */
function tellClock(wrong: boolean): boolean {
  const told = recall('clockTold') === true;
  if (wrong && !told) keep('clockTold', true);
  if (!wrong && told) forget('clockTold');
  return wrong && !told;
}

definePage({
  data: {
    loading: true,
    problem: '',
    /** A slip that this phone has, for when there is no network. */
    kept: '',
    screen: null as HomeScreen | null,
    reading: knownReading(),
    /** Said once: this phone's clock is wrong. */
    wrongClock: false,
    /** Doors of work, for whoever has them. */
    standing: knownStanding(),
    tasks: '',
    skeleton: ['day', 'card', 'card'],
  },
  view: null as HomeView | null,
  shown: '',

  onLoad(query) {
    arriveBy(query);
    if (!whereabouts()) startAt('choose');
  },
  async onShow() {
    if (whereabouts()) await this.load();
  },
  /** The first screen is one call; what may stand below it is learnt while the person is elsewhere. */
  onHide() {
    if (whereabouts()) void learnReading();
  },

  /** Shows at once what was there before; a changed home starts with the skeleton. */
  async load() {
    const place = JSON.stringify(whereabouts());
    if (place !== this.shown && this.shown) this.setData({ screen: null, loading: true });
    else if (this.data.problem) this.setData({ loading: true });
    const result = await getHome();
    if (JSON.stringify(whereabouts()) !== place) return;
    if (!result.ok) {
      this.setData({
        loading: false,
        problem: explainOpening(result),
        kept: nextSlip()?.booking ?? '',
      });
      return;
    }
    this.shown = place;
    this.view = result.data;
    const wrongClock = tellClock(setRight(result.data.now)) || this.data.wrongClock;
    const screen = toHomeScreen(result.data, today());
    const standing = knownStanding();
    this.setData({ loading: false, problem: '', screen, reading: knownReading(), wrongClock, standing });
    if (standing.receives) this.setData({ tasks: await sayTasks() });
  },

  openMain() {
    const slip = this.data.screen?.slip;
    if (slip) openPage('more/slip', { booking: slip, date: this.view?.next.date });
    else this.openBooking();
  },
  openKept() {
    openPage('more/slip', { booking: this.data.kept });
  },
  openSecond() {
    this.openBooking();
  },
  openBooking() {
    openPage('more/booking', { date: this.view?.next.date, home: this.view?.home.id });
  },
  /** To the township that goes on with a closed one. */
  async goOn() {
    const next = this.view?.closed?.to;
    if (!next) return;
    await moveTo(next.id);
    await this.load();
  },
  callHome() {
    dial(this.view?.home.landline ?? '');
  },
  callComplaints() {
    dial(this.view?.township.complaints ?? '');
  },
  toggleElder() {
    switchElder(this);
  },
  changeHome() {
    openPage('choose');
  },
  openSubmit() {
    openTab('submit');
  },
  openMine() {
    openTab('mine');
  },
  openToday() {
    openPage('deputy/today');
  },
  openWorkbench() {
    openPage('office/workbench');
  },
  openGuide() {
    openPage('more/guide');
  },
  openArticles() {
    openPage('more/articles');
  },
  openBoard() {
    openPage('more/board');
  },
  openDeputies() {
    openPage('more/deputies');
  },
});
