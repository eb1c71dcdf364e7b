import type { Source } from './article';
import type { LocalDate } from './time';

/** What can be written about and has no article yet. */
export interface Happening {
  source: Source;
  title: string;
  date?: LocalDate;
  /** «3个家 · 36人次» */
  words: string;
}
