/** Something done again and again while a page is looked at; the next only after the last is over. */
export function repeat(everyMs: number, work: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const next = (): void => {
    timer = setTimeout(() => {
      void work().then(() => {
        if (!stopped) next();
      });
    }, everyMs);
  };
  next();
  return () => {
    stopped = true;
    if (timer !== undefined) clearTimeout(timer);
  };
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** Calls back when the network has come again; returns how to stop. */
export function onBackOnline(work: () => void): () => void {
  const listener = ({ isConnected }: { isConnected: boolean }): void => {
    if (isConnected) work();
  };
  wx.onNetworkStatusChange(listener);
  return () => {
    // The typings say less of the listener than onNetworkStatusChange does.
    wx.offNetworkStatusChange(listener as () => void);
  };
}
