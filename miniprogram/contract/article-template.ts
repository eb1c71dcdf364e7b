import type { Block, SourceKind } from './article';

/** A field that a template may name as `{{name}}`; which there are, TEMPLATE_FIELDS in publicity-labels.ts says. */
export interface Template {
  id: string;
  name: string;
  kind: SourceKind;
  title: string;
  digest: string;
  /** Blocks without pictures' files; a picture section is a `picture` block whose file is ''. */
  blocks: readonly Block[];
}
