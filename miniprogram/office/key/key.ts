import type { Places } from '../../contract/registry';
import { today } from '../../platform/clock';
import { openPage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { listKeyCandidates, listSuggestions } from '../../services/congress';
import { listOpinions } from '../../services/duty';
import { listOffice } from '../../services/request-lists';
import { getPlaces } from '../../services/registry';
import type { Chosen } from '../../view/events';
import { explainOpening } from '../../view/feedback';
import { toKeyScreen } from './view';
import type { KeyScreen } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    screen: null as KeyScreen | null,
    skeleton: ['card', 'card'],
  },
  places: undefined as Places | undefined,

  async onShow() {
    await this.load();
  },
  async load() {
    this.setData({ busy: true });
    const [places, suggestions, requests, opinions, proposed] = await Promise.all([
      this.places ? undefined : getPlaces(),
      listSuggestions('key', false),
      listOffice('key', {}),
      listOpinions(),
      listKeyCandidates(),
    ]);
    if (places?.ok) this.places = places.data;
    const failed = [suggestions, requests, opinions, proposed].find(({ ok }) => !ok);
    if (suggestions.ok && requests.ok && opinions.ok && proposed.ok) {
      const names = new Map(this.places?.units.map(({ id, name }) => [id, name]));
      const found = {
        suggestions: suggestions.data.suggestions,
        requests: requests.data.requests,
        opinions: opinions.data.opinions,
        candidates: proposed.data.candidates,
      };
      this.setData({ problem: '', screen: toKeyScreen(found, (unit) => names.get(unit) ?? '', today()) });
    } else if (failed && !failed.ok) this.setData({ problem: explainOpening(failed) });
    this.setData({ loading: false, busy: false });
  },
  async acted() {
    await this.load();
    this.setData({ done: '记下了。' });
  },
  open(event: Chosen) {
    const { kind } = event.currentTarget.dataset as { kind: 'suggestion' | 'request' };
    this.show(kind, event.detail.id);
  },
  openProposed(event: WechatMiniprogram.BaseEvent) {
    const { kind, id } = event.currentTarget.dataset as { kind: string; id: string };
    // A 视察意见 stands further down on this page.
    if (kind === 'suggestion' || kind === 'request') this.show(kind, id);
  },
  show(kind: 'suggestion' | 'request', id: string) {
    if (kind === 'suggestion') openPage('deputy/suggestion', { suggestion: id });
    else openPage('office/request', { request: id });
  },
});
