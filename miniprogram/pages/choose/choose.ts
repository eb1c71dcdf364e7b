import type { Choice } from '../../components/choice-chips/choice-chips';
import { DEPLOYMENT } from '../../platform/deployment';
import type { Chosen } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explainOpening } from '../../view/feedback';
import { readFonts, refreshFonts } from '../../platform/fonts';
import { openTab } from '../../platform/navigate';
import { scanCode } from '../../platform/phone';
import { sceneOfScan } from '../../contract/scene';
import { goTo, whereabouts } from '../../platform/whereabouts';
import { countScan, getPlaces } from '../../services/registry';

Page({
  data: {
    fonts: readFonts(),
    loading: false,
    problem: '',
    retry: false,
    townships: DEPLOYMENT.townships.map(({ id, name }): Choice => ({ id, text: name })),
    township: '',
    homes: [] as Choice[],
    home: '',
    skeleton: ['card'],
  },
  async onLoad() {
    const where = whereabouts();
    if (!where) return;
    this.setData({ township: where.township, home: where.home ?? '' });
    await this.load();
  },
  onShow() {
    refreshFonts(this);
  },
  async load() {
    this.setData({ loading: true });
    const places = await getPlaces();
    if (!places.ok) {
      this.setData({ loading: false, problem: explainOpening(places), retry: canRetry(places.code) });
      return;
    }
    const homes = places.data.homes.map(({ id, name, address }) => ({ id, text: name, hint: address }));
    this.setData({ loading: false, problem: '', homes });
  },
  async scan() {
    const text = await scanCode();
    if (text === undefined) return;
    const scene = sceneOfScan(text);
    const known = DEPLOYMENT.townships.some(({ id }) => id === scene?.township);
    if (!scene || !known) {
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
  chooseTownship(event: Chosen) {
    goTo({ township: event.detail.id });
    openTab('home');
  },
});
