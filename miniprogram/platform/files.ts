/** Photos and recordings: choosing, keeping them on the phone, sending them, showing them. */
import { DEPLOYMENT } from './deployment';
import type { Result } from '../contract/result';

/** A photo above this (bytes) is compressed once more; nine of them must go over a village network. */
const LARGE_PHOTO_BYTES = 600_000;
const PHOTO_QUALITY = 70;
const LONGEST_SIDE_PX = 1_600;
/** A side longer than this is made smaller however few bytes it has. */
const MOST_SIDE_PX = 6_000;

/** More (bytes) does not get through from a village. */
const MOST_PHOTO_BYTES = 10_000_000;

/** What was chosen: photos that can be sent, made smaller where needed, and how many cannot and why. */
export interface ChosenPhotos {
  paths: string[];
  /** Nothing is in the file. */
  empty: number;
  /** The phone could not make it small enough. */
  huge: number;
}

/** Lets the person take or choose up to `count` photos; nothing when they went back. */
export function choosePhotos(count: number): Promise<ChosenPhotos> {
  return new Promise((resolve) => {
    wx.chooseMedia({
      count,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      sizeType: ['compressed'],
      success: ({ tempFiles }) => {
        void Promise.all(tempFiles.map(prepare)).then((photos) => {
          resolve({
            paths: photos.flatMap((photo) => ('path' in photo ? [photo.path] : [])),
            empty: photos.filter((photo) => 'why' in photo && photo.why === 'empty').length,
            huge: photos.filter((photo) => 'why' in photo && photo.why === 'huge').length,
          });
        });
      },
      fail: () => {
        resolve({ paths: [], empty: 0, huge: 0 });
      },
    });
  });
}

/** The longer side (pixels); 0: it cannot be told. */
function longerSide(src: string): Promise<number> {
  return new Promise((resolve) => {
    wx.getImageInfo({
      src,
      success: ({ width, height }) => {
        resolve(Math.max(width, height));
      },
      fail: () => {
        resolve(0);
      },
    });
  });
}

/** A photo that can be sent, or why it cannot. */
type Prepared = { path: string } | { why: 'empty' | 'huge' };

/** Few bytes may still be 64 million pixels, which an old phone cannot open. */
async function prepare({ tempFilePath, size }: { tempFilePath: string; size: number }): Promise<Prepared> {
  if (size === 0) return { why: 'empty' };
  const opens = (await longerSide(tempFilePath)) <= MOST_SIDE_PX;
  if (opens && size <= LARGE_PHOTO_BYTES) return { path: tempFilePath };
  const smaller = await makeSmaller(tempFilePath);
  if (smaller !== undefined) return { path: smaller };
  return opens && size <= MOST_PHOTO_BYTES ? { path: tempFilePath } : { why: 'huge' };
}

function makeSmaller(src: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    wx.compressImage({
      src,
      quality: PHOTO_QUALITY,
      compressedWidth: LONGEST_SIDE_PX,
      success: ({ tempFilePath }) => {
        resolve(tempFilePath);
      },
      fail: () => {
        resolve(undefined);
      },
    });
  });
}

/** Moves a temporary file to where the phone does not clear it away; nothing when there is no room. */
export function keepFile(tempFilePath: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => {
        resolve(savedFilePath);
      },
      fail: () => {
        resolve(undefined);
      },
    });
  });
}

export function dropFile(path: string): void {
  wx.getFileSystemManager().removeSavedFile({ filePath: path, fail: () => undefined });
}

/** What WeChat says of a file that the phone has not got any more. */
const GONE = /not exist|doesn't exist|no such file|not found/i;

/** Sends one file; `onPercent` gets 0…100 as it goes. The answer is its id in the cloud. */
export function sendFile(
  path: string,
  cloudPath: string,
  onPercent: (percent: number) => void,
): Promise<Result<string>> {
  return new Promise((resolve) => {
    const task = wx.cloud.uploadFile({
      cloudPath,
      filePath: path,
      ...(DEPLOYMENT.environment && { config: { env: DEPLOYMENT.environment } }),
      success: ({ fileID }) => {
        resolve({ ok: true, data: fileID });
      },
      fail: ({ errMsg }) => {
        resolve({ ok: false, code: GONE.test(errMsg) ? 'not-your-file' : 'offline' });
      },
    });
    task.onProgressUpdate(({ progress }) => {
      onPercent(progress);
    });
  });
}

/** Full screen, to be swiped through. */
export function showPhotos(photos: readonly { path: string }[], current: string): void {
  void wx.previewImage({ urls: photos.map(({ path }) => path), current });
}
