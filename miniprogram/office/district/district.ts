import type { Choice } from '../../components/choice-chips/choice-chips';
import type { DistrictView } from '../../contract/district-view';
import { today } from '../../platform/clock';
import { openDocument } from '../../platform/documents';
import { readFonts, refreshFonts } from '../../platform/fonts';
import { startAt } from '../../platform/navigate';
import { endPull } from '../../platform/phone';
import { whereabouts } from '../../platform/whereabouts';
import { getTownships } from '../../services/district';
import { getDistrictFigures, printDistrictReport } from '../../services/district-view';
import { listPassedUp } from '../../services/request-lists';
import type { Chosen } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { showOn } from '../../view/paged';
import type { Paged } from '../../view/paged';
import { ROOMS, toFiguresScreen, toPassedScreen, toPlaces } from './view';
import type { FiguresScreen, PassedScreen, PassedUp, Room } from './view';

const firstRoom = (): Room => 'figures';

Page({
  data: {
    fonts: readFonts(),
    loading: true,
    busy: false,
    problem: '',
    rooms: ROOMS,
    room: firstRoom(),
    places: toPlaces([]),
    place: '',
    placeName: '各乡镇合计',
    choosing: false,
    figures: null as FiguresScreen | null,
    screen: null as PassedScreen | null,
    skeleton: ['card', 'card'],
  },
  paged: undefined as Paged<PassedUp> | undefined,

  async onLoad() {
    if (!whereabouts()) {
      startAt('choose');
      return;
    }
    const known = await getTownships();
    if (known.ok) this.setData({ places: toPlaces(known.data) });
    await this.load();
  },
  onShow() {
    refreshFonts(this);
  },
  async onPullDownRefresh() {
    await this.load();
    endPull();
  },
  async load() {
    this.paged = undefined;
    if (this.data.room === 'passed') await this.loadMore();
    else await this.loadFigures();
  },
  async loadFigures() {
    const { place } = this.data;
    const result = await getDistrictFigures(place);
    if (place !== this.data.place) return;
    const figures = result.ok ? this.sayFigures(result.data) : null;
    this.setData({ loading: false, problem: result.ok ? '' : explainOpening(result), figures });
  },
  sayFigures(view: DistrictView): FiguresScreen {
    const { place, placeName } = this.data;
    return toFiguresScreen(view, placeName, today(), place === '');
  },
  async loadMore() {
    await showOn(
      this,
      listPassedUp,
      ({ items }) => items,
      (paged) => toPassedScreen(paged, today()),
    );
  },
  async chooseRoom(event: Chosen) {
    const room = ROOMS.find(({ id }) => id === event.detail.id)?.id ?? 'figures';
    this.setData({ room, loading: true, problem: '', figures: null, screen: null, choosing: false });
    await this.load();
  },
  openPlaces() {
    this.setData({ choosing: !this.data.choosing });
  },
  async choosePlace(event: Chosen) {
    const chosen: Choice | undefined = this.data.places.find(({ id }) => id === event.detail.id);
    if (!chosen) return;
    this.setData({ place: chosen.id, placeName: chosen.text, choosing: false, loading: true, figures: null });
    await this.load();
  },
  async print() {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    const printed = await printDistrictReport();
    const opened = printed.ok ? await openDocument(printed.data) : printed;
    this.setData({ busy: false, problem: opened.ok ? '' : explain(opened) });
  },
});
