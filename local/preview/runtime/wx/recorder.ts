import { addTemporaryFile } from '../files';
import { chooseFiles, extensionOf } from './media';

interface StartOptions {
  /** In ms, at most 10 minutes. */
  duration?: number;
  format?: string;
}

type Listener = (event: never) => void;

const DEFAULT_DURATION_MS = 60_000;
const listeners = new Map<string, Listener>();
/** A recording that runs; `stop()` ends it with the file that stands in for the sound. */
let running: { readonly file: File; readonly startedAt: number; readonly limit: number } | null = null;

function tell(name: string, event: object): void {
  listeners.get(name)?.(event as never);
}

/**
 * A stand-in: `start()` lets the person choose a sound file, then "records" until `stop()` or the limit. The
 * recording's duration is the file's own, at most the limit.
 */
async function start({ duration = DEFAULT_DURATION_MS }: StartOptions = {}): Promise<void> {
  try {
    const [file] = await chooseFiles('audio/*', false, false);
    if (!file) return;
    const limit = window.setTimeout(() => void stop(), duration);
    running = { file, startedAt: duration, limit };
    tell('start', {});
  } catch {
    tell('error', { errMsg: 'operateRecorder:fail auth deny' });
  }
}

async function stop(): Promise<void> {
  const recording = running;
  running = null;
  if (!recording) return;
  clearTimeout(recording.limit);
  const duration = Math.min(recording.startedAt, await durationOf(recording.file));
  const tempFilePath = addTemporaryFile(recording.file, extensionOf(recording.file));
  tell('stop', { tempFilePath, duration, fileSize: recording.file.size });
}

/** Length of a sound in ms; of one that the browser can not read, a second. */
async function durationOf(file: Blob): Promise<number> {
  try {
    const sound = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(await file.arrayBuffer());
    return Math.round(sound.duration * 1000);
  } catch {
    return 1000;
  }
}

const on =
  (name: string) =>
  (listener: Listener): void => {
    listeners.set(name, listener);
  };

/** There is one recorder; a later listener replaces the one before, as in WeChat. */
export const recorderManager: Readonly<Record<string, unknown>> = {
  start: (options?: StartOptions) => void start(options),
  stop: () => void stop(),
  pause: () => {
    tell('pause', {});
  },
  resume: () => {
    tell('resume', {});
  },
  onStart: on('start'),
  onStop: on('stop'),
  onPause: on('pause'),
  onResume: on('resume'),
  onError: on('error'),
  onInterruptionBegin: on('interruptionBegin'),
  onInterruptionEnd: on('interruptionEnd'),
  onFrameRecorded: on('frameRecorded'),
};
