import { startCloud } from './platform/cloud';
import { arriveBy } from './platform/whereabouts';

App({
  /** A poster may open any page; one scanned later reaches the page's own onLoad. */
  onLaunch(options) {
    startCloud();
    arriveBy(options.query);
  },
});
