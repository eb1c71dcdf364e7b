import { isActivityKind, isOwnKind, kindRow, type ActivityKind } from '../../contract/activity-kinds';
import type { Places } from '../../contract/registry';
import { BRING_OTHERS, DEPUTIES, LEADERS, OFFICE } from '../../contract/roles';
import { today } from '../../platform/clock';
import { newKey } from '../../platform/keys';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { addUnsent, dropUnsent, listUnsent } from '../../platform/unsent';
import { township } from '../../platform/whereabouts';
import { getPlaces, whoAmI } from '../../services/registry';
import { sendUnsent } from '../services/send-activities';
import { sayDay } from '../../view/dates';
import type { Chosen, Switched } from '../../view/events';
import { explain } from '../../view/feedback';
import { hintOf, kindsFor } from './kinds';
import { sayMissing, toFields, toInput, withVillageId } from '../view/activity-fields';
import type { FieldChanged, FormField, Values } from '../view/activity-fields';
import { nextAfter, toUnsentLines } from './view';
import type { UnsentLine } from './view';

const EMPTY: Values = {};
const NO_NEXT = { mayHelp: false, forHelp: EMPTY, forRequest: '' };
const SAVED_OFFLINE = '没有网络，已经记在这部手机上，联网后打开这里就会送出。';

definePage({
  data: {
    kinds: kindsFor(DEPUTIES),
    kind: '',
    title: '',
    hint: '',
    date: '',
    /** The same in words. */
    day: '',
    last: '',
    fields: [] as readonly FormField[],
    /** A meeting that is still to come: whoever is named is told. */
    plannable: false,
    planned: false,
    reason: '',
    busy: false,
    problem: '',
    done: '',
    /** What was just noted: a photo may be added to it. */
    noted: '',
    unsent: [] as readonly UnsentLine[],
    /** What may follow the visit that was just noted. */
    ...NO_NEXT,
  },
  places: undefined as Places | undefined,
  roles: DEPUTIES,
  group: '',
  values: EMPTY,
  asked: '',
  /** The promised visit that is being noted, and the matter in which it was agreed. */
  keeps: '',
  /** The tie (结对) for which the help is. */
  tie: '',
  request: '',

  onLoad(query) {
    this.asked = read(query, 'kind');
    const [village, household] = [read(query, 'village'), read(query, 'household')];
    this.values = { village, household, promised: '' };
    this.keeps = read(query, 'keeps');
    this.tie = read(query, 'tie');
    this.request = read(query, 'request');
    this.setData({ date: today(), last: today(), day: sayDay(today()) });
    this.showUnsent();
  },
  async onShow() {
    await this.learn();
    if (listUnsent().length > 0) await this.send();
  },
  /** Without a network the form is what the phone last knew. */
  async learn() {
    const [places, who] = await Promise.all([getPlaces(), whoAmI()]);
    if (places.ok) this.places = places.data;
    if (who.ok) {
      const held = who.data.grants.filter(({ state }) => state === 'confirmed');
      this.roles = held.map(({ role }) => role);
      this.group = held.find(({ role }) => LEADERS.includes(role))?.group ?? '';
    }
    this.values = withVillageId(this.values, places.ok ? places.data.villages : []);
    this.setData({ kinds: kindsFor(this.roles, this.places?.ownKinds) });
    if (this.asked) this.begin(this.asked);
    else this.show();
  },
  chooseKind(event: Chosen) {
    this.begin(event.detail.id);
    scrollToTop();
  },
  begin(kind: string) {
    this.asked = '';
    if (!isActivityKind(kind) && !isOwnKind(kind)) return;
    const row = kindRow(kind, this.places?.ownKinds);
    if (!row) return;
    this.setData({
      kind,
      title: row.label,
      hint: hintOf(kind),
      plannable: row.planned === true,
      planned: false,
      done: '',
      noted: '',
      problem: '',
    });
    this.show();
  },
  show() {
    const kind = this.data.kind as ActivityKind | '';
    if (!kind) return;
    const fields = toFields(kind, this.values, {
      places: this.places,
      group: this.group,
      alone: !this.roles.some((role) => OFFICE.includes(role) || BRING_OTHERS.includes(role)),
    });
    this.setData({ fields, reason: sayMissing(kind, this.values) });
  },
  /** For the household that was just visited. */
  noteHelp() {
    this.values = this.data.forHelp;
    this.setData(NO_NEXT);
    this.begin('help');
  },
  openRequest() {
    openPage('deputy/request', { request: this.data.forRequest });
  },
  leave() {
    this.setData({ kind: '', fields: [], done: '', problem: '' });
  },
  change(event: FieldChanged) {
    const { name, value, at, typed } = event.detail;
    this.values = { ...this.values, [name]: value };
    const reason = sayMissing(this.data.kind as ActivityKind, this.values);
    if (typed) this.setData({ [`fields[${String(at)}].value`]: value, reason });
    else this.show();
  },
  setDay(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ date: event.detail.value, day: sayDay(event.detail.value, today()) });
  },
  plan(event: Switched) {
    this.setData({ planned: event.detail.on });
  },
  /** First onto the phone, then out: a lost network loses nothing. */
  async submit() {
    const { kind, date, planned, busy } = this.data;
    if (busy || !kind) return;
    const more = { group: this.group, planned, keeps: this.keeps, tie: this.tie };
    const activity = toInput(kind as ActivityKind, date, this.values, more);
    addUnsent({ key: newKey(), input: { township: township(), activity } });
    this.setData({
      ...NO_NEXT,
      ...nextAfter(activity, this.request),
      kind: '',
      fields: [],
      date: today(),
      day: sayDay(today()),
    });
    this.values = EMPTY;
    this.keeps = '';
    this.tie = '';
    this.request = '';
    await this.send();
    scrollToTop();
  },
  async send() {
    this.setData({ busy: true, problem: '', done: '', noted: '' });
    this.showUnsent();
    const { sent, last, refused, waiting } = await sendUnsent();
    const [first] = refused;
    this.setData({
      busy: false,
      noted: last,
      done: sent > 0 ? '记下了，已经进了您的履职档案。' : '',
      problem: waiting ? SAVED_OFFLINE : first ? explain(first.failure) : '',
    });
    this.showUnsent();
  },
  showUnsent() {
    this.setData({ unsent: toUnsentLines(listUnsent(), today()) });
  },
  discard(event: WechatMiniprogram.BaseEvent) {
    dropUnsent((event.currentTarget.dataset as { id: string }).id);
    this.setData({ problem: '' });
    this.showUnsent();
  },
  openNoted() {
    openPage('deputy/activity', { activity: this.data.noted });
  },
  openRecord() {
    openPage('deputy/record');
  },
});
