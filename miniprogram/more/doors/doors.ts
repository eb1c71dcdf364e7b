import { loadDraft, saveDraft } from '../../platform/drafts';
import { openTab, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { dial } from '../../platform/phone';
import { township } from '../../platform/whereabouts';
import { DOORS } from './door-list';
import { doorsFor } from './view';

definePage({
  data: { stopped: '', ...doorsFor('', DOORS) },

  /**
   * `door`: the one that the office named in a request, or that 我要反映 stopped at; it stands first. `stopped`: what
   * brought the villager here, the words or the category.
   */
  onLoad(query) {
    const stopped = read(query, 'stopped');
    this.setData({ stopped, ...doorsFor(read(query, 'door'), DOORS, stopped !== '') });
  },
  call(event: WechatMiniprogram.TouchEvent) {
    const { number } = event.currentTarget.dataset as { number: string };
    dial(number);
  },
  openSubmit() {
    openTab('submit');
  },
  /** Whoever says so is believed; the office still reads it first. */
  goOn() {
    saveDraft({ ...loadDraft(township()), notDiscipline: true });
    openTab('submit');
  },
});
