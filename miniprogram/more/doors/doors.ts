import { DOORS } from '../../view/doors';
import { readFonts, refreshFonts } from '../../platform/fonts';
import { openTab, read } from '../../platform/navigate';
import { dial } from '../../platform/phone';
import { doorsFor } from './view';

Page({
  data: { fonts: readFonts(), ...doorsFor('', DOORS) },

  /** `door`: the one that the office named in a request; it stands first. */
  onLoad(query) {
    this.setData(doorsFor(read(query, 'door'), DOORS));
  },
  onShow() {
    refreshFonts(this);
  },
  call(event: WechatMiniprogram.TouchEvent) {
    const { number } = event.currentTarget.dataset as { number: string };
    dial(number);
  },
  openSubmit() {
    openTab('submit');
  },
});
