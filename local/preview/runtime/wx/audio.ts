import { resolveFile } from '../files';
import { NotInPreviewError } from '../errors';

/** WeChat's event names by the browser's. */
const EVENTS: Readonly<Record<string, string>> = {
  onCanplay: 'canplay',
  onPlay: 'play',
  onPause: 'pause',
  onEnded: 'ended',
  onTimeUpdate: 'timeupdate',
  onWaiting: 'waiting',
  onSeeking: 'seeking',
  onSeeked: 'seeked',
};

const PROPERTIES = ['currentTime', 'duration', 'paused', 'loop', 'volume', 'playbackRate', 'autoplay'];

type Listener = (event: object) => void;

/** wx.createInnerAudioContext(), on the browser's own player. */
export function createInnerAudioContext(): object {
  const player = new Audio();
  const stopListeners = new Set<Listener>();
  const errorListeners = new Set<Listener>();
  let source = '';
  let ready: Promise<unknown> = Promise.resolve();
  const fail = (errMsg: string): void => {
    for (const listener of [...errorListeners]) listener({ errCode: 10002, errMsg });
  };
  player.addEventListener('error', () => {
    if (source !== '') fail(player.error?.message ?? 'the sound can not be played');
  });
  const context: Record<string, unknown> = {
    play: () =>
      void ready
        .then(() => player.play())
        .catch((error: unknown) => {
          fail(String(error));
        }),
    pause: () => {
      player.pause();
    },
    stop: () => {
      player.pause();
      player.currentTime = 0;
      for (const listener of [...stopListeners]) listener({});
    },
    seek: (seconds: number) => {
      player.currentTime = seconds;
    },
    destroy: () => {
      source = '';
      player.pause();
      player.removeAttribute('src');
    },
    onStop: (listener: Listener) => stopListeners.add(listener),
    offStop: (listener: Listener) => stopListeners.delete(listener),
    onError: (listener: Listener) => errorListeners.add(listener),
    offError: (listener: Listener) => errorListeners.delete(listener),
    obeyMuteSwitch: true,
    referrerPolicy: 'origin',
  };
  for (const [on, event] of Object.entries(EVENTS)) {
    context[on] = (listener: EventListener) => {
      player.addEventListener(event, listener);
    };
    context[on.replace(/^on/, 'off')] = (listener: EventListener) => {
      player.removeEventListener(event, listener);
    };
  }
  for (const name of PROPERTIES) {
    Object.defineProperty(context, name, {
      get: () => Reflect.get(player, name) as unknown,
      set: (value: unknown) => Reflect.set(player, name, value),
    });
  }
  Object.defineProperty(context, 'src', {
    get: () => source,
    set: (path: string) => {
      source = path;
      ready = resolveFile(path, '').then((url) => {
        player.src = url;
      });
      ready.catch((error: unknown) => {
        fail(String(error));
      });
    },
  });
  return new Proxy(context, {
    get(target, name) {
      if (typeof name !== 'string' || name in target || name === 'then')
        return Reflect.get(target, name) as unknown;
      throw new NotInPreviewError(`InnerAudioContext.${name}`);
    },
  });
}
