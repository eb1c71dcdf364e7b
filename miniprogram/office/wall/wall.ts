import type { Choice } from '../../components/choice-chips/choice-chips';
import { HALF_LABELS } from '../../contract/labels';
import { today } from '../../platform/clock';
import { openDocument } from '../../platform/documents';
import type { Chosen } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { keepAwake } from '../../platform/phone';
import { repeat } from '../../platform/repeat';
import { whereabouts } from '../../platform/whereabouts';
import { getHomes } from '../../services/homes';
import { printNumbers } from '../../services/report';
import { getWall } from '../services/reception-desk';

/** How often the numbers are asked for (ms): whoever is called sees it within one look up. */
const LOOK_MS = 5_000;

definePage({
  data: {
    problem: '',
    title: '',
    done: '',
    home: '',
    choosing: false,
    homes: [] as readonly Choice[],
    calling: [] as readonly number[],
    talking: [] as readonly number[],
    arrived: [] as readonly number[],
  },
  date: '',
  stop: null as (() => void) | null,

  async onLoad(query) {
    this.date = read(query, 'date') || today();
    const homes = (await getHomes()).map(({ id, name }) => ({
      id,
      text: name.replace(/代表之家$/, '') || name,
    }));
    const named = read(query, 'home');
    const home = named || (whereabouts()?.home ?? homes[0]?.id ?? '');
    // Visitors read this screen: the clerk chooses once, and what is left is numbers.
    this.setData({ homes, home, choosing: named === '' && homes.length > 1 });
    await this.load();
  },
  onShow() {
    keepAwake(true);
    this.stop = repeat(LOOK_MS, () => this.load());
  },
  onHide() {
    this.rest();
  },
  onUnload() {
    this.rest();
  },
  rest() {
    this.stop?.();
    keepAwake(false);
  },
  /** Without a network the last numbers stay, and the page says so. */
  async load() {
    const { home } = this.data;
    if (!home) return;
    const result = await getWall(this.date, home);
    if (home !== this.data.home) return;
    if (!result.ok) {
      this.setData({ problem: explainOpening(result) });
      return;
    }
    const { half, calling, talking, arrived, done } = result.data;
    const name = this.data.homes.find(({ id }) => id === home)?.text ?? '';
    const title = `${name}代表之家 · ${HALF_LABELS[half]}`;
    this.setData({ problem: '', title, done: `已接待 ${String(done)} 人`, calling, talking, arrived });
  },
  async choose(event: Chosen) {
    this.setData({ home: event.detail.id, choosing: false, calling: [], talking: [], arrived: [] });
    await this.load();
  },
  async print() {
    this.setData({ choosing: false });
    const opened = await openDocument(await printNumbers(this.date, this.data.home));
    this.setData({ problem: opened.ok ? '' : explain(opened) });
  },
  /** The heading brings the choice back, and what is printed beside the screen. */
  askHome() {
    this.setData({ choosing: !this.data.choosing });
  },
});
