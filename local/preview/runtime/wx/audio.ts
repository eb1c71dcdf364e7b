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

/** Plays one sound; knows what WeChat's context knows beyond the browser's player. */
class Sound {
  readonly player = new Audio();
  readonly stopListeners = new Set<Listener>();
  readonly errorListeners = new Set<Listener>();
  private source = '';
  private ready: Promise<unknown> = Promise.resolve();

  constructor() {
    this.player.addEventListener('error', () => {
      if (this.source !== '') this.fail(this.player.error?.message ?? 'the sound can not be played');
    });
  }

  get src(): string {
    return this.source;
  }

  set src(path: string) {
    this.source = path;
    this.ready = resolveFile(path, '').then((url) => {
      this.player.src = url;
    });
    this.ready.catch((error: unknown) => {
      this.fail(String(error));
    });
  }

  play(): void {
    this.ready
      .then(() => this.player.play())
      .catch((error: unknown) => {
        this.fail(String(error));
      });
  }

  stop(): void {
    this.player.pause();
    this.player.currentTime = 0;
    for (const listener of [...this.stopListeners]) listener({});
  }

  destroy(): void {
    this.source = '';
    this.player.pause();
    this.player.removeAttribute('src');
  }

  private fail(errMsg: string): void {
    for (const listener of [...this.errorListeners]) listener({ errCode: 10002, errMsg });
  }
}

/** wx.createInnerAudioContext(), on the browser's own player. */
export function createInnerAudioContext(): object {
  const sound = new Sound();
  const { player, stopListeners, errorListeners } = sound;
  const context: Record<string, unknown> = {
    play: () => {
      sound.play();
    },
    pause: () => {
      player.pause();
    },
    stop: () => {
      sound.stop();
    },
    seek: (seconds: number) => {
      player.currentTime = seconds;
    },
    destroy: () => {
      sound.destroy();
    },
    onStop: (listener: Listener) => stopListeners.add(listener),
    offStop: (listener: Listener) => stopListeners.delete(listener),
    onError: (listener: Listener) => errorListeners.add(listener),
    offError: (listener: Listener) => errorListeners.delete(listener),
    obeyMuteSwitch: true,
    referrerPolicy: 'origin',
  };
  addPlayerEvents(context, player);
  for (const [name, target] of [
    ...PROPERTIES.map((one) => [one, player] as const),
    ['src', sound] as const,
  ]) {
    Object.defineProperty(context, name, {
      get: () => Reflect.get(target, name) as unknown,
      set: (value: unknown) => Reflect.set(target, name, value),
    });
  }
  return new Proxy(context, {
    get(target, name) {
      if (typeof name !== 'string' || name in target || name === 'then')
        return Reflect.get(target, name) as unknown;
      throw new NotInPreviewError(`InnerAudioContext.${name}`);
    },
  });
}

function addPlayerEvents(context: Record<string, unknown>, player: HTMLAudioElement): void {
  for (const [on, event] of Object.entries(EVENTS)) {
    context[on] = (listener: EventListener) => {
      player.addEventListener(event, listener);
    };
    context[on.replace(/^on/, 'off')] = (listener: EventListener) => {
      player.removeEventListener(event, listener);
    };
  }
}
