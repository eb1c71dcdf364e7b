import type { Input, Output } from '../../../miniprogram/contract/wire';
import type { Action } from '../../shared/serve';
import { actOnArticle } from './act-on-article';
import { ofEdition } from '../schemas';

export const reopen: Action<Input<'publicity', 'reopen'>, Output<'publicity', 'reopen'>> = {
  write: true,
  input: ofEdition,
  run: (call, asked) => actOnArticle(call, 'reopen', asked),
};
