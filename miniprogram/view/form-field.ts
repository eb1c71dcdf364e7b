/** A field of a form that is made from data: what it is called, and what it takes. */
export interface FormChoice {
  id: string;
  text: string;
  /** One of several that are chosen. */
  on?: boolean;
}

export interface FormField {
  name: string;
  label: string;
  kind: 'text' | 'number' | 'choice' | 'many';
  value: string;
  choices: readonly FormChoice[];
  hint: string;
  placeholder: string;
  maxlength: number;
}
