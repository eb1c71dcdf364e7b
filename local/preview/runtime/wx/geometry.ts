/** A rectangle as a page sees it: from the page's own corner, below the navigation bar. */
export function pageRect(element: Element): DOMRect {
  return relativeToPage(element.getBoundingClientRect());
}

export function relativeToPage(rect: DOMRectReadOnly): DOMRect {
  const page = document.querySelector('phone-page')?.getBoundingClientRect();
  return new DOMRect(rect.left - (page?.left ?? 0), rect.top - (page?.top ?? 0), rect.width, rect.height);
}

export function pageOffset(element: Element): object {
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element;
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight };
}
