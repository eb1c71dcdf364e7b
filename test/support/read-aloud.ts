/**
 * What a screen reader finds wrong on the page that is open: in the document as it is drawn, whatever kind of component
 * made it. WeChat hands the same roles and names to the phone's reader.
 */
import type { Page } from 'playwright-core';

/** Sentences, each naming what it is about; none where all is well. */
export function listenTo(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ACTS =
      'button|link|switch|checkbox|radio|tab|menuitem|option|textbox|searchbox|slider|combobox'.split('|');
    const CHOSEN = 'switch|checkbox|radio'.split('|');
    const FIELDS = 'input, textarea, select, wx-input, wx-textarea';
    /** Days, times and numbers are set large because people look for them. */
    const WHEN = /星期.|[上下]午|（.*）|第?\d[\d:月日天号]*/g;
    const root = document.querySelector('phone-page');
    const all = root ? [...root.querySelectorAll<HTMLElement>('*')] : [];
    const taps = (node: Element): boolean => window.__phone?.hearsTap(node) ?? false;
    const isHidden = (node: Element): boolean => node.closest('[aria-hidden="true"]') !== null;
    const isShown = (node: HTMLElement): boolean => node.getClientRects().length > 0 && !isHidden(node);
    const roleOf = (node: Element): string => node.getAttribute('role') ?? '';
    const isAct = (node: Element): boolean => ACTS.includes(roleOf(node)) || node.matches(FIELDS);

    /** What is read out: the label, or else the words inside that are not hidden. */
    const nameOf = (node: Element): string => {
      const label = node.getAttribute('aria-label')?.trim();
      if (label) return label;
      const parts = [...node.childNodes].map((child) => {
        if (child instanceof Text) return child.data;
        if (!(child instanceof Element) || isHidden(child)) return '';
        return nameOf(child);
      });
      return parts.join(' ').trim();
    };
    const where = (node: Element): string => {
      const words = (nameOf(node) || node.textContent).replace(/\s+/g, ' ').trim().slice(0, 30);
      return `<${node.tagName.toLowerCase().replace('wx-', '')} class="${node.className}"> «${words}»`;
    };
    const actAbove = (node: Element): Element | null => {
      for (let at = node.parentElement; at && at !== root; at = at.parentElement) if (isAct(at)) return at;
      return null;
    };

    const faults: string[] = [];
    const shown = all.filter(isShown);
    const judgeTap = (node: HTMLElement): void => {
      if (node.matches(FIELDS) || node.matches('wx-picker')) return;
      const role = roleOf(node);
      // Whoever wrote «text» said that nothing happens there in this state.
      if (role === 'text') return;
      const inside = shown.some((one) => one !== node && node.contains(one) && isAct(one));
      if (!isAct(node) && !inside) faults.push(`is tapped and does not say what it is: ${where(node)}`);
    };
    const judgeAct = (node: HTMLElement): void => {
      if (nameOf(node) === '' && !node.querySelector('[aria-label]') && !node.getAttribute('placeholder'))
        faults.push(`has no name: ${where(node)}`);
      if (
        CHOSEN.includes(roleOf(node)) &&
        !['true', 'false', 'mixed'].includes(node.getAttribute('aria-checked') ?? '')
      )
        faults.push(`does not say whether it is on: ${where(node)}`);
      const above = actAbove(node);
      if (above && !above.matches(FIELDS) && !(above.matches('wx-picker') || above.tagName === 'WX-TEXTAREA'))
        faults.push(`is a thing to press inside another: ${where(node)} in ${where(above)}`);
    };
    for (const node of shown) {
      if (taps(node)) judgeTap(node);
      if (isAct(node)) judgeAct(node);
    }

    /** Words of their own, as large and bold as headings are set. */
    const base = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const looksLikeHeading = (node: HTMLElement): boolean => {
      const words = node.textContent.replace(WHEN, '');
      if (node.tagName !== 'WX-TEXT' || !/\p{Script=Han}{2}/u.test(words)) return false;
      const { fontSize, fontWeight } = getComputedStyle(node);
      return Number(fontWeight) >= 600 && parseFloat(fontSize) > base * 1.1;
    };
    let level = 1;
    for (const node of shown) {
      const isHeading = roleOf(node) === 'heading';
      if (
        !isHeading &&
        looksLikeHeading(node) &&
        !node.closest('[role="heading"], [role="text"]') &&
        !actAbove(node) &&
        !isAct(node)
      )
        faults.push(`looks like a heading and is none: ${where(node)}`);
      if (!isHeading) continue;
      if (nameOf(node) === '') faults.push(`is a heading without words: ${where(node)}`);
      if (actAbove(node)) faults.push(`is a heading inside a thing to press: ${where(node)}`);
      const next = Number(node.getAttribute('aria-level') ?? '2');
      if (next > level + 1)
        faults.push(`is a heading of level ${String(next)} after ${String(level)}: ${where(node)}`);
      level = next;
    }

    /** In reading order: nothing stands wholly above what is read before it, in the same column. */
    const floats = (node: HTMLElement): boolean => {
      for (let at: Element | null = node; at && at !== root; at = at.parentElement)
        if (['fixed', 'absolute', 'sticky'].includes(getComputedStyle(at).position)) return true;
      return false;
    };
    const leaves = shown.filter(
      (node) => node.tagName === 'WX-TEXT' && !floats(node) && node.textContent !== '',
    );
    const boxes = leaves.map((node) => ({ node, box: node.getBoundingClientRect() }));
    boxes.forEach(({ node, box }, nth) => {
      const before = boxes[nth - 1];
      if (!before || box.height === 0) return;
      const isAbove = box.bottom <= before.box.top + 1;
      const sameColumn = box.left < before.box.right && before.box.left < box.right;
      if (isAbove && sameColumn)
        faults.push(`is read after what stands below it: ${where(node)} after ${where(before.node)}`);
    });
    return [...new Set(faults)];
  });
}
