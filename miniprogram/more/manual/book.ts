/** A book of the manual as the phone shows it. */
export type BookId = 'start' | 'voter' | 'deputy' | 'reception' | 'requests' | 'year' | 'unit' | 'admin';

export interface Block {
  /** A heading, a paragraph, a step or point with its mark, one below another, a line of a table. */
  kind: 'head' | 'text' | 'item' | 'deep' | 'row';
  text: string;
  /** '1.' or '·' before a step or point. */
  mark?: string;
  /** Of a line of a table: what is said of its first word. */
  then?: string;
}

export interface Chapter {
  title: string;
  blocks: readonly Block[];
}

export interface Book {
  id: BookId;
  title: string;
  intro: readonly Block[];
  chapters: readonly Chapter[];
}
