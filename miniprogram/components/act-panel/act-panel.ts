import type { PanelAct, Values } from '../../contract/shapes';
import { fillFields, listOf, sayMissing, tidy, toggle } from './fill';
import type { FilledField } from './fill';
import { partsOf } from './parts';

/** On a phone so many acts stand there at once; the rest behind 更多. */
const SHOWN = 4;

type Named = WechatMiniprogram.CustomEvent<{ value: string; id: string }>;

function nameOf(event: WechatMiniprogram.BaseEvent): string {
  return (event.currentTarget.dataset as { name: string }).name;
}

/**
 * The legal next acts as buttons, and for the chosen one what it needs: words, a unit, a day. The first act is the
 * main button. Tells `begin` when one is opened, and `act` with its
 * id and the filled-in values; what was filled in stays until it is done.
 */
Component({
  options: { pureDataPattern: /^_/ },
  properties: {
    acts: { type: Array, value: [] as PanelAct[] },
    /** Another stamp is another state of the request: what was open closes. */
    stamp: { type: String, value: '' },
    /** What is asked above the buttons. */
    ask: { type: String, value: '' },
    /** Comes in after an act was begun: what to fill in. */
    given: { type: Object, value: {} },
    /** The main act's form stands open from the beginning: where there is room beside what it is about. */
    ready: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
    elder: { type: Boolean, value: false },
    /** Answers to a question: those that are not quiet weigh the same. */
    even: { type: Boolean, value: false },
  },
  data: {
    main: null as PanelAct | null,
    answers: [] as PanelAct[],
    others: [] as PanelAct[],
    /** The same under headings, where the acts name them. */
    parts: [] as { heading: string; acts: PanelAct[] }[],
    rest: false,
    open: null as PanelAct | null,
    fields: [] as FilledField[],
    reason: '',
    all: false,
    /** Closed by hand: it does not open by itself again. */
    _closed: false,
    _values: {},
  },
  observers: {
    'acts, all, even'(acts: PanelAct[], all: boolean, even: boolean) {
      if (even) {
        this.showEven(acts);
        return;
      }
      const main = acts.find(({ quiet }) => quiet !== true) ?? null;
      const rest = acts.filter((act) => act !== main);
      const others = [...rest.filter(({ quiet }) => !quiet), ...rest.filter(({ quiet }) => quiet)];
      const parts = partsOf(others);
      this.setData({ parts });
      const few = all || acts.length <= SHOWN ? others : others.slice(0, SHOWN - 2);
      this.setData({ main, answers: [], others: few, rest: few.length < others.length });
      this.refill(acts);
    },
    given(given: Values) {
      // Whoever was quicker than the proposal keeps what was typed.
      this.fill({ ...given, ...this.data._values });
    },
    stamp() {
      this.setData({ open: null, all: false, _closed: false, _values: {} });
      this.openMain();
    },
  },
  methods: {
    /** The answers one under another, none of them louder; what is no answer as a link below. */
    showEven(acts: PanelAct[]) {
      const answers = acts.filter(({ quiet }) => !quiet);
      this.setData({ main: null, answers, others: acts.filter(({ quiet }) => quiet), rest: false });
      this.refill(acts);
    },
    /** What may be chosen came later: the open one asks with it. */
    refill(acts: PanelAct[]) {
      const open = acts.find(({ id }) => id === this.data.open?.id);
      if (!open) {
        this.setData({ open: null });
        this.openMain();
        return;
      }
      this.setData({ open });
      this.fill({});
    },
    begin(event: WechatMiniprogram.BaseEvent) {
      const { id } = event.currentTarget.dataset as { id: string };
      const open = this.data.acts.find((act) => act.id === id);
      if (!open || this.data.busy) return;
      if (open.fields.length === 0 && !open.words) {
        this.triggerEvent('act', { id, values: {} });
        return;
      }
      this.setData({ open });
      this.fill(open.values ?? {});
      this.triggerEvent('begin', { id });
    },
    openMain() {
      const { acts, ready, open, _closed } = this.data;
      const main = acts.find(({ quiet }) => quiet !== true);
      if (!ready || !main || open || _closed || main.fields.length === 0) return;
      this.setData({ open: main });
      this.fill(main.values ?? {});
    },
    showAll() {
      this.setData({ all: true });
    },
    close() {
      if (!this.data.busy) this.setData({ open: null, _closed: true, _values: {} });
    },
    fill(more: Values) {
      const { open, _values } = this.data;
      if (!open) return;
      const values = { ..._values, ...more };
      this.setData({ _values: values, fields: fillFields(open, values), reason: sayMissing(open, values) });
    },
    /** What was typed goes back into its field alone, which takes no notice of it. */
    type(event: Named) {
      const { open, fields } = this.data;
      const name = nameOf(event);
      const values = { ...this.data._values, [name]: event.detail.value };
      const at = fields.findIndex((field) => field.name === name);
      const reason = open ? sayMissing(open, values) : '';
      this.setData({ _values: values, [`fields[${String(at)}].text`]: event.detail.value, reason });
    },
    choose(event: Named) {
      this.fill({ [nameOf(event)]: event.detail.id });
    },
    mark(event: WechatMiniprogram.BaseEvent) {
      const { name, id } = event.currentTarget.dataset as { name: string; id: string };
      this.fill({ [name]: toggle(listOf(this.data._values, name), id) });
    },
    setDay(event: Named) {
      this.fill({ [nameOf(event)]: event.detail.value });
    },
    quote(event: WechatMiniprogram.BaseEvent) {
      const { text } = event.currentTarget.dataset as { text: string };
      this.fill({ [nameOf(event)]: text });
    },
    confirm() {
      const { open, reason, _values } = this.data;
      if (open && reason === '') this.triggerEvent('act', { id: open.id, values: tidy(open, _values) });
    },
  },
});
