import { canRetry } from '../../contract/result';
import { today } from '../../platform/clock';
import { intend, type Pending } from '../../platform/keys';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import type { Typed } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { getOfficialKeys, revokeOfficialKeys, saveOfficialKeys } from '../services/official-keys';
import { sayLacking, saySaved, toScreen, type AccountScreen } from './view';

/** The keys of the township's own official account: entered here, never shown again. */
definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    tone: 'done',
    screen: null as AccountScreen | null,
    appid: '',
    secret: '',
    words: '',
    lacking: sayLacking('', ''),
    asking: false,
    skeleton: ['card', 'card'],
  },
  edition: 0,
  pending: undefined as Pending<string> | undefined,

  async onShow() {
    await this.load();
  },
  /** The secret does not outlive the page, nor the app's going to the background. */
  onHide() {
    this.pending = undefined;
    this.setData({ secret: '', lacking: sayLacking(this.data.appid, '') });
  },
  async load() {
    const keys = await getOfficialKeys();
    if (!keys.ok) {
      this.setData({ loading: false, problem: explainOpening(keys), retry: canRetry(keys.code) });
      return;
    }
    this.edition = keys.data.edition;
    this.setData({ loading: false, problem: '', screen: toScreen(keys.data, today()) });
  },
  type(event: Typed) {
    const { name } = event.currentTarget.dataset as { name: 'appid' | 'secret' | 'words' };
    this.setData({ [name]: event.detail.value });
    this.setData({ lacking: sayLacking(this.data.appid, this.data.secret) });
  },
  async save() {
    if (this.data.busy) return;
    const { appid, secret } = this.data;
    const input = { edition: this.edition, appid: appid.trim(), secret: secret.trim() };
    this.pending = intend(this.pending, JSON.stringify(input), () => '');
    this.setData({ busy: true, problem: '', done: '' });
    const saved = await saveOfficialKeys(input, this.pending.key);
    this.setData({ busy: false });
    if (!saved.ok) {
      this.setData({ problem: explain(saved), retry: false });
      scrollToTop();
      return;
    }
    await this.finish(saySaved(saved.data), saved.data.checked === 'works' ? 'done' : 'waiting');
  },
  ask() {
    this.setData({ asking: true, problem: '', done: '' });
  },
  stopAsking() {
    this.setData({ asking: false });
  },
  async revoke() {
    if (this.data.busy) return;
    const input = { edition: this.edition, words: this.data.words.trim() };
    this.pending = intend(this.pending, JSON.stringify(input), () => '');
    this.setData({ busy: true });
    const revoked = await revokeOfficialKeys(input, this.pending.key);
    this.setData({ busy: false, asking: false });
    if (!revoked.ok) {
      this.setData({ problem: explain(revoked), retry: false });
      scrollToTop();
      return;
    }
    await this.finish('停用了，密钥已经删掉。', 'done');
  },
  async finish(done: string, tone: 'done' | 'waiting') {
    this.pending = undefined;
    this.setData({ appid: '', secret: '', words: '', lacking: sayLacking('', '') });
    await this.load();
    this.setData({ done, tone });
    scrollToTop();
  },
});
