/** A call later than this after the last touch is no longer "inside the tap". In ms. */
const TAP_MEMORY_MS = 5000;

let tappedAt = -Infinity;
for (const type of ['touchend', 'mouseup'] as const) {
  document.addEventListener(type, () => (tappedAt = performance.now()), { capture: true });
}

/** Some functions of WeChat answer a person's tap only. */
export function isInTap(): boolean {
  return performance.now() - tappedAt <= TAP_MEMORY_MS;
}
