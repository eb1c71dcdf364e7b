import { BUILT_IN_TAGS } from '../../compile/tags';
import { NotInPreviewError } from '../errors';
import { USER_DATA_PATH } from '../files';
import { boot } from '../session';
import { createAnimation } from './animation';
import { articleApis } from './article';
import { createInnerAudioContext } from './audio';
import { cloud } from './cloud';
import { fileSystemManager, fromBase64, toBase64 } from './file-system';
import { interfaceApis } from './interface';
import { createIntersectionObserver } from './intersection-observer';
import { mediaApis } from './media';
import { miscApis } from './misc';
import { navigationApis } from './navigation';
import { recorderManager } from './recorder';
import { scanApis } from './scan';
import { createSelectorQuery } from './selector-query';
import { storageApis } from './storage';
import { subscribeApis } from './subscribe';
import { systemApis } from './system';

const apis: Record<string, unknown> = {
  ...articleApis,
  ...interfaceApis,
  ...mediaApis,
  ...miscApis,
  ...navigationApis,
  ...scanApis,
  ...storageApis,
  ...subscribeApis,
  ...systemApis,
  arrayBufferToBase64: toBase64,
  base64ToArrayBuffer: fromBase64,
  cloud,
  createAnimation,
  createInnerAudioContext,
  createIntersectionObserver,
  createSelectorQuery,
  env: { USER_DATA_PATH },
  getFileSystemManager: () => fileSystemManager,
  getRecorderManager: () => recorderManager,
};

/** `wx.canIUse('getWindowInfo')`, `wx.canIUse('button')`: only the first name is looked at, not its fields. */
apis['canIUse'] = (schema: string): boolean => {
  const name = schema.split('.')[0] ?? '';
  return name in apis || BUILT_IN_TAGS.includes(name);
};

/**
 * The global `wx`. An official function that the preview has not is there all the same and throws when it is
 * called; a name that WeChat does not know is undefined.
 */
export function installWx(): void {
  const official = new Set(boot.officialApis);
  const wx = new Proxy(apis, {
    get(target, name) {
      if (typeof name !== 'string' || name in target || !official.has(name))
        return Reflect.get(target, name) as unknown;
      return () => {
        throw new NotInPreviewError(`wx.${name}()`);
      };
    },
  });
  Object.assign(window, { wx });
}
