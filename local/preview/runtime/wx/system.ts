import { launchOptions } from '../launch';
import { runHook } from '../app-instance';
import { onScriptError, stackOf } from '../errors';
import { topView } from '../router-state';
import { CAPSULE, NAVIGATION_BAR_HEIGHT, SAFE_AREA_BOTTOM, STATUS_BAR_HEIGHT } from '../screen';
import { isOnline, onNetworkChange } from '../server';
import { fontSizeSetting, isWide } from '../session';
import { asyncApi } from './call';

/** A recent base library; what it has and the preview has not, says so itself. */
const SDK_VERSION = '3.8.0';
/** Android's normal step of the system font size, in px. */
const NORMAL_FONT_SIZE = 16;

function windowInfo(): object {
  const height = topView()?.scroller.clientHeight ?? innerHeight - STATUS_BAR_HEIGHT - NAVIGATION_BAR_HEIGHT;
  return {
    pixelRatio: devicePixelRatio,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: height,
    statusBarHeight: STATUS_BAR_HEIGHT,
    screenTop: STATUS_BAR_HEIGHT + NAVIGATION_BAR_HEIGHT,
    safeArea: {
      left: 0,
      right: innerWidth,
      top: STATUS_BAR_HEIGHT,
      bottom: innerHeight - SAFE_AREA_BOTTOM,
      width: innerWidth,
      height: innerHeight - STATUS_BAR_HEIGHT - SAFE_AREA_BOTTOM,
    },
  };
}

function deviceInfo(): object {
  const platform = isWide ? 'windows' : 'android';
  return {
    abi: 'arm64-v8a',
    brand: 'preview',
    model: 'browser',
    system: 'Android 14',
    platform,
    benchmarkLevel: 30,
  };
}

function baseInfo(): object {
  return {
    SDKVersion: SDK_VERSION,
    enableDebug: false,
    host: { env: 'WeChat' },
    language: 'zh_CN',
    version: '8.0.50',
    theme: 'light',
    fontSizeSetting,
    fontSizeScaleFactor: fontSizeSetting / NORMAL_FONT_SIZE,
  };
}

function capsule(): object {
  const top = STATUS_BAR_HEIGHT + (NAVIGATION_BAR_HEIGHT - CAPSULE.height) / 2;
  const right = innerWidth - CAPSULE.right;
  const { width, height } = CAPSULE;
  return { width, height, top, right, bottom: top + height, left: right - width };
}

function networkInfo(): object {
  return { networkType: isOnline() ? 'wifi' : 'none', signalStrength: 4, weakNet: false };
}

/** wx.onX and wx.offX for one kind of event. */
function eventPair(
  on: string,
  off: string,
  subscribe: (send: (event: object) => void) => void,
): Record<string, unknown> {
  const listeners = new Set<(event: object) => void>();
  let subscribed = false;
  return {
    [on]: (listener: (event: object) => void) => {
      listeners.add(listener);
      if (subscribed) return;
      subscribed = true;
      subscribe((event) => {
        for (const one of [...listeners]) one(event);
      });
    },
    [off]: (listener?: (event: object) => void) => {
      if (listener) listeners.delete(listener);
      else listeners.clear();
    },
  };
}

const never = (): void => undefined;

export const systemApis: Readonly<Record<string, unknown>> = {
  getWindowInfo: windowInfo,
  getDeviceInfo: deviceInfo,
  getAppBaseInfo: baseInfo,
  getSystemInfoSync: () => ({ ...windowInfo(), ...deviceInfo(), ...baseInfo() }),
  getSystemInfo: asyncApi('getSystemInfo', () => ({ ...windowInfo(), ...deviceInfo(), ...baseInfo() })),
  getMenuButtonBoundingClientRect: capsule,
  getAccountInfoSync: () => ({ miniProgram: { appId: 'preview', envVersion: 'develop', version: '' } }),
  getLaunchOptionsSync: launchOptions,
  getEnterOptionsSync: launchOptions,
  getNetworkType: asyncApi('getNetworkType', networkInfo),
  ...eventPair('onNetworkStatusChange', 'offNetworkStatusChange', (send) => {
    onNetworkChange((isConnected) => {
      send({ isConnected, networkType: isConnected ? 'wifi' : 'none' });
    });
  }),
  ...eventPair('onError', 'offError', (send) => {
    onScriptError((error) => {
      send({ message: stackOf(error) });
    });
  }),
  ...eventPair('onUnhandledRejection', 'offUnhandledRejection', (send) => {
    window.addEventListener('unhandledrejection', (event) => {
      send({ reason: event.reason as unknown, promise: event.promise });
    });
  }),
  ...eventPair('onWindowResize', 'offWindowResize', (send) => {
    window.addEventListener('resize', () => {
      send({ size: { windowWidth: innerWidth, windowHeight: innerHeight } });
    });
  }),
  // As on a PC: nothing while a field is being typed in.
  ...eventPair('onKeyDown', 'offKeyDown', (send) => {
    document.addEventListener('keydown', (event) => {
      if (event.target instanceof Element && event.target.matches('input, textarea')) return;
      const { key, code, altKey, shiftKey, timeStamp } = event;
      send({ key, code, altKey, shiftKey, timeStamp });
    });
  }),
  ...eventPair('onAppShow', 'offAppShow', (send) => {
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') send(launchOptions());
    });
  }),
  ...eventPair('onAppHide', 'offAppHide', (send) => {
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') send({});
    });
  }),
  // These never happen here: the preview has one theme, a capsule that stays, an address for pages that exist.
  ...eventPair('onThemeChange', 'offThemeChange', never),
  ...eventPair(
    'onMenuButtonBoundingClientRectWeightChange',
    'offMenuButtonBoundingClientRectWeightChange',
    never,
  ),
  ...eventPair('onPageNotFound', 'offPageNotFound', never),
  ...eventPair('onKeyboardHeightChange', 'offKeyboardHeightChange', never),
  nextTick: (work: () => void) => {
    setTimeout(work, 0);
  },
  hideKeyboard: asyncApi('hideKeyboard', () => {
    (document.activeElement as HTMLElement | null)?.blur();
  }),
};

/** The tab of the browser comes and goes as WeChat does: App and page hide and show. */
export function followVisibility(): void {
  document.addEventListener('visibilitychange', () => {
    const visible = document.visibilityState === 'visible';
    if (visible) runHook('onShow', launchOptions());
    const view = topView();
    view?.call(visible ? 'onShow' : 'onHide');
    if (!visible) runHook('onHide', undefined);
  });
  window.addEventListener('resize', () => {
    topView()?.resize({ windowWidth: innerWidth, windowHeight: innerHeight });
  });
}
