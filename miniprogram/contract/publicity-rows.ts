/** publicity: rows that the office keeps: happenings, templates, the publicity month's plan, settings. */
import type { ArticleState, Block, Source, SourceKind } from './article';
import type { LocalDate } from './time';

/** What can be written about and has no article yet. */
export interface Happening {
  source: Source;
  title: string;
  date?: LocalDate;
  /** «3个家 · 36人次» */
  words: string;
}

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

/** An activity of the publicity month (人大宣传月). */
export interface Activity {
  /** Chosen by the phone (ID_PATTERN), unique in its year. */
  id: string;
  /** 教师、医生、干部 … */
  profession: string;
  title: string;
  speaker: string;
  date: LocalDate;
  place: string;
  state: 'planned' | 'done' | 'off';
  /** 人次 who came; 0 while not known. */
  people: number;
}

export interface ActivityRow extends Activity {
  /** Changes with each change of this row; 0 for a new one. */
  edition: number;
  article?: string;
  articleState?: ArticleState;
}

/** Settings of a township's publicity. Keys and secrets are the environment's alone. */
export interface PublicitySettings {
  /** Whose official account: the township's own or the district's. */
  account: 'own' | 'district';
  /** After the draft lies there: a person publishes there, or it is submitted from here. */
  publish: 'leave' | 'submit';
  /** Proposed as author. */
  author: string;
  /** 选举期, both days inclusive: single deputies are not named. */
  election?: { from: LocalDate; to: LocalDate };
}
