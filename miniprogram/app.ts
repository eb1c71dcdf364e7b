import { startCloud } from './platform/cloud';
import { arriveBy } from './platform/whereabouts';

App({
  onLaunch(options) {
    startCloud();
    arriveBy(options.query);
  },
  /** A poster scanned while the app sleeps wakes it with another scene. */
  onShow(options) {
    arriveBy(options.query);
  },
});
