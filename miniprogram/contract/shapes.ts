/** What screens hand to components: made by platform/ and pages, drawn by components/, which both know only this room. */

/** One booking in a list. */
export interface SlipLine {
  booking: string;
  /** 12月7日 星期一（还有14天）. */
  day: string;
  /** 上午 9:00. */
  time: string;
  number: string;
  place: string;
  /** For a family member: 给李大爷约的. */
  whom: string;
  tag: string;
  tone: 'waiting' | 'in-hand' | 'done' | 'plain';
}

/** One request in a list. */
export interface RequestLine {
  request: string;
  title: string;
  /** 柳树村 · 道路. */
  about: string;
  sentence: string;
  tag: string;
  tone: 'waiting' | 'in-hand' | 'done' | 'late';
  /** 12月3日前, 已过2天; empty: no date. */
  due: string;
  /** The one act that can be done from the list; empty: only opening. */
  act: string;
}

/** One of several that a field may choose from. */
export interface PanelChoice {
  id: string;
  text: string;
  hint?: string;
}

/** What an act asks for. */
export interface PanelField {
  /** Its key among the values. */
  name: string;
  /** words: several lines · line: one · choice: one of several · choices: any of several · date: a day. */
  kind: 'words' | 'line' | 'choice' | 'choices' | 'date';
  label: string;
  hint?: string;
  optional?: boolean;
  /** Most characters. */
  limit?: number;
  choices?: readonly PanelChoice[];
  /** Whole sentences to begin with. */
  quick?: readonly string[];
  /** First and last day that may be chosen. */
  from?: string;
  to?: string;
  /** Asked only where another field has one of these values. */
  when?: { field: string; is: readonly string[] };
}

/** An act as a button with what it needs. */
export interface PanelAct {
  id: string;
  /** On the button. */
  label: string;
  /** What happens by it; asked before what cannot be taken back. */
  words: string;
  /** On the button that does it. */
  yes: string;
  fields: readonly PanelField[];
  /** What stands in the fields at first. */
  values?: Values;
  /** Never the main button, however few there are. */
  quiet?: boolean;
  /** The heading under which it stands beside the main one; absent: all stand together. */
  under?: string;
}

export type Values = Readonly<Record<string, string | readonly string[]>>;
