import type { Input, Output } from '../../../miniprogram/contract/wire';
import { put } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { actOnRows } from './act-on-kept-rows';
import { dropTemplateInput } from '../schemas';

export const dropTemplate: Action<Input<'publicity', 'dropTemplate'>, Output<'publicity', 'dropTemplate'>> = {
  write: true,
  input: dropTemplateInput,
  run: (call, { edition, template }) =>
    actOnRows(call, 'templates', (rows) => {
      if (rows.edition !== edition) return refuse('row-changed');
      const others = (rows.templates ?? []).filter(({ id }) => id !== template);
      if (others.length === rows.templates?.length || rows.templates === undefined)
        return refuse('not-found');
      return { changes: { templates: put(others) }, of: template, event: 'template-dropped' };
    }),
};
