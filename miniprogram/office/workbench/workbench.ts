import { today } from '../../platform/clock';
import { offerMore, offerReminder, openMessageSettings, toRemind } from '../../platform/consents';
import { explainOpening } from '../../platform/feedback';
import { readFonts, refreshFonts } from '../../platform/fonts';
import { openPage, openTab, startAt } from '../../platform/navigate';
import { endPull } from '../../platform/phone';
import { whereabouts } from '../../platform/whereabouts';
import { sayUnread } from '../../platform/words';
import { getHomes } from '../../services/homes';
import { getNotices, giveConsent } from '../../services/notify';
import { getDay } from '../../services/reception';
import { whoAmI } from '../../services/registry';
import { listEntries, pageOf, REMIND_ABOUT, toWorkbench } from './view';
import type { EntryId, WorkbenchScreen } from './view';

Page({
  data: {
    fonts: readFonts(),
    loading: true,
    problem: '',
    stranger: false,
    screen: null as WorkbenchScreen | null,
    remind: offerReminder(REMIND_ABOUT, ''),
    unread: '',
    skeleton: ['card', 'card'],
  },
  date: '',

  async onShow() {
    refreshFonts(this);
    if (whereabouts()) await Promise.all([this.load(), this.lookForNotices()]);
    else startAt('choose');
  },
  async lookForNotices() {
    const notices = await getNotices();
    if (!notices.ok) return;
    const { left, unread } = notices.data;
    this.setData({ remind: offerMore(REMIND_ABOUT, left), unread: sayUnread(unread) });
  },
  async remind() {
    const { outcome, left } = await giveConsent(REMIND_ABOUT);
    this.setData({ remind: left ? offerMore(REMIND_ABOUT, left) : toRemind(outcome) });
  },
  openSettings() {
    openMessageSettings();
  },
  openMessages() {
    openPage('messages');
  },
  async onPullDownRefresh() {
    await this.load();
    endPull();
  },
  async load() {
    const [who, day, homes] = await Promise.all([whoAmI(), getDay(), getHomes()]);
    if (!who.ok || !day.ok) {
      const failure = who.ok ? day : who;
      this.setData({ loading: false, problem: failure.ok ? '' : explainOpening(failure) });
      return;
    }
    const { grants } = who.data;
    const stranger = listEntries(grants).length === 0;
    this.date = day.data.date;
    const screen = stranger ? null : toWorkbench(grants, day.data, homes, today());
    this.setData({ loading: false, problem: '', stranger, screen });
  },
  open(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: EntryId };
    openPage(pageOf(id), { date: this.date, part: id });
  },
  leave() {
    openTab('mine');
  },
});
