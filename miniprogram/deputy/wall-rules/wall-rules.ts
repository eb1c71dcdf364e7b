import type { Choice } from '../../components/choice-chips/choice-chips';
import { CHIEF, holdsAny, OFFICE } from '../../contract/roles';
import { canRetry, type Result } from '../../contract/result';
import type { WallRuleRow } from '../../contract/work-report';
import { today } from '../../platform/clock';
import { openDocument } from '../../platform/documents';
import { intend, type Pending } from '../../platform/keys';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { whoAmI } from '../../services/registry';
import { sayFullDate } from '../../view/dates';
import type { Chosen, Typed } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import {
  actOnWallRule,
  getWallRule,
  listWallRules,
  printWallRule,
  saveWallRule,
} from '../services/wall-rules';
import { listUsual, sayLacking, toForm, toLines, toScreen } from './view';
import type { RuleForm, RuleLine, RuleScreen } from './view';

type Tap = WechatMiniprogram.BaseEvent;
const NONE: readonly WallRuleRow[] = [];

/** 制度上墙: everybody of the congress reads; the office writes, the chief puts into force. */
definePage({
  data: {
    loading: true,
    busy: '',
    problem: '',
    done: '',
    office: false,
    chief: false,
    lines: [] as readonly RuleLine[],
    usual: [] as readonly Choice[],
    rule: null as RuleScreen | null,
    form: null as RuleForm | null,
    lacking: '',
    on: '',
    onWords: '',
    skeleton: ['card', 'card'],
  },
  rules: NONE,
  pending: undefined as Pending<string> | undefined,

  async onLoad() {
    this.pickDay(today());
    const who = await whoAmI();
    const grants = who.ok ? who.data.grants : [];
    this.setData({ office: holdsAny(grants, OFFICE), chief: holdsAny(grants, CHIEF) });
    await this.load();
  },
  async load() {
    const { rule } = this.data;
    const found = await listWallRules();
    this.setData({ loading: false, problem: found.ok ? '' : explainOpening(found) });
    if (found.ok) this.rules = found.data.rules;
    this.setData({ lines: toLines(this.rules), usual: listUsual(this.rules) });
    if (rule) await this.show(rule.rule);
  },
  async show(rule: string) {
    const found = await getWallRule(rule);
    if (found.ok) this.setData({ rule: toScreen(found.data) });
    else this.setData({ rule: null, problem: explain(found) });
  },
  async open(event: Tap) {
    const { id } = event.currentTarget.dataset as { id: string };
    this.setData({ problem: '', done: '' });
    await this.show(id);
    scrollToTop();
  },
  close() {
    this.setData({ rule: null, form: null, done: '', problem: '' });
  },
  write() {
    this.edit(toForm(this.data.rule));
    scrollToTop();
  },
  edit(form: RuleForm) {
    this.setData({ form, lacking: sayLacking(form) });
  },
  leave() {
    this.setData({ form: null });
  },
  chooseTitle(event: Chosen) {
    if (this.data.form) this.edit({ ...this.data.form, title: event.detail.id });
  },
  typeTitle(event: Typed) {
    if (this.data.form) this.edit({ ...this.data.form, title: event.detail.value });
  },
  typeBody(event: Typed) {
    if (this.data.form) this.edit({ ...this.data.form, body: event.detail.value });
  },
  chooseDay(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.pickDay(event.detail.value);
  },
  pickDay(on: string) {
    this.setData({ on, onWords: sayFullDate(on) });
  },
  async save() {
    const { form } = this.data;
    if (!form) return;
    const { title, body, edition } = form;
    const input = { title: title.trim(), body, edition };
    const saved = await this.send('save', input, (key) => saveWallRule(input, key));
    if (!saved?.ok) return;
    this.setData({ form: null, done: '写好了，等主席施行。' });
    await this.load();
    await this.show(saved.data.rule);
  },
  async act(event: Tap) {
    const { act } = event.currentTarget.dataset as { act: 'enforce' | 'end' };
    const { rule, on } = this.data;
    if (!rule) return;
    const input = { rule: rule.rule, edition: rule.edition, act, on };
    const acted = await this.send(act, input, (key) => actOnWallRule(input, key));
    if (!acted?.ok) return;
    await this.load();
    this.setData({ done: act === 'enforce' ? '施行了。打印出来上墙。' : '停止施行了。' });
  },
  async send<T>(busy: string, input: object, act: (key: string) => Promise<Result<T>>) {
    if (this.data.busy) return undefined;
    const wish = JSON.stringify([busy, input]);
    this.pending = intend(this.pending, wish, () => wish);
    this.setData({ busy, problem: '', done: '' });
    const result = await act(this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    this.setData({ busy: '', problem: result.ok ? '' : explain(result) });
    scrollToTop();
    return result;
  },
  async print(event: Tap) {
    const { paper } = event.currentTarget.dataset as { paper: 'A3' | '' };
    const { rule, busy } = this.data;
    if (!rule || busy) return;
    this.setData({ busy: `print${paper}`, problem: '' });
    const opened = await openDocument(await printWallRule({ rule: rule.rule, ...(paper && { paper }) }));
    this.setData({ busy: '', problem: opened.ok ? '' : explain(opened) });
  },
});
