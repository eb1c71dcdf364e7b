import type { FormField } from '../../view/form-field';
import type { Places } from '../../contract/registry';
import type { InvitationRow, InvitationState, Issued } from '../../contract/registry-office';
import { now } from '../../platform/clock';
import type { Chosen, Typed } from '../../view/events';
import { canRetry, type Result } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { intend, type Pending } from '../../platform/keys';
import { openPage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { getPlaces, whoAmI } from '../../services/registry';
import { takeList } from '../../services/take-list';
import { InviteForm } from './invite-form';
import { printShown } from './print-slips';
import * as office from '../services/registry-office';
import { listRoles, NONE, sayShown, STATE_IDS, STATES, toLines } from './view';
import type { InvitationLine } from './view';

/** More invitations than a township ever has. */
const PAGES = 20;

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    states: STATES,
    /** Invites deputies and receivers, and may print slips: the office. */
    office: false,
    state: STATE_IDS[0] ?? 'claimed',
    /** Instead of invitations those who have none. */
    none: false,
    lines: [] as readonly InvitationLine[],
    next: '',
    inviting: false,
    fields: [] as readonly FormField[],
    missing: '',
    code: '',
    until: '',
    /** Which one is being ended or issued anew, and what for that is typed. */
    turning: '',
    act: '',
    words: '',
    asking: false,
    text: '',
    skeleton: ['card', 'card', 'card'],
  },
  places: null as Places | null,
  form: null as InviteForm | null,
  roles: [] as ReturnType<typeof listRoles>,
  rows: [] as readonly InvitationRow[],
  pending: undefined as Pending<null> | undefined,

  async onLoad() {
    const [who, places] = await Promise.all([whoAmI(), getPlaces()]);
    if (who.ok) this.roles = listRoles(who.data.grants);
    if (this.roles.includes('deputy')) this.setData({ office: true, states: [...STATES, NONE] });
    if (places.ok) this.places = places.data;
    await this.load();
  },
  async load() {
    const { state } = this.data;
    const result = await office.listInvitations(state);
    if (state !== this.data.state) return;
    if (!result.ok) {
      this.setData({ loading: false, problem: explainOpening(result), retry: true });
      return;
    }
    const { rows, next = '' } = result.data;
    this.rows = rows;
    this.setData({ loading: false, problem: '', retry: false, lines: this.toLines(), next });
  },
  toLines() {
    const text = this.data.text.trim();
    const found = this.rows.filter(({ name }) => name.includes(text));
    return this.places ? toLines(found, this.places, now()) : [];
  },
  find(event: Typed) {
    this.setData({ text: event.detail.value });
    this.setData({ lines: this.toLines() });
  },
  /** What lies further back is fetched first. */
  async findAll() {
    if (this.data.none) return;
    for (let page = 0; page < PAGES && this.data.next; page++) {
      if (!(await this.more())) return;
    }
  },
  /** False: nothing came, or not what is looked at now. */
  async more() {
    const { state, next: after } = this.data;
    const result = await office.listInvitations(state, after);
    if (state !== this.data.state || after !== this.data.next) return false;
    if (!result.ok) {
      this.setData({ problem: explainOpening(result), retry: true });
      return false;
    }
    const { rows, next = '' } = result.data;
    this.rows = [...this.rows, ...rows];
    this.setData({ lines: this.toLines(), next });
    return true;
  },
  async chooseState(event: Chosen) {
    if (event.detail.id === NONE.id) {
      this.setData({ none: true, inviting: false, done: '', problem: '' });
      return;
    }
    this.setData({
      none: false,
      state: event.detail.id as InvitationState,
      lines: [],
      loading: true,
      turning: '',
      done: '',
    });
    await this.load();
  },

  async invite() {
    if (!this.places) return;
    const form = new InviteForm(this.roles, this.places);
    this.form = form;
    this.setData({ inviting: true, code: '', done: '', problem: '', ...form.show() });
    await form.load();
    this.setData(form.show());
  },
  openTable() {
    openPage('office/import', { table: 'invitation' });
  },
  async takeOut() {
    await takeList(this, { list: 'invitations', state: this.data.state }, explain);
  },
  printShown() {
    return printShown(this);
  },
  stopInviting() {
    this.setData({ inviting: false });
  },
  change(event: WechatMiniprogram.CustomEvent<{ name: string; value: string }>) {
    this.form?.change(event.detail);
    this.setData({ ...this.form?.show() });
  },
  async send() {
    const invited = this.form?.invited();
    if (!invited) return;
    const result = await this.run(JSON.stringify(invited), (key) => office.issueInvitation(invited, key));
    if (result?.ok) this.showCode(result.data);
  },
  showCode(issued: Issued) {
    this.setData({ inviting: true, turning: '', ...sayShown(issued) });
    scrollToTop();
  },

  async confirm(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    const result = await this.run(`confirm ${id}`, (key) => office.confirmInvitation(id, key));
    if (result?.ok) this.setData({ done: '确认了，现在就能用。' });
  },
  turn(event: WechatMiniprogram.BaseEvent) {
    const { id, act } = event.currentTarget.dataset as { id: string; act: string };
    this.setData({ turning: id, act, words: '', done: '', problem: '' });
  },
  type(event: Typed) {
    this.setData({ words: event.detail.value });
  },
  ask() {
    this.setData({ asking: true });
  },
  stopAsking() {
    this.setData({ asking: false });
  },
  async finish() {
    const { turning: id, act, words } = this.data;
    if (act === 'reissue') {
      const issued = await this.run(`${id} ${words}`, (key) => office.reissueInvitation(id, words, key));
      if (issued?.ok) this.showCode(issued.data);
      return;
    }
    const result = await this.run(`${id} ${words}`, (key) => office.revokeInvitation(id, words.trim(), key));
    if (result?.ok) this.setData({ done: '撤销了，下一次就用不了了。', turning: '' });
  },
  async run<T>(wish: string, act: (key: string) => Promise<Result<T>>) {
    if (this.data.busy) return undefined;
    this.setData({ busy: true, problem: '', done: '' });
    this.pending = intend(this.pending, wish, () => null);
    const result = await act(this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    await this.load();
    this.setData({
      busy: false,
      asking: false,
      ...(!result.ok && { problem: explain(result), retry: false }),
    });
    return result;
  },
});
