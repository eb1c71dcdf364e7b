import { startCloud } from './platform/cloud';
import { dropDocuments } from './platform/documents';
import { arriveBy } from './platform/whereabouts';
import { countArrival } from './services/registry';

App({
  /** The poster that was counted last: a phone that wakes up again has not scanned again. */
  counted: '',

  /** A poster may open any page; one scanned later reaches the page's own onLoad. */
  onLaunch(options) {
    startCloud();
    dropDocuments();
    arriveBy(options.query);
  },
  /** Also when a poster is scanned while the app is still open behind the camera. */
  onShow({ query }) {
    const { scene = '' } = query as { scene?: string };
    if (scene === '' || scene === this.counted) return;
    this.counted = scene;
    countArrival(query);
  },
});
