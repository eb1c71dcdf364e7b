/** Keys of a PC: heard while no field is being typed in, and only where WeChat has them (PC, base library 3.6.0). */
type Hear = (key: string) => void;

/** Calls `hear` with the name of each key (`ArrowDown`, `Enter`, `/`, `n`); returns how to stop. */
export function onKeys(hear: Hear): () => void {
  if (!wx.canIUse('onKeyDown')) return stopNothing;
  const listener = ({ key }: { key: string }): void => {
    hear(key.length === 1 ? key.toLowerCase() : key);
  };
  wx.onKeyDown(listener);
  return () => {
    wx.offKeyDown(listener);
  };
}

function stopNothing(): void {
  return undefined;
}
