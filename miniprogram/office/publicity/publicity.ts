import type { Choice } from '../../components/choice-chips/choice-chips';
import { ARTICLE_LIMITS } from '../../contract/article';
import type { PublicitySettings } from '../../contract/publicity-settings';
import { CHIEF, holdsAny } from '../../contract/roles';
import { today } from '../../platform/clock';
import { sayFullDate } from '../../view/dates';
import type { Chosen, Typed } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { getPublicitySettings, savePublicitySettings } from '../../services/publicity';
import { whoAmI } from '../../services/registry';
import { listAccounts, PUBLISH, sayProblem } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    settings: null as PublicitySettings | null,
    accounts: [] as readonly Choice[],
    publish: PUBLISH,
    chief: false,
    wrong: '',
    fromWords: '',
    toWords: '',
    most: ARTICLE_LIMITS.author,
    skeleton: ['card', 'card'],
  },
  edition: 0,
  keys: { own: false, district: false },
  pending: undefined as Pending<PublicitySettings> | undefined,

  async onLoad() {
    await this.load();
  },
  async load() {
    const [result, who] = await Promise.all([getPublicitySettings(), whoAmI()]);
    if (!result.ok) {
      this.setData({ loading: false, problem: explainOpening(result), retry: true });
      return;
    }
    const { settings, edition, keys } = result.data;
    Object.assign(this, { edition, keys });
    const grants = who.ok ? who.data.grants : [];
    const chief = holdsAny(grants, CHIEF);
    const over = this.data.retry ? { problem: '', retry: false } : {};
    this.setData({ loading: false, chief, accounts: listAccounts(keys), ...over });
    this.show(settings);
  },
  show(settings: PublicitySettings) {
    const { from = '', to = '' } = settings.election ?? {};
    const wrong = sayProblem(settings, this.keys);
    this.setData({ settings, wrong, fromWords: sayFullDate(from), toWords: sayFullDate(to) });
  },
  change(patch: Partial<PublicitySettings>) {
    if (this.data.settings && this.data.chief) this.show({ ...this.data.settings, ...patch });
  },
  chooseAccount(event: Chosen) {
    this.change({ account: event.detail.id as PublicitySettings['account'] });
  },
  choosePublish(event: Chosen) {
    this.change({ publish: event.detail.id as PublicitySettings['publish'] });
  },
  typeAuthor(event: Typed) {
    this.change({ author: event.detail.value });
  },
  startElection() {
    this.change({ election: { from: today(), to: today() } });
  },
  endElection() {
    if (!this.data.settings) return;
    const { election: _over, ...rest } = this.data.settings;
    if (this.data.chief) this.show(rest);
  },
  chooseDay(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { end } = event.currentTarget.dataset as { end: 'from' | 'to' };
    const election = this.data.settings?.election;
    if (election) this.change({ election: { ...election, [end]: event.detail.value } });
  },
  async save() {
    const { settings, busy } = this.data;
    if (!settings || busy) return;
    const { edition } = this;
    this.setData({ busy: true, problem: '', done: '' });
    this.pending = intend(this.pending, JSON.stringify([edition, settings]), () => settings);
    const result = await savePublicitySettings({ edition, settings }, this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    if (result.ok) this.edition = result.data.edition;
    this.setData({
      busy: false,
      ...(result.ok ? { done: '记下了。' } : { problem: explain(result), retry: false }),
    });
    scrollToTop();
    if (!result.ok && result.code === 'row-changed') await this.load();
  },
});
