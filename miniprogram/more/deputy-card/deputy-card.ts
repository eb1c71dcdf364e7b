import { today } from '../../platform/clock';
import { loadDraft, saveDraft } from '../../platform/drafts';
import { explainOpening } from '../../view/feedback';
import { openPage, openTab, read, replacePage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { township } from '../../platform/whereabouts';
import { getDay } from '../../services/reception';
import { getPublicFacts } from '../../services/duty';
import { getPlaces } from '../../services/registry';
import { findReception, toDeputyScreen, toPublicLines } from './view';
import type { DeputyScreen, NextReception, PublicLine } from './view';

definePage({
  data: {
    loading: true,
    problem: '',
    screen: null as DeputyScreen | null,
    reception: null as NextReception | null,
    /** What the deputy did in the last year: kinds and dates. */
    done: [] as readonly PublicLine[],
    skeleton: ['day', 'card'],
  },
  person: '',
  date: '',

  async onLoad(query) {
    this.person = read(query, 'person');
    await this.load();
  },
  async load() {
    const [places, day, facts] = await Promise.all([getPlaces(), getDay(), getPublicFacts(this.person)]);
    if (!places.ok) {
      this.setData({ loading: false, problem: explainOpening(places) });
      return;
    }
    const screen = toDeputyScreen(places.data, this.person) ?? null;
    const reception = day.ok ? findReception(day.data, this.person, places.data, today()) : undefined;
    this.date = day.ok ? day.data.date : '';
    const done = facts.ok ? toPublicLines(facts.data.facts, places.data, today()) : [];
    this.setData({ loading: false, problem: '', screen, reception: reception ?? null, done });
  },
  openBooking() {
    const home = this.data.reception?.home;
    openPage('more/booking', { date: this.date, home, person: this.person });
  },
  /** The wish goes into the draft: a tab page takes no query. */
  openSubmit() {
    const name = this.data.screen?.name ?? '';
    saveDraft({ ...loadDraft(township()), deputy: this.person, deputyName: name });
    openTab('submit');
  },
  openList() {
    replacePage('more/deputies');
  },
});
