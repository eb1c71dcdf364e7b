import type { Input, Output } from '../../../miniprogram/contract/wire';
import type { Action } from '../../shared/serve';
import { actOnArticle } from './act-on-article';
import { ofEdition } from '../schemas';

/** It was not given after all. */
export const takeBack: Action<Input<'publicity', 'takeBack'>, Output<'publicity', 'takeBack'>> = {
  write: true,
  input: ofEdition,
  run: (call, asked) => actOnArticle(call, 'take-back', asked),
};
