import type { RequestCard } from '../../contract/request';
import { today } from '../../platform/clock';
import type { Chosen } from '../../view/events';
import { explainOpening } from '../../view/feedback';
import { openPage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { readOn } from '../../view/paged';
import type { Paged } from '../../view/paged';
import { whoAmI } from '../../services/registry';
import { listFollowed, listGroup } from '../../services/request-lists';
import { isLeader, LISTS, toGroupScreen } from './view';
import type { GroupScreen, ListId } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    leader: false,
    lists: LISTS,
    list: 'following',
    screen: null as GroupScreen | null,
    skeleton: ['card', 'card'],
  },
  paged: undefined as Paged<RequestCard> | undefined,
  known: false,

  async onShow() {
    if (!this.known) await this.learn();
    await this.load();
  },
  async learn() {
    const who = await whoAmI();
    this.known = who.ok;
    if (who.ok && isLeader(who.data.grants)) this.setData({ leader: true, list: 'group' });
  },
  async load() {
    this.paged = undefined;
    await this.readOn();
  },
  async loadMore() {
    if (!this.data.busy) await this.readOn();
  },
  /** An answer for the list that is no longer looked at is dropped. */
  async readOn() {
    const list = this.data.list as ListId;
    this.setData({ busy: true });
    const fetch = list === 'group' ? listGroup : listFollowed;
    const result = await readOn(this.paged, fetch, ({ requests }) => requests);
    this.setData({ busy: false, loading: false, problem: result.ok ? '' : explainOpening(result) });
    if (!result.ok || list !== this.data.list) return;
    this.paged = result.data;
    this.setData({ screen: toGroupScreen(list, result.data, today()) });
  },
  async choose(event: Chosen) {
    this.setData({ list: event.detail.id, screen: null, loading: true });
    await this.load();
  },
  openTies() {
    openPage('deputy/ties', { all: '1' });
  },
  openStudies() {
    openPage('deputy/studies');
  },
  openRequest(event: Chosen) {
    openPage('deputy/request', { request: event.detail.id });
  },
});
