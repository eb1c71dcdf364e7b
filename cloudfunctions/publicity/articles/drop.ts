import type { Input, Output } from '../../../miniprogram/contract/wire';
import type { Action } from '../../shared/serve';
import { actOnArticle } from './act-on-article';
import { ofEdition } from '../schemas';

export const drop: Action<Input<'publicity', 'drop'>, Output<'publicity', 'drop'>> = {
  write: true,
  input: ofEdition,
  run: (call, asked) => actOnArticle(call, 'drop', asked),
};
