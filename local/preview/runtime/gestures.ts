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
  const gestures = new Map<number, Gesture>();
  let touchedAt = -Infinity;

  const send = (
    event: Event,
    type: string,
    target: EventTarget | null,
    all: Point[],
    changed: Point[],
  ): void => {
    const extraFields = { touches: all.map(toPageTouch), changedTouches: changed.map(toPageTouch) };
    const prevented = backend.fire(
      target as Node,
      type,
      {},
      { bubbles: true, composed: true, extraFields, originalEvent: event },
    );
    if (prevented && event.cancelable) event.preventDefault();
  };
  const begin = (event: Event, point: Point): void => {
    gestures.set(point.identifier, new Gesture(backend, point, event));
  };
  const finish = (point: Point, canceled: boolean): void => {
    const gesture = gestures.get(point.identifier);
    gestures.delete(point.identifier);
    if (canceled) gesture?.cancel();
    else gesture?.end(point);
  };

  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
    const listener = (event: TouchEvent): void => {
      touchedAt = event.timeStamp;
      const changed = [...event.changedTouches];
      send(event, type, event.target, [...event.touches], changed);
      for (const point of changed) {
        if (type === 'touchstart') begin(event, point);
        else if (type === 'touchmove') gestures.get(point.identifier)?.move(point);
        else finish(point, type === 'touchcancel');
      }
    };
    document.addEventListener(type, listener, { capture: true, passive: false });
  }

  const mouseTypes = { mousedown: 'touchstart', mousemove: 'touchmove', mouseup: 'touchend' } as const;
  for (const [type, as] of Object.entries(mouseTypes) as [keyof typeof mouseTypes, string][]) {
    const listener = (event: MouseEvent): void => {
      if (event.timeStamp - touchedAt < EMULATED_MOUSE_MS || event.button !== 0) return;
      const pressed = gestures.has(-1);
      if (type !== 'mousedown' && !pressed) return;
      const point: Point = {
        identifier: -1,
        clientX: event.clientX,
        clientY: event.clientY,
        target: event.target,
      };
      send(event, as, event.target, type === 'mouseup' ? [] : [point], [point]);
      if (type === 'mousedown') begin(event, point);
      else if (type === 'mousemove') gestures.get(-1)?.move(point);
      else finish(point, false);
    };
    document.addEventListener(type, listener, { capture: true });
  }
  suppressGhostClicks(() => touchedAt);
}

/**
 * After a touch the browser also sends mousedown and click to whatever lies under the finger by then. When a tap has
 * opened something there, it must not be hit: such events are dropped when their target is not the touched one.
 */
function suppressGhostClicks(touchedAt: () => number): void {
  let target: EventTarget | null = null;
  document.addEventListener('touchstart', (event) => (target = event.target), {
    capture: true,
    passive: true,
  });
  for (const type of ['mousedown', 'mouseup', 'click'] as const) {
    const listener = (event: MouseEvent): void => {
      if (event.timeStamp - touchedAt() > EMULATED_MOUSE_MS || !event.isTrusted) return;
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
  const label = (one as Element).closest?.('label, wx-label');
  return label?.contains(other) ?? false;
}
