import type { DistrictView } from '../../contract/district-view';
import type { PrintedFile } from '../../contract/report';
import type { Result } from '../../contract/result';
import type { PanelAct, Values } from '../../contract/shapes';
import { today } from '../../platform/clock';
import { openDocument } from '../../platform/documents';
import { intend, type Pending } from '../../platform/keys';
import { startAt } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { whereabouts } from '../../platform/whereabouts';
import { getTownships } from '../../services/district';
import { takeList } from '../../services/take-list';
import {
  getDistrictFigures,
  listDistrictDeputies,
  printDistrictRecord,
  printDistrictReport,
} from '../services/district-view';
import type { Chosen } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { readOn, type Paged } from '../../view/paged';
import {
  answer,
  isList,
  LISTS,
  readRoom,
  toActs,
  toListScreen,
  type Brought,
  type ListScreen,
} from './rooms';
import { ROOMS, toFiguresScreen, toPlaces, type FiguresScreen, type Room } from './view';

const firstRoom = (): Room => 'figures';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    rooms: ROOMS,
    room: firstRoom(),
    places: toPlaces([]),
    place: '',
    placeName: '各乡镇合计',
    choosing: false,
    figures: null as FiguresScreen | null,
    deputies: null as readonly { person: string; name: string }[] | null,
    screen: null as ListScreen | null,
    acts: [] as readonly PanelAct[],
    stamp: '',
    skeleton: ['card', 'card'],
  },
  paged: undefined as Paged<Brought> | undefined,
  opened: '',
  pending: undefined as Pending<string> | undefined,

  /** A notice opens it on what it tells of: `room`. */
  async onLoad(query: { room?: string }) {
    const room = ROOMS.find(({ id }) => id === query.room)?.id;
    if (room) this.setData({ room });
    if (!whereabouts()) {
      startAt('choose');
      return;
    }
    const known = await getTownships();
    if (known.ok) this.setData({ places: toPlaces(known.data) });
    await this.load();
  },
  async load() {
    this.paged = undefined;
    const { room } = this.data;
    if (isList(room)) await this.loadMore();
    else if (room === 'deputies') await this.loadDeputies();
    else await this.loadFigures();
  },
  async loadFigures() {
    const { place, room } = this.data;
    const result = await getDistrictFigures(place);
    if (place !== this.data.place || room !== this.data.room) return;
    const figures = result.ok ? this.sayFigures(result.data) : null;
    this.setData({ loading: false, problem: result.ok ? '' : explainOpening(result), figures });
  },
  /** Of one township, whose ledger it is. */
  async loadDeputies() {
    const { place } = this.data;
    const result = place === '' ? null : await listDistrictDeputies(place);
    if (place !== this.data.place) return;
    const deputies = result?.ok ? result.data.map(({ person, name }) => ({ person, name })) : null;
    const problem = result === null || result.ok ? '' : explainOpening(result);
    this.setData({ loading: false, problem, deputies, choosing: place === '' });
  },
  sayFigures(view: DistrictView): FiguresScreen {
    return toFiguresScreen(view, today(), this.data.place === '');
  },
  async loadMore() {
    const { room } = this.data;
    if (!isList(room)) return;
    this.setData({ busy: true });
    const result = await readOn(
      this.paged,
      (after) => readRoom(room, today(), after),
      ({ rows }) => rows,
    );
    if (room !== this.data.room) return;
    this.setData({ busy: false, loading: false, problem: result.ok ? '' : explainOpening(result) });
    if (!result.ok) return;
    this.paged = result.data;
    this.refresh();
  },
  refresh() {
    const { room } = this.data;
    if (!this.paged || !isList(room)) return;
    const screen = toListScreen(room, this.paged, this.opened);
    this.setData({ screen, acts: toActs(screen), stamp: this.opened });
  },
  async chooseRoom(event: Chosen) {
    const room = ROOMS.find(({ id }) => id === event.detail.id)?.id ?? 'figures';
    this.opened = '';
    const nothing = { figures: null, deputies: null, screen: null, acts: [] };
    this.setData({ room, loading: true, busy: false, problem: '', done: '', choosing: false, ...nothing });
    await this.load();
  },
  openPlaces() {
    this.setData({ choosing: !this.data.choosing });
  },
  async choosePlace(event: Chosen) {
    const chosen = this.data.places.find(({ id }) => id === event.detail.id);
    if (!chosen) return;
    const nothing = { figures: null, deputies: null };
    this.setData({ place: chosen.id, placeName: chosen.text, choosing: false, loading: true, ...nothing });
    await this.load();
  },
  open(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    this.opened = this.opened === id ? '' : id;
    this.refresh();
  },
  async act(event: WechatMiniprogram.CustomEvent<{ id: string; values: Values }>) {
    const { id, values } = event.detail;
    const { room, busy } = this.data;
    if (busy || !isList(room)) return;
    const words = String(values['words'] ?? '');
    const wish = JSON.stringify([room, id, words]);
    this.pending = intend(this.pending, wish, () => wish);
    this.setData({ busy: true, problem: '', done: '' });
    const result = await answer(room, id, words, this.pending.key);
    this.setData({ busy: false, problem: result.ok ? '' : explain(result) });
    if (result.ok) {
      this.pending = undefined;
      this.opened = '';
      await this.load();
      this.setData({ done: '答复了，乡镇人大办看得到。' });
    }
    scrollToTop();
  },
  async takeOut() {
    const { room, place } = this.data;
    const year = Number(today().slice(0, 4));
    const of = isList(room) ? LISTS[room] : { list: 'district-deputies' as const, of: place, year };
    await takeList(this, of, explain);
  },
  print() {
    return this.openFile(() => printDistrictReport());
  },
  printRecord(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    const year = Number(today().slice(0, 4));
    return this.openFile(() => printDistrictRecord(this.data.place, id, year));
  },
  async openFile(make: () => Promise<Result<PrintedFile>>) {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    const opened = await openDocument(await make());
    this.setData({ busy: false, problem: opened.ok ? '' : explain(opened) });
  },
});
