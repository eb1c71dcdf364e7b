import type { PhoneBackend } from './backend';

/** How far a finger may move, in px, for it still to be a tap. */
const TAP_DISTANCE = 10;
/** WeChat's longpress, in ms. */
const LONG_PRESS_MS = 350;
/** The browser sends emulated mouse events and a click within this time after a touch, in ms. */
const EMULATED_MOUSE_MS = 700;

interface Point {
  readonly identifier: number;
  readonly clientX: number;
  readonly clientY: number;
  readonly target: EventTarget | null;
}

interface PageTouch {
  readonly identifier: number;
  readonly clientX: number;
  readonly clientY: number;
  readonly pageX: number;
  readonly pageY: number;
}

/** A finger's (or the mouse's) way over the phone, told to the mini-program as WeChat tells it. */
class Gesture {
  private canceled = false;
  private longPressed = false;
  private readonly timer: number;

  constructor(
    private readonly backend: PhoneBackend,
    private readonly start: Point,
    private readonly event: Event,
  ) {
    this.timer = window.setTimeout(() => {
      this.longPressed = true;
      this.fire('longpress', start);
      this.fire('longtap', start);
    }, LONG_PRESS_MS);
  }

  move(point: Point): void {
    const far = Math.max(
      Math.abs(point.clientX - this.start.clientX),
      Math.abs(point.clientY - this.start.clientY),
    );
    if (far > TAP_DISTANCE) this.cancel();
  }

  cancel(): void {
    this.canceled = true;
    clearTimeout(this.timer);
  }

  end(point: Point): void {
    clearTimeout(this.timer);
    const heard =
      this.longPressed && this.backend.isHeard(this.start.target as Node, ['longpress', 'longtap']);
    if (!this.canceled && !heard) this.fire('tap', point);
  }

  private fire(type: string, point: Point): void {
    const touch = toPageTouch(point);
    this.backend.fire(
      this.start.target as Node,
      type,
      { x: touch.pageX, y: touch.pageY },
      {
        bubbles: true,
        composed: true,
        extraFields: { touches: [touch], changedTouches: [touch] },
        originalEvent: this.event,
      },
    );
  }
}

/** Coordinates as a page sees them: from the page's own corner below the navigation bar, with and without scrolling. */
function toPageTouch(point: Point): PageTouch {
  const page = document.querySelector('phone-page');
  const { left, top } = page?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const scrolled = page?.querySelector('wx-page')?.scrollTop ?? 0;
  const clientX = point.clientX - left;
  const clientY = point.clientY - top;
  return { identifier: point.identifier, clientX, clientY, pageX: clientX, pageY: clientY + scrolled };
}

/** Listens to touches, and to the mouse of a person without a touch screen, on the whole document. */
export function installGestures(backend: PhoneBackend): void {
  const hand = new Hand(backend);
  listenToTouches(hand);
  listenToMouse(hand);
  suppressGhostClicks(hand);
}

/** All fingers on the phone; the mouse is one of them. */
class Hand {
  /** Time stamp of the last event of a real touch. */
  touchedAt = -Infinity;
  private readonly gestures = new Map<number, Gesture>();

  constructor(private readonly backend: PhoneBackend) {}

  isDown(identifier: number): boolean {
    return this.gestures.has(identifier);
  }

  handle(event: Event, type: TouchType, all: readonly Point[], changed: readonly Point[]): void {
    const extraFields = { touches: all.map(toPageTouch), changedTouches: changed.map(toPageTouch) };
    const options = { bubbles: true, composed: true, extraFields, originalEvent: event };
    const prevented = this.backend.fire(changed[0]?.target as Node | null, type, {}, options);
    if (prevented && event.cancelable) event.preventDefault();
    for (const point of changed) this.follow(event, type, point);
  }

  private follow(event: Event, type: TouchType, point: Point): void {
    const gesture = this.gestures.get(point.identifier);
    if (type === 'touchstart') this.gestures.set(point.identifier, new Gesture(this.backend, point, event));
    else if (type === 'touchmove') gesture?.move(point);
    else {
      this.gestures.delete(point.identifier);
      if (type === 'touchcancel') gesture?.cancel();
      else gesture?.end(point);
    }
  }
}

type TouchType = 'touchstart' | 'touchmove' | 'touchend' | 'touchcancel';

function listenToTouches(hand: Hand): void {
  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
    const listener = (event: TouchEvent): void => {
      hand.touchedAt = event.timeStamp;
      hand.handle(event, type, [...event.touches], [...event.changedTouches]);
    };
    document.addEventListener(type, listener, { capture: true, passive: false });
  }
}

const MOUSE = -1;

function listenToMouse(hand: Hand): void {
  const types = { mousedown: 'touchstart', mousemove: 'touchmove', mouseup: 'touchend' } as const;
  for (const type of ['mousedown', 'mousemove', 'mouseup'] as const) {
    const listener = (event: MouseEvent): void => {
      if (event.timeStamp - hand.touchedAt < EMULATED_MOUSE_MS || event.button !== 0) return;
      if (type !== 'mousedown' && !hand.isDown(MOUSE)) return;
      const { clientX, clientY, target } = event;
      const point: Point = { identifier: MOUSE, clientX, clientY, target };
      hand.handle(event, types[type], type === 'mouseup' ? [] : [point], [point]);
    };
    document.addEventListener(type, listener, { capture: true });
  }
}

/**
 * After a touch the browser also sends mousedown and click to whatever lies under the finger by then. When a tap has
 * opened something there, it must not be hit: such events are dropped when their target is not the touched one.
 */
function suppressGhostClicks(hand: Hand): void {
  let target: EventTarget | null = null;
  document.addEventListener('touchstart', (event) => (target = event.target), {
    capture: true,
    passive: true,
  });
  for (const type of ['mousedown', 'mouseup', 'click'] as const) {
    const listener = (event: MouseEvent): void => {
      if (event.timeStamp - hand.touchedAt > EMULATED_MOUSE_MS || !event.isTrusted) return;
      const touched = target as Node | null;
      const hit = event.target as Node | null;
      if (!touched || !hit || touched.contains(hit) || hit.contains(touched) || sameLabel(touched, hit))
        return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener(type, listener, { capture: true });
  }
}

function sameLabel(one: Node, other: Node): boolean {
  const label = one instanceof Element ? one.closest('label, wx-label') : null;
  return label?.contains(other) ?? false;
}
