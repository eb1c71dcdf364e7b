import type { Input, Output } from '../../../miniprogram/contract/wire';
import type { Action } from '../../shared/serve';
import { actOnArticle } from './act-on-article';
import { sendBackInput } from '../schemas';

export const sendBack: Action<Input<'publicity', 'sendBack'>, Output<'publicity', 'sendBack'>> = {
  write: true,
  input: sendBackInput,
  run: (call, asked) => actOnArticle(call, 'send-back', asked, () => ({ words: asked.words })),
};
