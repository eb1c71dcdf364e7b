import type { Choice } from '../../components/choice-chips/choice-chips';
import type { Chosen } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explainOpening } from '../../view/feedback';
import { openPage, openTab } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scanCode } from '../../platform/phone';
import { sceneOfScan } from '../../contract/scene';
import { goTo, whereabouts } from '../../platform/whereabouts';
import { getTownships } from '../../services/district';
import { countScan, getPlaces } from '../../services/registry';
import { moveTo } from '../../services/standing';
import { sayAddress } from '../../view/words';

definePage({
  data: {
    loading: false,
    problem: '',
    retry: false,
    townships: [] as Choice[],
    /** The district has no township yet. */
    bare: false,
    township: '',
    homes: [] as Choice[],
    home: '',
    skeleton: ['card'],
  },
  async onLoad() {
    const where = whereabouts();
    if (where) this.setData({ township: where.township, home: where.home ?? '' });
    await this.load();
  },
  async load() {
    this.setData({ loading: true });
    const townships = await getTownships();
    if (!townships.ok) {
      this.setData({ loading: false, problem: explainOpening(townships), retry: canRetry(townships.code) });
      return;
    }
    const choices = townships.data.map(({ id, name, closed }): Choice =>
      closed ? { id, text: name, hint: '已停用，只能看' } : { id, text: name },
    );
    this.setData({ townships: choices, bare: choices.length === 0 });
    if (whereabouts()) await this.loadHomes();
    else this.setData({ loading: false, problem: '' });
  },
  async loadHomes() {
    const places = await getPlaces();
    if (!places.ok) {
      this.setData({ loading: false, problem: explainOpening(places), retry: canRetry(places.code) });
      return;
    }
    const homes = places.data.homes.map((home) => ({ id: home.id, text: home.name, hint: sayAddress(home) }));
    this.setData({ loading: false, problem: '', homes });
  },
  async scan() {
    const text = await scanCode();
    if (text === undefined) return;
    const scene = sceneOfScan(text);
    if (!scene) {
      this.setData({ problem: '这不是代表之家的码。请扫海报上的码，或在下面选。', retry: false });
      return;
    }
    goTo(scene);
    countScan(scene);
    openTab('home');
  },
  chooseHome(event: Chosen) {
    const { township } = this.data;
    goTo({ township, home: event.detail.id });
    openTab('home');
  },
  openSetUp() {
    openPage('office/setup');
  },
  async chooseTownship(event: Chosen) {
    await moveTo(event.detail.id);
    openTab('home');
  },
});
