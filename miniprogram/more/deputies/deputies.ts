import type { Choice } from '../../components/choice-chips/choice-chips';
import type { Places } from '../../contract/registry';
import type { Chosen, Typed } from '../../view/events';
import { explainOpening } from '../../view/feedback';
import { openPage, openTab } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { whereabouts } from '../../platform/whereabouts';
import { getPlaces } from '../../services/registry';
import { listDeputies, ownGroup } from './view';
import type { DeputyRow } from './view';

definePage({
  data: {
    loading: true,
    problem: '',
    search: '',
    groups: [] as Choice[],
    group: '',
    rows: [] as DeputyRow[],
  },
  places: null as Places | null,

  async onLoad() {
    await this.load();
  },
  async load() {
    const result = await getPlaces();
    if (!result.ok) {
      this.setData({ loading: false, problem: explainOpening(result) });
      return;
    }
    this.places = result.data;
    const groups = result.data.groups.map(({ id, name }) => ({ id, text: name }));
    const group = ownGroup(result.data, whereabouts()?.village);
    const rows = listDeputies(result.data, group, '');
    this.setData({ loading: false, problem: '', groups, group, rows });
  },
  chooseGroup(event: Chosen) {
    const group = event.detail.id;
    if (this.places) this.setData({ group, rows: listDeputies(this.places, group, '') });
  },
  find(event: Typed) {
    const search = event.detail.value;
    if (this.places) this.setData({ search, rows: listDeputies(this.places, this.data.group, search) });
  },
  open(event: WechatMiniprogram.TouchEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    openPage('more/deputy-card', { person: id });
  },
  openSubmit() {
    openTab('submit');
  },
});
