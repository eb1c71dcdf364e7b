import { ARTICLE_LIMITS, type Block } from '../../../miniprogram/contract/article';
import type { Template } from '../../../miniprogram/contract/article-template';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { put } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { actOnKept } from './act-on-kept-document';
import { saveTemplateInput } from '../schemas';

/** A template has places for pictures and no pictures: their consent was given for one article. */
function withoutPictures(block: Block): Block {
  if (block.type === 'picture') return { ...block, picture: { file: '', faces: 'unknown' } };
  if (block.type !== 'card') return block;
  const { picture: _picture, ...bare } = block;
  return bare;
}

export const saveTemplate: Action<Input<'publicity', 'saveTemplate'>, Output<'publicity', 'saveTemplate'>> = {
  write: true,
  input: saveTemplateInput,
  run: (call, { edition, template }) =>
    actOnKept(call, 'templates', (kept) => {
      if (kept.edition !== edition) return refuse('row-changed');
      const others = (kept.templates ?? []).filter(({ id }) => id !== template.id);
      if (others.length >= ARTICLE_LIMITS.templates)
        return refuse('too-many-rows', { max: ARTICLE_LIMITS.templates });
      const bare: Template = { ...template, blocks: template.blocks.map(withoutPictures) };
      const changes = { templates: put([...others, bare]) };
      return { changes, of: template.id, event: 'template-saved' };
    }),
};
