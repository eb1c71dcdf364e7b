import type { Source } from '../../contract/article';
import type { Output } from '../../contract/wire';
import { canRetry } from '../../contract/result';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import type { Result } from '../../contract/result';
import { composeArticle } from '../../services/publicity';

/** Begins an article; pressed again after a lost answer it is the same one. */
export class Starter {
  private pending: Pending<{ from: Source; template?: string }> | undefined;

  async start(from: Source, template = ''): Promise<Result<Output<'publicity', 'compose'>>> {
    const wish = { from, ...(template !== '' && { template }) };
    this.pending = intend(this.pending, JSON.stringify(wish), () => wish);
    const result = await composeArticle(this.pending.input, this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    return result;
  }
}
