import { relativeToPage } from './geometry';
import { selectElements } from './selector-query';

interface Options {
  thresholds?: number[];
  initialRatio?: number;
  observeAll?: boolean;
}

type Margins = Partial<Record<'left' | 'right' | 'top' | 'bottom', number>>;

/** wx.createIntersectionObserver(). Relative to the page when nothing else is named. */
class PageIntersectionObserver {
  private observer: IntersectionObserver | null = null;
  private reference: string | null = null;
  private margins: Margins = {};

  constructor(
    private readonly owner: object,
    private readonly options: Options,
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    this.reference = selector;
    this.margins = margins;
    return this;
  }

  relativeToViewport(margins: Margins = {}): this {
    this.reference = null;
    this.margins = margins;
    return this;
  }

  observe(selector: string, listener: (answer: object) => void): void {
    const { thresholds = [0], initialRatio = 0, observeAll = false } = this.options;
    const root =
      this.reference === null
        ? null
        : (selectElements(this.owner, this.reference, false)[0]?.$$ as unknown as Element | undefined);
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.margins;
    const lastRatio = new Map<Element, number>();
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const before = lastRatio.get(entry.target) ?? initialRatio;
          lastRatio.set(entry.target, entry.intersectionRatio);
          if (crosses(before, entry.intersectionRatio, thresholds)) listener(toAnswer(entry));
        }
      },
      {
        root: root ?? document.querySelector('phone-page'),
        rootMargin: `${String(top)}px ${String(right)}px ${String(bottom)}px ${String(left)}px`,
        threshold: thresholds,
      },
    );
    for (const element of selectElements(this.owner, selector, observeAll)) {
      this.observer.observe(element.$$ as unknown as Element);
    }
  }

  disconnect(): void {
    this.observer?.disconnect();
  }
}

/** Whether the ratio went over one of the thresholds; 0 counts as crossed when it leaves or reaches nothing. */
function crosses(before: number, now: number, thresholds: readonly number[]): boolean {
  return before !== now && thresholds.some((limit) => before <= limit !== now <= limit || now === limit);
}

function toAnswer(entry: IntersectionObserverEntry): object {
  const element = (entry.target as { __wxElement?: { id: string; dataset: object } }).__wxElement;
  return {
    id: element?.id ?? '',
    dataset: element?.dataset ?? {},
    intersectionRatio: entry.intersectionRatio,
    intersectionRect: relativeToPage(entry.intersectionRect),
    boundingClientRect: relativeToPage(entry.boundingClientRect),
    relativeRect: entry.rootBounds ? relativeToPage(entry.rootBounds) : null,
    time: Date.now(),
  };
}

export function createIntersectionObserver(owner: object, options: Options = {}): PageIntersectionObserver {
  return new PageIntersectionObserver(owner, options);
}
