import type { Vacancy } from '../../contract/congress/change';
import type { LeavingRow } from '../../contract/congress/term';
import type { PanelAct, Values } from '../../contract/shapes';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { openPage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { listChanges, listLeaving, recordChange } from '../../services/congress';
import { readDirectory } from '../services/registry-office';
import { getPlaces } from '../../services/registry';
import { takeList } from '../../services/take-list';
import { explain, explainOpening } from '../../view/feedback';
import { hangsOn } from '../view/leaving';
import { recordAct, sayVacancy, toRow, toWish, type Wish } from './view';

/** What waits behind 换届. */
function sayLeaving(people: readonly LeavingRow[]): string {
  const open = people.filter((one) => hangsOn(one) > 0);
  if (open.length === 0) return '当选名单、公布、离任代表交接';
  return `离任代表交接：${open.map(({ name }) => name).join('、')}手上还有事`;
}

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    stamp: '',
    acts: [] as readonly PanelAct[],
    rows: [] as readonly ReturnType<typeof toRow>[],
    leaving: '',
    vacancies: [] as readonly string[],
    skeleton: ['card', 'card'],
  },
  pending: undefined as Pending<Wish> | undefined,
  vacancies: [] as readonly Vacancy[],

  async onShow() {
    await this.load();
  },
  async load() {
    const [changes, leaving, places, people, areas] = await Promise.all([
      listChanges(),
      listLeaving(),
      getPlaces(),
      readDirectory('people'),
      readDirectory('names'),
    ]);
    const rows = [...(people.ok ? people.data.rows : []), ...(areas.ok ? areas.data.rows : [])];
    this.vacancies = changes.ok ? changes.data.vacancies : [];
    this.setData({
      loading: false,
      problem: changes.ok ? '' : explainOpening(changes),
      rows: changes.ok ? changes.data.changes.map(toRow) : [],
      leaving: leaving.ok ? sayLeaving(leaving.data.people) : '',
      vacancies: this.vacancies.map(sayVacancy),
      acts: places.ok && people.ok && areas.ok ? [recordAct(places.data, rows, this.vacancies)] : [],
    });
  },
  openTerm() {
    openPage('office/term');
  },
  openPeople() {
    openPage('office/directory', { part: 'people', kind: 'person' });
  },
  async takeOut() {
    await takeList(this, { list: 'changes' }, explain);
  },
  async record(event: WechatMiniprogram.CustomEvent<{ values: Values }>) {
    if (this.data.busy) return;
    const { values } = event.detail;
    const wish = toWish(values, this.vacancies);
    if (typeof wish === 'string') {
      this.setData({ problem: wish, done: '' });
      scrollToTop();
      return;
    }
    this.setData({ busy: true, problem: '', done: '' });
    this.pending = intend(this.pending, JSON.stringify(values), () => wish);
    const result = await recordChange(this.pending.input, this.pending.key);
    if (result.ok) {
      this.pending = undefined;
      await this.load();
      this.setData({ stamp: result.data.change });
    }
    this.setData({
      busy: false,
      problem: result.ok ? '' : explain(result),
      done: result.ok ? '登记好了。' : '',
    });
    scrollToTop();
  },
});
