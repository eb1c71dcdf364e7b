/** From the templates of articles to their words. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { Content, SourceKind } from '../../contract/article';
import { SOURCE_LABELS, TEMPLATE_FIELDS } from '../../contract/publicity-labels';
import type { Template } from '../../contract/article-template';

export const KINDS: readonly Choice[] = Object.entries(SOURCE_LABELS).map(([id, text]) => ({ id, text }));

export interface TemplateLine {
  id: string;
  name: string;
  words: string;
}

export function toLines(templates: readonly Template[]): TemplateLine[] {
  return templates.map(({ id, name, kind, blocks }) => ({
    id,
    name,
    words: `${SOURCE_LABELS[kind]} · ${String(blocks.length)} 段`,
  }));
}

/** «{{visits}} 接待人次»: what may be named, and stands there when an article begins. */
export function listFields(kind: SourceKind): string[] {
  return Object.entries(TEMPLATE_FIELDS[kind]).map(([field, words]) => `{{${field}}} ${words}`);
}

export function newTemplate(id: string): Template {
  return { id, name: '', kind: 'blank', title: '', digest: '', blocks: [] };
}

/** As the panel that writes articles knows it. */
export function toContent({ title, digest, blocks }: Template): Content {
  return { title, digest, author: '', blocks };
}

export function withContent(template: Template, { title, digest, blocks }: Content): Template {
  return { ...template, title, digest, blocks };
}

/** Why it cannot be kept yet; empty: it can. */
export function missingIn({ name, blocks }: Template): string {
  if (!name.trim()) return '先给模板起个名字';
  return blocks.length > 0 ? '' : '先加一段正文';
}
