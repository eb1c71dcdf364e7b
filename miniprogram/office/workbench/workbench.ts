import { today } from '../../platform/clock';
import { NO_REMINDER, openMessageSettings } from '../../platform/consents';
import { explainOpening } from '../../view/feedback';
import { readFonts, refreshFonts } from '../../platform/fonts';
import { openPage, openTab, startAt } from '../../platform/navigate';
import { endPull } from '../../platform/phone';
import { whereabouts } from '../../platform/whereabouts';
import { sayUnread } from '../../view/words';
import { getHomes } from '../../services/homes';
import { getDay } from '../../services/reception';
import { whoAmI } from '../../services/registry';
import { offerAgain, remindOn } from '../../services/reminders';
import { listEntries, pageOf, REMIND_ABOUT, toWorkbench } from './view';
import type { EntryId, WorkbenchScreen } from './view';

Page({
  data: {
    fonts: readFonts(),
    loading: true,
    problem: '',
    stranger: false,
    screen: null as WorkbenchScreen | null,
    remind: NO_REMINDER,
    unread: sayUnread(0),
    skeleton: ['card', 'card'],
  },
  date: '',

  async onShow() {
    refreshFonts(this);
    if (whereabouts()) await Promise.all([this.load(), this.readNotices()]);
    else startAt('choose');
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
