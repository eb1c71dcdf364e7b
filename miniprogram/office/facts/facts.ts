import type { FactRow } from '../../contract/facts';
import type { Places } from '../../contract/registry';
import { holdsAny, OFFICE } from '../../contract/roles';
import { today } from '../../platform/clock';
import { explain, explainOpening } from '../../view/feedback';
import { read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { endPull } from '../../platform/phone';
import { readOn, type Paged } from '../../view/paged';
import { listFacts } from '../../services/duty';
import { takeList } from '../../services/take-list';
import { getPlaces, whoAmI } from '../../services/registry';
import { askedOf, sayTitle, toLines, type Asked, type FactsLine } from './view';

/** The rows of the ledger behind one number. */
definePage({
  data: {
    loading: true,
    busy: false,
    /** Staff and chief: who may take the list out. */
    office: false,
    problem: '',
    title: '',
    words: '',
    lines: [] as readonly FactsLine[],
    more: false,
    skeleton: ['card', 'card'],
  },
  asked: null as Asked | null,
  places: undefined as Places | undefined,
  paged: undefined as Paged<FactRow> | undefined,

  async onLoad(query) {
    const asked = askedOf(
      { of: read(query, 'of'), from: read(query, 'from'), to: read(query, 'to') },
      today(),
    );
    this.asked = asked;
    this.setData(sayTitle(asked, today()));
    await this.again();
  },
  async onPullDownRefresh() {
    await this.again();
    endPull();
  },
  async again() {
    this.paged = undefined;
    if (!this.places) {
      const [places, who] = await Promise.all([getPlaces(), whoAmI()]);
      if (places.ok) this.places = places.data;
      this.setData({ office: who.ok && holdsAny(who.data.grants, OFFICE) });
    }
    await this.readOn();
  },
  async takeOut() {
    const { asked } = this;
    if (!asked) return;
    const { of, from, to } = asked;
    await takeList(this, { list: 'facts', of, from, to }, explain);
  },
  async readOn() {
    const { asked } = this;
    if (!asked || this.data.busy) return;
    this.setData({ busy: true, loading: true });
    const fetch = (after?: string) => listFacts({ ...asked, ...(after !== undefined && { after }) });
    const result = await readOn(this.paged, fetch, ({ facts }) => facts);
    this.setData({ busy: false, loading: false, problem: result.ok ? '' : explainOpening(result) });
    if (!result.ok) return;
    this.paged = result.data;
    this.setData({
      lines: toLines(result.data.rows, this.places, today()),
      more: result.data.next !== undefined,
    });
  },
});
