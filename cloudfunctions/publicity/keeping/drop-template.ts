import type { Input, Output } from '../../../miniprogram/contract/wire';
import { put } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { actOnKept } from './act-on-kept-document';
import { dropTemplateInput } from '../schemas';

export const dropTemplate: Action<Input<'publicity', 'dropTemplate'>, Output<'publicity', 'dropTemplate'>> = {
  write: true,
  input: dropTemplateInput,
  run: (call, { edition, template }) =>
    actOnKept(call, 'templates', (kept) => {
      if (kept.edition !== edition) return refuse('row-changed');
      const others = (kept.templates ?? []).filter(({ id }) => id !== template);
      if (others.length === kept.templates?.length || kept.templates === undefined)
        return refuse('not-found');
      return { changes: { templates: put(others) }, of: template, event: 'template-dropped' };
    }),
};
