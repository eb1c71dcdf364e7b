import type { Source, SourceKind } from './article';
import type { LocalDate } from './time';

/** Something that happened; what is written from nothing did not. */
export type HappeningKind = Exclude<SourceKind, 'blank'>;

/** What can be written about and has no article yet. */
export interface Happening {
  source: Source;
  title: string;
  date?: LocalDate;
  /** «3个家 · 36人次» */
  words: string;
}
