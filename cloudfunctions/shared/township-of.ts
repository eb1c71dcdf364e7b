/** 'bh~0000000000000000' → 'bh': every id begins with its township's. */
export function townshipOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('~')));
}
