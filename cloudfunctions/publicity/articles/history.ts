import type { Input, Output } from '../../../miniprogram/contract/wire';
import { decryptField } from '../../shared/cipher';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { ofArticle } from '../schemas';
import { readVersions } from './versions-store';

const SHOWN = 24;

/** One read after admit. */
export const history: Action<Input<'publicity', 'history'>, Output<'publicity', 'history'>> = {
  write: false,
  input: ofArticle,
  async run(_call, { township, article }) {
    const found = await readVersions(township, article, SHOWN);
    const versions = found.map(({ _id: version, kind, edition, by, at, content }) => ({
      version,
      kind,
      edition,
      by: decryptField(by),
      at,
      title: content.title,
    }));
    return ok({ versions });
  },
};
