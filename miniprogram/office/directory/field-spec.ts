/** `list`: words with 、 between them. `yes`: 是 or nothing. */
export interface FieldSpec {
  name: string;
  label: string;
  kind: 'text' | 'number' | 'date' | 'list' | 'choice' | 'many' | 'yes';
  /** Rows of this kind are the choices, or these. */
  of?: 'home' | 'village' | 'group' | 'category' | 'term' | 'constituency' | 'part' | 'ownField';
  choices?: readonly { id: string; text: string }[];
  /** One more choice, for all of them. */
  any?: string;
  /** May stay empty. */
  free?: true;
  hint?: string;
  maxlength?: number;
}
