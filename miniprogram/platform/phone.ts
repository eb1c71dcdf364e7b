/** Offers to dial; the person still presses the phone's own call button. */
export function dial(number: string): void {
  if (number) wx.makePhoneCall({ phoneNumber: number, fail: ignoreRefusal });
}

/** Opens the scanner; the text in the code, or nothing when the person went back. */
export function scanCode(): Promise<string | undefined> {
  return new Promise((resolve) => {
    wx.scanCode({
      success: (scanned) => {
        resolve((scanned as { path?: string }).path ?? scanned.result);
      },
      fail: () => {
        resolve(undefined);
      },
    });
  });
}

/** Whether this is a PC, where keys can be named. */
export function hasKeys(): boolean {
  const { platform } = wx.getDeviceInfo();
  return platform === 'windows' || platform === 'mac';
}

/** A screen on the wall must not go dark. */
export function keepAwake(on: boolean): void {
  void wx.setKeepScreenOn({ keepScreenOn: on });
}

/** Puts the top of the page, where what happened is said, before the eyes. */
export function scrollToTop(): void {
  wx.pageScrollTo({ scrollTop: 0, duration: 200, fail: ignoreRefusal });
}

/** Lets the pulled-down page spring back. */
export function endPull(): void {
  void wx.stopPullDownRefresh();
}

/** The person closed the prompt, or the page has gone: nothing to do. */
function ignoreRefusal(): void {
  return undefined;
}
