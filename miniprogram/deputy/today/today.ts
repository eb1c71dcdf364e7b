import { today } from '../../platform/clock';
import { NO_REMINDER, openMessageSettings } from '../../platform/consents';
import type { Chosen } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { openPage, startAt } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { whereabouts } from '../../platform/whereabouts';
import { sayUnread } from '../../view/words';
import { getToday } from '../../services/overview';
import { knownStanding, learnStanding } from '../../services/standing';
import { getPlaces, whoAmI } from '../../services/registry';
import { offerAgain, remindAlong, remindOn } from '../../services/reminders';
import { actOn } from '../../services/request';
import { REMIND_ABOUT, toTodayScreen } from './view';
import type { TodayScreen } from './view';

definePage({
  data: {
    loading: true,
    problem: '',
    retry: false,
    done: '',
    /** Holds no role here and claimed none. */
    stranger: false,
    /** Claimed, not confirmed yet. */
    waiting: '',
    screen: null as TodayScreen | null,
    /** The request that is being taken. */
    taking: '',
    /** Entries that lead somewhere for this person. */
    standing: knownStanding(),
    remind: NO_REMINDER,
    unread: sayUnread(0),
    skeleton: ['card', 'card', 'day'],
  },
  pending: undefined as Pending<string> | undefined,

  async onShow() {
    if (whereabouts()) await Promise.all([this.load(), this.readNotices(), this.readStanding()]);
    else startAt('choose');
  },
  async readStanding() {
    this.setData({ standing: await learnStanding() });
  },
  async readNotices() {
    const unread = await offerAgain(this, REMIND_ABOUT);
    if (unread !== undefined) this.setData({ unread: sayUnread(unread) });
  },
  remind() {
    void remindOn(this, REMIND_ABOUT, true);
  },
  openSettings() {
    openMessageSettings();
  },
  openMessages() {
    openPage('more/messages');
  },
  async load() {
    const [result, places] = await Promise.all([getToday(), getPlaces()]);
    if (result.ok) {
      const screen = toTodayScreen(result.data, today(), places.ok ? places.data.villages : []);
      this.setData({ loading: false, problem: '', stranger: false, waiting: '', screen });
    } else if (result.code === 'not-allowed') await this.tellWhy();
    else this.setData({ loading: false, problem: explainOpening(result), retry: true });
  },
  /** Not a deputy here: has never claimed it, or waits for the office. */
  async tellWhy() {
    const who = await whoAmI();
    const claimed = who.ok ? who.data.grants.find(({ state }) => state === 'claimed') : undefined;
    const waiting = claimed ? `${claimed.name}，您的身份已经交上去，等人大办确认。` : '';
    const problem = who.ok ? '' : explainOpening(who);
    const stranger = who.ok && !claimed;
    this.setData({ loading: false, problem, retry: !who.ok, stranger, waiting, screen: null });
  },

  async take(event: Chosen) {
    const { id } = event.detail;
    if (this.data.taking) return;
    // WeChat's question comes inside the tap; the act does not wait for its answer.
    void remindAlong(this, REMIND_ABOUT, true);
    this.setData({ taking: id, problem: '', done: '' });
    this.pending = intend(this.pending, id, () => id);
    const result = await actOn(id, { act: 'take' }, this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    await this.load();
    this.setData({ taking: '' });
    if (result.ok) this.setData({ done: '记下了。反映的人能看到您来联系。' });
    else this.setData({ problem: explain(result), retry: false });
    scrollToTop();
  },
  openRequest(event: Chosen) {
    openPage('deputy/request', { request: event.detail.id });
  },
  openDesk(event: WechatMiniprogram.BaseEvent) {
    const { date } = event.currentTarget.dataset as { date: string };
    openPage('office/desk', { date });
  },
  openGroup() {
    openPage('deputy/group');
  },
  openLog() {
    openPage('deputy/log');
  },
  noteVisit(event: WechatMiniprogram.BaseEvent) {
    const { key } = event.currentTarget.dataset as { key: string };
    const visit = this.data.screen?.visits.find((each) => each.key === key);
    if (visit) openPage('deputy/log', visit.query);
  },
  openRecord() {
    openPage('deputy/record');
  },
  openTies() {
    openPage('deputy/ties');
  },
  openWallRules() {
    openPage('deputy/wall-rules');
  },
  openEssentials() {
    openPage('deputy/essentials');
  },
  openDuties() {
    openPage('deputy/duties');
  },
  openSessions() {
    openPage('deputy/sessions');
  },
  openLiaison() {
    openPage('office/presidium', { tab: 'liaison' });
  },
  openSuggestions() {
    openPage('deputy/suggestions');
  },
  openClaim() {
    openPage('deputy/claim');
  },
});
