import type { Chosen } from '../../view/events';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';

/** One request by itself: on a phone, or opened from a message. */
definePage({
  data: { request: '' },

  onLoad(query) {
    this.setData({ request: read(query, 'request') });
  },
  openOther(event: Chosen) {
    openPage('office/request', { request: event.detail.id });
  },
});
