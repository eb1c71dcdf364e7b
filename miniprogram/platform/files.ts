/** Photos and recordings: choosing, keeping them on the phone, sending them, showing them. */
import { DEPLOYMENT } from './deployment';
import type { Result } from '../contract/result';

/** A photo above this (bytes) is compressed once more; nine of them must go over a village network. */
const LARGE_PHOTO_BYTES = 600_000;
const PHOTO_QUALITY = 70;
const LONGEST_SIDE_PX = 1_600;

/** Lets the person take or choose up to `count` photos; an empty list when they went back. */
export function choosePhotos(count: number): Promise<string[]> {
  return new Promise((resolve) => {
    wx.chooseMedia({
      count,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      sizeType: ['compressed'],
      success: ({ tempFiles }) => {
        void Promise.all(tempFiles.map(makeSmaller)).then(resolve);
      },
      fail: () => {
        resolve([]);
      },
    });
  });
}

function makeSmaller(photo: { tempFilePath: string; size: number }): Promise<string> {
  if (photo.size <= LARGE_PHOTO_BYTES) return Promise.resolve(photo.tempFilePath);
  return new Promise((resolve) => {
    wx.compressImage({
      src: photo.tempFilePath,
      quality: PHOTO_QUALITY,
      compressedWidth: LONGEST_SIDE_PX,
      success: ({ tempFilePath }) => {
        resolve(tempFilePath);
      },
      fail: () => {
        resolve(photo.tempFilePath);
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
      fail: () => {
        resolve({ ok: false, code: 'offline' });
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
