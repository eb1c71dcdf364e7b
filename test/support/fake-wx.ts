/** The part of `wx` that platform/ uses, in memory, for tests without a phone. */
export interface FakeWx {
  storage: Map<string, unknown>;
  /** Events that reached the cloud, oldest first. */
  calls: {
    name: string;
    data: { action: string; input: Record<string, unknown>; key?: string; again?: true };
  }[];
  uploads: string[];
  /** Answers one call; throws what the platform would reject with. */
  answer: (call: FakeWx['calls'][number]) => unknown;
  /** Whether an upload gets through; words: what the platform says instead. */
  uploadFails: (cloudPath: string) => boolean | string;
  /** Uploads that are held at 50 % until this resolves: a slow line. */
  uploadHeld: (cloudPath: string) => Promise<void>;
  dropped: string[];
}

/** What WeChat rejects with when there is no network. */
export const NO_NETWORK = { errCode: -1, errMsg: 'cloud.callFunction:fail request:fail ' };

/** As the platform keeps and sends it: nothing but JSON. */
function copy<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}

export function installFakeWx(): FakeWx {
  const fake: FakeWx = {
    storage: new Map(),
    calls: [],
    uploads: [],
    answer: () => ({ ok: false, code: 'internal' }),
    uploadFails: () => false,
    uploadHeld: () => Promise.resolve(),
    dropped: [],
  };
  interface Upload {
    cloudPath: string;
    success(done: { fileID: string }): void;
    fail(problem: unknown): void;
  }
  Object.assign(globalThis, {
    wx: {
      getStorageSync: (key: string) => copy(fake.storage.get(key)) ?? '',
      setStorageSync: (key: string, value: unknown) => fake.storage.set(key, copy(value)),
      removeStorageSync: (key: string) => fake.storage.delete(key),
      getFileSystemManager: () => ({
        unlink: () => undefined,
        removeSavedFile: ({ filePath }: { filePath: string }) => fake.dropped.push(filePath),
      }),
      cloud: {
        init: () => undefined,
        callFunction: (call: FakeWx['calls'][number]) => {
          fake.calls.push(copy(call));
          return new Promise((resolve) => {
            resolve({ result: fake.answer(call) });
          });
        },
        uploadFile: ({ cloudPath, success, fail }: Upload) => {
          void fake.uploadHeld(cloudPath).then(() => {
            const fails = fake.uploadFails(cloudPath);
            if (fails !== false) {
              fail(fails === true ? NO_NETWORK : { errMsg: fails });
              return;
            }
            fake.uploads.push(cloudPath);
            success({ fileID: `cloud://env/${cloudPath}` });
          });
          return {
            onProgressUpdate: (listener: (progress: { progress: number }) => void) => {
              listener({ progress: 50 });
            },
          };
        },
      },
    },
  });
  return fake;
}
