import type { Half, LocalDate } from '../../contract/wire';
import type { DeskScreen, RowLine } from './view';
import type { VisitView } from './visit';

export interface Which {
  date?: LocalDate;
  home?: string;
  half?: Half;
}

/** What is put on the screen at once. */
export interface Picture {
  found?: readonly RowLine[] | null;
  text?: string;
  showOver?: boolean;
  most?: number;
  walking?: boolean;
  loading?: boolean;
  problem?: string;
  retry?: boolean;
  done?: string;
  queued?: string;
  chosen?: string;
  screen?: DeskScreen;
  visit?: VisitView | null;
  villages?: readonly { id: string; name: string }[];
}
