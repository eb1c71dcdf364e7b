/** Offers to dial, without an extension; the person still presses the phone's own call button. */
export function dial(number: string): void {
  if (number) wx.makePhoneCall({ phoneNumber: number.replace(/转.*/, ''), fail: ignoreRefusal });
}

/** A list from below; the place of the chosen one, or nothing when the person went back. At most six fit. */
export function chooseOne(items: readonly string[]): Promise<number | undefined> {
  return new Promise((resolve) => {
    wx.showActionSheet({
      itemList: [...items],
      success: ({ tapIndex }) => {
        resolve(tapIndex);
      },
      fail: () => {
        resolve(undefined);
      },
    });
  });
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

/** Instants in ms. False when the person said no, or the phone has no calendar. */
export function addToCalendar(entry: {
  title: string;
  place: string;
  startsAt: number;
  endsAt: number;
  ringsAt: number;
}): Promise<boolean> {
  return new Promise((resolve) => {
    wx.addPhoneCalendar({
      title: entry.title,
      location: entry.place,
      startTime: entry.startsAt / 1000,
      endTime: String(entry.endsAt / 1000),
      alarm: true,
      alarmOffset: (entry.startsAt - entry.ringsAt) / 1000,
      success: () => {
        resolve(true);
      },
      fail: () => {
        resolve(false);
      },
    });
  });
}

/** Whether this is a PC, where keys can be named. */
export function hasKeys(): boolean {
  const { platform } = wx.getDeviceInfo();
  return platform === 'windows' || platform === 'mac';
}

/** From this width (px) on lists and details stand side by side: as in the sheets, office.wxss. */
const WIDE_PX = 700;

export function isWide(): boolean {
  return wx.getWindowInfo().windowWidth >= WIDE_PX;
}

/** A screen on the wall must not go dark. */
export function keepAwake(on: boolean): void {
  void wx.setKeepScreenOn({ keepScreenOn: on });
}

/** False when the phone refused. WeChat itself says that it is copied. */
export function copyText(text: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.setClipboardData({
      data: text,
      success: () => {
        resolve(true);
      },
      fail: () => {
        resolve(false);
      },
    });
  });
}

/** Puts the top of the page, where what happened is said, before the eyes. */
export function scrollToTop(): void {
  wx.pageScrollTo({ scrollTop: 0, duration: 200, fail: ignoreRefusal });
}

/** Brings what this selector names before the eyes; `>>>` looks into components. */
export function scrollToPart(selector: string): void {
  wx.pageScrollTo({ selector, duration: 200, fail: ignoreRefusal });
}

/** Names the page above it, where one page serves several things. */
export function titlePage(title: string): void {
  void wx.setNavigationBarTitle({ title });
}

/** Lets the pulled-down page spring back. */
export function endPull(): void {
  void wx.stopPullDownRefresh();
}

/** The person closed the prompt, or the page has gone: nothing to do. */
function ignoreRefusal(): void {
  return undefined;
}
