import type { Chosen } from '../../view/events';
import { readFonts, refreshFonts } from '../../platform/fonts';
import { openPage, read } from '../../platform/navigate';

/** One request by itself: on a phone, or opened from a message. */
Page({
  data: { fonts: readFonts(), request: '' },

  onLoad(query) {
    this.setData({ request: read(query, 'request') });
  },
  onShow() {
    refreshFonts(this);
  },
  openOther(event: Chosen) {
    openPage('office/request', { request: event.detail.id });
  },
});
