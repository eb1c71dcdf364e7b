import type { Choice } from '../../components/choice-chips/choice-chips';
import type { RosterView } from '../../contract/roster';
import type { LocalDate } from '../../contract/wire';
import { today } from '../../platform/clock';
import { sayDay } from '../../view/dates';
import type { Chosen, Typed } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { newKey } from '../../platform/keys';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { setAbsence } from '../../services/reception';
import { takeList } from '../../services/take-list';
import { readParts } from '../../services/parts';
import { getRoster } from '../services/roster';
import { findPeople, sayReason, splitByYear, toAbsences } from './view';
import type { AbsenceForm, AbsenceLine } from './view';

const EMPTY: AbsenceForm = { person: '', from: '', to: '' };

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    lines: [] as readonly AbsenceLine[],
    people: [] as readonly Choice[],
    search: '',
    form: EMPTY,
    name: '',
    fromWords: '',
    toWords: '',
    reason: sayReason(EMPTY),
    first: '',
    last: '',
    skeleton: ['form', 'card'],
  },
  views: [] as readonly RosterView[],
  key: '',

  async onLoad() {
    const year = Number(today().slice(0, 4));
    this.setData({ first: today(), last: `${String(year + 1)}-12-31` });
    await this.load();
  },
  /** This year's roster and the next one's: an absence may reach over New Year. */
  async load() {
    const year = Number(today().slice(0, 4));
    const results = await Promise.all(
      [year, year + 1].map((each) => readParts((after) => getRoster(each, 'people', after))),
    );
    const failed = results.find(({ ok }) => !ok);
    if (failed && !failed.ok) {
      this.setData({ loading: false, problem: explainOpening(failed), retry: true });
      return;
    }
    this.views = results.flatMap((result) => (result.ok ? [result.data] : []));
    const lines = this.views.flatMap((view) => toAbsences(view, today()));
    const again = this.data.retry ? { problem: '', retry: false } : {};
    this.setData({ loading: false, lines, ...again });
  },

  find(event: Typed) {
    const search = event.detail.value;
    const [view] = this.views;
    this.setData({ search, people: view ? findPeople(view, search.trim()) : [] });
  },
  choosePerson(event: Chosen) {
    const name = this.data.people.find(({ id }) => id === event.detail.id)?.text ?? '';
    this.change({ person: event.detail.id });
    this.setData({ name, search: '', people: [] });
  },
  chooseFrom(event: WechatMiniprogram.CustomEvent<{ value: string | number }>) {
    const from = String(event.detail.value);
    const { to } = this.data.form;
    this.change({ from, to: to && to >= from ? to : from });
  },
  chooseTo(event: WechatMiniprogram.CustomEvent<{ value: string | number }>) {
    this.change({ to: String(event.detail.value) });
  },
  change(patch: Partial<AbsenceForm>) {
    this.key = '';
    const form = { ...this.data.form, ...patch };
    const say = (date: LocalDate): string => (date ? sayDay(date, today()) : '');
    const words = { fromWords: say(form.from), toWords: say(form.to) };
    this.setData({ form, ...words, reason: sayReason(form), done: '', problem: '' });
  },

  async takeOut() {
    await takeList(this, { list: 'absences' }, explain);
  },
  async send() {
    const { form } = this.data;
    if (sayReason(form)) return;
    await this.run(form, '记下了。以后排班会避开这些天；已经公布的请到值班表换人。');
  },
  async takeBack(event: WechatMiniprogram.BaseEvent) {
    const { key } = event.currentTarget.dataset as { key: string };
    const line = this.data.lines.find((each) => each.key === key);
    if (line) await this.run({ ...line, undo: true }, '销假了。');
  },
  async run(stated: AbsenceForm & { undo?: true }, done: string) {
    if (this.data.busy) return;
    this.key ||= newKey();
    this.setData({ busy: true, problem: '', done: '' });
    for (const { year, from, to } of splitByYear(stated.from, stated.to)) {
      const absence = { year, person: stated.person, from, to, ...(stated.undo && { undo: true as const }) };
      const result = await setAbsence(absence, `${this.key}-${String(year)}`);
      if (!result.ok) {
        if (!canRetry(result.code)) this.key = '';
        this.setData({ busy: false, problem: explain(result), retry: false });
        return;
      }
    }
    this.key = '';
    await this.load();
    if (!stated.undo) this.change(EMPTY);
    this.setData({ busy: false, done, ...(!stated.undo && { name: '' }) });
    scrollToTop();
  },
});
