/** Links under which a phone can show an article's pictures, those that nobody changes; they end after half an hour. */
import type { Content } from '../../../miniprogram/contract/article';
import { isKept } from '../../media/intake/rules/kept-files';
import { linkFiles } from '../../shared/files';
import { listPictures } from '../articles/rules/content-fields';

/** Links of one call to the storage. */
const AT_ONCE = 50;

export async function linkPictures(township: string, content: Content): Promise<Record<string, string>> {
  const named = listPictures(content).map(({ picture }) => picture.file);
  const files = [...new Set(named)].filter((file) => isKept(township, file)).slice(0, AT_ONCE);
  const links = await linkFiles(files);
  const pairs = files.map((file, at): [string, string] => [file, links[at] ?? '']);
  return Object.fromEntries(pairs.filter(([, link]) => link !== ''));
}
