import type { View } from './page-types';

/** Distance from the bottom, in px, at which onReachBottom fires when the page's JSON says nothing. */
const REACH_BOTTOM_DISTANCE = 50;
/** How far the finger pulls, in px, before onPullDownRefresh fires. */
const PULL_DISTANCE = 60;

/** onPageScroll, onReachBottom and the pull that means onPullDownRefresh. */
export function listenToScroll(view: View): void {
  const { scroller } = view;
  const distance = view.bar.onReachBottomDistance ?? REACH_BOTTOM_DISTANCE;
  let atBottom = false;
  scroller.addEventListener('scroll', () => {
    view.call('onPageScroll', { scrollTop: scroller.scrollTop });
    const left = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    if (left <= distance && !atBottom) view.call('onReachBottom');
    atBottom = left <= distance;
  });
  if (view.bar.enablePullDownRefresh === true) listenToPull(view);
}

function listenToPull(view: View): void {
  const { scroller, element } = view;
  let startY: number | null = null;
  element.addEventListener('touchstart', (event) => {
    startY = scroller.scrollTop <= 0 ? (event.touches[0]?.clientY ?? null) : null;
  });
  element.addEventListener('touchend', (event) => {
    const end = event.changedTouches[0]?.clientY;
    if (startY === null || end === undefined || end - startY < PULL_DISTANCE) return;
    startPullDown(view);
  });
}

export function startPullDown(view: View): void {
  if (view.element.dataset['refreshing'] !== undefined) return;
  view.element.dataset['refreshing'] = '';
  view.call('onPullDownRefresh');
}

export function stopPullDown(view: View): void {
  delete view.element.dataset['refreshing'];
}
