import type { Input, Output } from '../../../miniprogram/contract/wire';
import type { Action } from '../../shared/serve';
import { actOnArticle } from './act-on-article';
import { ofEdition } from '../schemas';

export const restore: Action<Input<'publicity', 'restore'>, Output<'publicity', 'restore'>> = {
  write: true,
  input: ofEdition,
  run: (call, asked) => actOnArticle(call, 'restore', asked),
};
