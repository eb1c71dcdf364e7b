/** Recording what somebody says, one at a time, and playing it back. */
import { LIMITS } from '../contract/limits';

export interface Recorded {
  path: string;
  seconds: number;
}

/** Speech at 16 kHz needs no more; 60 s are about 360 KB. */
const FORMAT = { format: 'mp3', sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 48_000 } as const;
/** A press shorter than this (seconds) was a slip of the finger. */
const SHORTEST_SECONDS = 1;

/** The platform tells of a stop at once; without a word for so long (ms) there is no recording. */
const SILENCE_MS = 2_000;

let finish: ((recorded: Recorded | undefined) => void) | undefined;

/**
 * Starts recording. `onStart` comes when the microphone runs (the person may first be asked to allow it),
 * `onEnd` once: with the recording, or with nothing when there was none (refused, too short, or interrupted
 * before anything was said).
 */
export function startRecording(onStart: () => void, onEnd: (recorded: Recorded | undefined) => void): void {
  const recorder = wx.getRecorderManager();
  finish = (recorded) => {
    finish = undefined;
    onEnd(recorded);
  };
  recorder.onStart(onStart);
  recorder.onStop(({ tempFilePath, duration }) => {
    const seconds = Math.min(Math.round(duration / 1000), LIMITS.recordingSeconds);
    finish?.(seconds < SHORTEST_SECONDS ? undefined : { path: tempFilePath, seconds });
  });
  recorder.onError(() => {
    finish?.(undefined);
  });
  recorder.start({ ...FORMAT, duration: LIMITS.recordingSeconds * 1000 });
}

export function stopRecording(): void {
  const stopping = finish;
  wx.getRecorderManager().stop();
  setTimeout(() => {
    if (finish === stopping) finish?.(undefined);
  }, SILENCE_MS);
}

let player: WechatMiniprogram.InnerAudioContext | undefined;

/** Plays what was pressed and says so on the page, until it ends. */
export function playOn(page: { setData(data: { playing: string }): void }, path: string): void {
  page.setData({ playing: path });
  play(path, () => {
    page.setData({ playing: '' });
  });
}

/** Plays a file of this phone, or a link; starting one stops the one before. */
function play(src: string, onEnd: () => void): void {
  stopPlaying();
  player = wx.createInnerAudioContext();
  player.onEnded(onEnd);
  player.onError(onEnd);
  player.src = src;
  player.play();
}

export function stopPlaying(): void {
  player?.destroy();
  player = undefined;
}
