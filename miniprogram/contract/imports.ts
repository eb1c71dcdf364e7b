/** Tables that come in as .xlsx: one engine for all of them; what each consists of is data on the server. */
import type { ExportReason } from './list-export';
import type { PrintedFile } from './report';
import type { Instant } from './time';

/** 村、选区、代表小组、承办单位、代表和接访人、路由表. */
export const TABLE_IDS = ['village', 'group', 'constituency', 'unit', 'person', 'route'] as const;
/** Tables of the directory; `activity` (纸质补录) is duty's. */
export type DirectoryTableId = (typeof TABLE_IDS)[number];
/** Of congress: who was elected to the term that is being prepared. */
export const ALL_TABLES = [...TABLE_IDS, 'invitation', 'activity', 'elected'] as const;
export type TableId = (typeof ALL_TABLES)[number];

export const TABLE_LABELS: Readonly<Record<TableId, string>> = {
  village: '村（社区）',
  group: '代表小组',
  constituency: '选区',
  unit: '承办单位',
  person: '代表和接访人',
  route: '路由表',
  invitation: '身份邀请',
  activity: '履职纸质补录',
  elected: '换届当选名单',
};

/** What keeps a cell from being read; `text` stands there, or is the line or number that it is about. */
export interface ImportFault {
  /** As the spreadsheet counts lines. */
  line: number;
  /** The column's head. */
  column: string;
  why:
    | 'head'
    /** Two columns have the same head. */
    | 'twice'
    /** Nothing stands below the head. */
    | 'empty'
    | 'needed'
    | 'unknown'
    | 'choice'
    | 'date'
    /** A day that is still to come. */
    | 'future'
    /** Another kind's column. */
    | 'foreign'
    | 'count'
    | 'phone'
    | 'span'
    | 'long'
    | 'doubled'
    /** A table would read this name as something else. */
    | 'name'
    /** Two in the directory have this name. */
    | 'namesake'
    | 'many'
    /** `#N/A`, `#REF!` and their like: the spreadsheet itself says that it is wrong. */
    | 'error'
    /** A formula that was saved without its value. */
    | 'no-value';
  text: string;
}

/** One line of the preview. */
export interface ImportLine {
  line: number;
  mark: 'new' | 'changed' | 'gone';
  title: string;
  words: string;
}

/** `half`: some slices stand and others do not; going on, or taking back, ends it. */
export type ImportState = 'planned' | 'half' | 'done' | 'taken-back';

export interface ImportSummary {
  import: string;
  table: TableId;
  at: Instant;
  state: ImportState;
  /** Lines of the file that say something. */
  lines: number;
  counts: { new: number; changed: number; same: number; gone: number };
  /** At most fifty; with one of them nothing is committed. */
  faults: readonly ImportFault[];
  slices: number;
  /** Slices that stand. */
  done: number;
}

interface OneImport {
  township: string;
  import: string;
}

/**
 * Reading is report's (the heavy libraries are there), committing is the owning function's. Roles: whoever may edit those
 * rows by hand.
 */
export interface ReportImportActions {
  /**
   * The table with drop-downs and a sheet of explanations. `empty`: the head alone, admit + 1 call. Else as it stands, with
   * one row of the audit for each key and body: who, when, which table, why; admit + 2. Refusals: not-found, key-reused.
   */
  exportTable: {
    input: { township: string; table: TableId } & ({ empty: true } | { reason: ExportReason });
    output: PrintedFile;
  };
  /**
   * Reads a file that lies in the caller's own folder and writes down what it would change. The same key answers the
   * same plan. admit + 3 calls and one for each slice. Refusals: not-your-file, file-unreadable (`why`: broken, large,
   * slow), not-allowed.
   */
  planImport: {
    input: { township: string; table: TableId; file: string; reason: string };
    output: ImportSummary;
  };
  /** One slice of the plan, for the preview. admit + 2 calls. Refusals: not-found. */
  readImport: {
    input: OneImport & { slice: number };
    output: { summary: ImportSummary; lines: readonly ImportLine[] };
  };
  /** The last ten of the township, the latest first. admit + 1 call. */
  listImports: { input: { township: string }; output: { imports: readonly ImportSummary[] } };
}

/** 纸质补录: activities that stood on paper. Staff, chief. */
export interface DutyImportActions {
  /**
   * Commits one slice of a back-entry; again it answers the same. admit + 4 calls and one for each line. Refusals:
   * not-found, wrong-state.
   */
  commitBackEntry: { input: OneImport & { slice: number }; output: { done: number; slices: number } };
  /** Withdraws what one slice noted; what was corrected since stays and is counted. Within seven days. Refusals as above. */
  takeBackEntry: {
    input: OneImport & { slice: number; reason: string };
    output: { done: number; slices: number; kept: number };
  };
}

export interface RegistryImportActions {
  /**
   * Commits one slice, all of it or nothing; again it answers the same. Slices go in their order. admit + 5 calls.
   * Refusals: not-found, row-changed (`line`), row-wrong (`line`), still-used, wrong-state.
   */
  commitImport: { input: OneImport & { slice: number }; output: { done: number; slices: number } };
  /**
   * Takes one slice back, the last one first. What somebody edited since stays as it is and is counted. Within seven
   * days. Refusals: not-found, wrong-state, still-used.
   */
  takeBackImport: {
    input: OneImport & { slice: number; reason: string };
    output: { done: number; slices: number; kept: number };
  };
}

/** 换届: the list of who was elected, whole. Staff, chief. */
export interface CongressImportActions {
  /**
   * The file becomes the list of the term that is being prepared, in the place of the one before; again it answers the
   * same. Taken back it is by another file, until the list is published. admit + 6 calls. Refusals: not-found,
   * wrong-state (none is being prepared), row-wrong (`line`: the directory changed since it was read), row-changed.
   */
  commitElected: { input: OneImport & { slice: number }; output: { done: number; slices: number } };
}
