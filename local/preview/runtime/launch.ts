import { appData, boot, launchQuery } from './session';
import { parseUrl } from './router';

/** WeChat's numbers for how a mini-program was opened. */
const SCENE_MAIN_ENTRY = 1001;
const SCENE_MINI_PROGRAM_CODE = 1047;

/**
 * First page as the address of the preview asks for it: `?scene=bh.h1` is a scanned code, `?page=…` any page
 * (its own query behind a `?`, encoded).
 */
export function launchUrl(): string {
  const scene = launchQuery.get('scene');
  const poster = boot.posters.find((one) => one.scene === scene);
  const page = launchQuery.get('page') ?? poster?.page ?? appData().entry;
  if (scene === null) return page;
  return `${page}${page.includes('?') ? '&' : '?'}scene=${encodeURIComponent(scene)}`;
}

/** wx.getLaunchOptionsSync(). */
export function launchOptions(): object {
  const { route, query } = parseUrl(launchUrl(), '');
  return {
    path: route,
    query,
    scene: launchQuery.has('scene') ? SCENE_MINI_PROGRAM_CODE : SCENE_MAIN_ENTRY,
    referrerInfo: {},
    forwardMaterials: [],
    apiCategory: 'default',
  };
}
