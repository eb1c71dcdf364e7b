import type { Input, Output } from '../../../miniprogram/contract/wire';
import type { Action } from '../../shared/serve';
import { actOnArticle } from './act-on-article';
import { ofEdition } from '../schemas';

export const withdraw: Action<Input<'publicity', 'withdraw'>, Output<'publicity', 'withdraw'>> = {
  write: true,
  input: ofEdition,
  run: (call, asked) => actOnArticle(call, 'withdraw', asked),
};
