import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { linkPictures } from '../pictures/link-pictures';
import { versionInput } from '../schemas';
import { openContent } from './store';
import { readVersion } from './versions-store';

/** One read after admit, and links for the pictures. */
export const version: Action<Input<'publicity', 'version'>, Output<'publicity', 'version'>> = {
  write: false,
  input: versionInput,
  async run(_call, { township, article, version: id }) {
    const found = await readVersion(township, id);
    if (found?.article !== article) return refuse('not-found');
    const content = openContent(found.content);
    return ok({ content, links: await linkPictures(township, content) });
  },
};
