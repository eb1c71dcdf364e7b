/** What was recorded is put right, by whoever recorded it or by the office. */
import type { ActivityView } from '../../contract/duty';
import { canRetry } from '../../contract/result';
import type { Places } from '../../contract/registry';
import { BRING_OTHERS, holdsAny, OFFICE } from '../../contract/roles';
import { today } from '../../platform/clock';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { correctActivity, getActivity } from '../../services/duty';
import { getPlaces, whoAmI } from '../../services/registry';
import { kindLabel } from '../../view/activity-words';
import { sayDay } from '../../view/dates';
import { explain, explainOpening } from '../../view/feedback';
import { sayMissing, type FieldChanged, type FormField, type Values } from '../view/activity-fields';
import { toCorrectFields, toCorrection, toValues } from './view';

const EMPTY: Values = {};

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    /** Somebody else corrected it meanwhile. */
    moved: false,
    title: '',
    date: '',
    /** The same in words. */
    day: '',
    /** Latest day: what was held is not yet to come. */
    last: '',
    fields: [] as readonly FormField[],
    reason: '',
    skeleton: ['card', 'card'],
  },
  id: '',
  places: undefined as Places | undefined,
  view: undefined as ActivityView | undefined,
  values: EMPTY,
  office: false,
  bringsOthers: false,
  pending: undefined as Pending<string> | undefined,

  async onLoad(query) {
    this.id = read(query, 'activity');
    await this.load();
  },
  async load() {
    const [activity, places, who] = await Promise.all([getActivity(this.id), getPlaces(), whoAmI()]);
    if (places.ok) this.places = places.data;
    this.office = who.ok && holdsAny(who.data.grants, OFFICE);
    this.bringsOthers = who.ok && holdsAny(who.data.grants, BRING_OTHERS);
    if (!activity.ok) {
      this.setData({ loading: false, problem: explainOpening(activity) });
      return;
    }
    if (!activity.data.mayCorrect) {
      this.setData({ loading: false, problem: '这一条由登记的人或人大办来改。' });
      return;
    }
    this.view = activity.data;
    this.values = toValues(activity.data);
    const { date, kind, state } = activity.data;
    this.setData({
      loading: false,
      problem: '',
      moved: false,
      title: kindLabel(kind),
      date,
      day: sayDay(date, today()),
      last: state === 'planned' ? '' : today(),
    });
    this.show();
  },
  show() {
    if (!this.view) return;
    const reader = { places: this.places, office: this.office, bringsOthers: this.bringsOthers };
    this.setData({
      fields: toCorrectFields(this.view, this.values, reader),
      reason: sayMissing(this.view.kind, this.values),
    });
  },
  change(event: FieldChanged) {
    const { name, value, at, typed } = event.detail;
    if (!this.view) return;
    this.values = { ...this.values, [name]: value };
    if (!typed) this.show();
    else {
      const reason = sayMissing(this.view.kind, this.values);
      this.setData({ [`fields[${String(at)}].value`]: value, reason });
    }
  },
  setDay(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ date: event.detail.value, day: sayDay(event.detail.value, today()) });
  },
  async save() {
    const { view } = this;
    if (this.data.busy || !view) return;
    this.setData({ busy: true, problem: '' });
    const to = toCorrection(view, this.data.date, this.values, this);
    const { edition } = view;
    this.pending = intend(this.pending, JSON.stringify([edition, to]), () => this.id);
    const result = await correctActivity({ activity: this.id, edition, to }, this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    if (result.ok) this.setData({ busy: false, done: '改好了，履职档案和统计随后跟着变。' });
    else this.setData({ busy: false, problem: explain(result), moved: result.code === 'activity-changed' });
    scrollToTop();
  },
});
