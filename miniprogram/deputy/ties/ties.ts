import type { Choice } from '../../components/choice-chips/choice-chips';
import { canRetry, type Result } from '../../contract/result';
import { holdsAny, OFFICE } from '../../contract/roles';
import type { TieMeasure } from '../../contract/ties';
import { today } from '../../platform/clock';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { getPlaces, whoAmI } from '../../services/registry';
import type { Typed } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { endTie, getTies, keepTie, listTied, setTieAccess } from '../services/ties';
import { measureChoices, toListScreen, toOwnScreen } from './view';
import type { ListScreen, OwnScreen } from './view';

type Tap = WechatMiniprogram.BaseEvent;

function idOf(event: Tap): string {
  return (event.currentTarget.dataset as { id: string }).id;
}

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    own: null as OwnScreen | null,
    list: null as ListScreen | null,
    /** Somebody else's, read by whom the chair named. */
    others: false,
    /** Of the office: may ask the chair. */
    mayAsk: false,
    /** The tie that is being written; `new`: one more. */
    writing: '',
    alias: '',
    needs: '',
    choices: [] as readonly Choice[],
    /** The tie that is about to end, and why. */
    ending: '',
    reason: '',
    skeleton: ['card', 'card'],
  },
  person: '',
  all: false,
  measures: [] as readonly TieMeasure[],
  pending: undefined as Pending<string> | undefined,

  onLoad(query) {
    this.person = read(query, 'person');
    this.all = read(query, 'all') !== '';
    this.setData({ others: this.person !== '' });
  },
  async onShow() {
    await this.load();
  },
  async load() {
    if (this.all) {
      const [found, places, who] = await Promise.all([listTied(), getPlaces(), whoAmI()]);
      this.setData({ mayAsk: who.ok && holdsAny(who.data.grants, OFFICE) });
      const list = found.ok ? toListScreen(found.data, places.ok ? places.data : undefined, today()) : null;
      this.setData({ loading: false, problem: found.ok ? '' : explainOpening(found) });
      if (found.ok || !canRetry(found.code)) this.setData({ list });
      return;
    }
    const found = await getTies(this.person || undefined);
    const own = found.ok ? toOwnScreen(found.data, today()) : null;
    this.setData({ loading: false, problem: found.ok ? '' : explainOpening(found) });
    // Without a network what was read stays; who may no longer read it sees nothing.
    if (found.ok || !canRetry(found.code)) this.setData({ own });
  },
  begin(event: Tap) {
    const id = idOf(event);
    const card = this.data.own?.cards.find(({ tie }) => tie === id);
    this.measures = card?.ticked ?? [];
    this.setData({
      writing: card ? id : 'new',
      alias: card?.alias ?? '',
      needs: card?.needs ?? '',
      choices: measureChoices(this.measures),
      done: '',
      ending: '',
    });
  },
  stop() {
    this.setData({ writing: '', ending: '' });
  },
  typeAlias(event: Typed) {
    this.setData({ alias: event.detail.value });
  },
  typeNeeds(event: Typed) {
    this.setData({ needs: event.detail.value });
  },
  tick(event: Tap) {
    const id = idOf(event) as TieMeasure;
    const { measures } = this;
    this.measures = measures.includes(id) ? measures.filter((each) => each !== id) : [...measures, id];
    this.setData({ choices: measureChoices(this.measures) });
  },
  save() {
    const { writing, alias, needs } = this.data;
    if (!alias.trim()) return;
    const typed = {
      alias: alias.trim(),
      measures: this.measures,
      ...(needs.trim() && { needs: needs.trim() }),
      ...(writing !== 'new' && { tie: writing }),
    };
    void this.run(JSON.stringify(typed), '记下了，只有您和主席指定的人看得到。', (key) =>
      keepTie(typed, key),
    );
  },
  askEnd(event: Tap) {
    this.setData({ ending: idOf(event), reason: '', writing: '', done: '' });
  },
  typeReason(event: Typed) {
    this.setData({ reason: event.detail.value });
  },
  end() {
    const { ending: tie, reason } = this.data;
    if (!reason.trim()) return;
    const ended = { tie, reason: reason.trim() };
    void this.run(JSON.stringify(ended), '结束了。', (key) => endTie(ended, key));
  },
  noteHelp(event: Tap) {
    openPage('deputy/log', { kind: 'tied-help', tie: idOf(event) });
  },
  openTies(event: Tap) {
    if (this.data.list?.access === 'granted') openPage('deputy/ties', { person: idOf(event) });
  },
  askAccess() {
    void this.run('ask', '告诉主席了，同意以后就能点开看。', (key) => setTieAccess({ act: 'ask' }, key));
  },
  grant(event: Tap) {
    const account = idOf(event);
    void this.run(`grant ${account}`, '同意了。', (key) => setTieAccess({ act: 'grant', account }, key));
  },
  endAccess(event: Tap) {
    const account = idOf(event);
    void this.run(`end ${account}`, '不再能看了。', (key) => setTieAccess({ act: 'end', account }, key));
  },
  async run(wish: string, done: string, send: (key: string) => Promise<Result<unknown>>) {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '', done: '' });
    this.pending = intend(this.pending, wish, () => wish);
    const result = await send(this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    if (result.ok) this.setData({ writing: '', ending: '' });
    await this.load();
    this.setData({ busy: false, ...(result.ok ? { done } : { problem: explain(result) }) });
    scrollToTop();
  },
});
