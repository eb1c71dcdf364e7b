import { today } from '../../platform/clock';
import { explainOpening } from '../../view/feedback';
import { toSlipLine } from '../../view/lines';
import type { SlipLine } from '../../contract/shapes';
import { openTab } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { getHomes } from '../../services/homes';
import { listPast } from '../../services/reception';

definePage({
  data: {
    loading: true,
    problem: '',
    slips: [] as SlipLine[],
    more: false,
  },
  next: '',

  async onLoad() {
    await this.load();
  },
  /** The next page, older than what is shown. */
  async load() {
    this.setData({ loading: true });
    const result = await listPast(this.next || undefined);
    if (!result.ok) {
      this.setData({ loading: false, problem: explainOpening(result) });
      return;
    }
    const homes = await getHomes();
    const lines = result.data.slips.map((slip) => toSlipLine(slip, homes, today()));
    this.next = result.data.next ?? '';
    const slips = [...this.data.slips, ...lines];
    this.setData({ loading: false, problem: '', slips, more: this.next !== '' });
  },
  openHome() {
    openTab('home');
  },
});
