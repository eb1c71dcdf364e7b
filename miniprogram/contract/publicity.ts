/** publicity (宣传): articles and the official account (公众号) they go to. What an article is: article.ts. */
import type { ArticleAct, ArticleState, Content, Mark, Problem, PushStepName, Source } from './article';
import type { Template } from './article-template';
import type { Happening, HappeningKind } from './happening';
import type { Activity, ActivityRow } from './publicity-month';
import type { PublicitySettings } from './publicity-settings';
import type { Instant } from './time';

export interface ArticleStep {
  at: Instant;
  act: string;
  /** Name of whoever did it; 系统 for what went by itself. */
  by: string;
  state: ArticleState;
  words?: string;
}

export interface ArticleCard {
  article: string;
  title: string;
  state: ArticleState;
  source: Source;
  /** What it tells of, in words: «12月7日 代表接访日». */
  sourceWords: string;
  /** Who wrote last, and when. */
  by: string;
  changedAt: Instant;
  /** Marks that are neither edited away nor overruled. */
  openMarks: number;
  /** The address readers open, once published. */
  url?: string;
}

/** What went wrong there, in words, and what to do. The table is the server’s. */
export interface PushFailure {
  /** Errcode, `p2` … `p6` for a publish_status, or a word of ours. */
  code: string;
  step: PushStepName;
  at: Instant;
  happened: string;
  todo: string;
  /** Pressing push again, unchanged, may help. */
  again: boolean;
  /** The draft was deleted there: ask, then push with `anew`. */
  askAnew: boolean;
}

export interface PushView {
  article: string;
  state: ArticleState;
  /** Where it is; absent before the first push. */
  step?: PushStepName;
  /** Pictures of body and cover: lying there, of all. */
  done: number;
  total: number;
  /** Still running: call pushStep again. */
  running: boolean;
  failure?: PushFailure;
  url?: string;
}

export interface ArticleView extends ArticleCard {
  /** Counts what was written; goes back with every act. */
  edition: number;
  content: Content;
  /** File id → link for the screen; it ends after half an hour. */
  links: Readonly<Record<string, string>>;
  marks: readonly Mark[];
  problems: readonly Problem[];
  steps: readonly ArticleStep[];
  acts: readonly ArticleAct[];
  /** Whether the caller wrote in it, and so cannot approve it. */
  mine: boolean;
  push: PushView;
}

/** A version kept aside: `saved` was the article once; `aside` was refused because somebody was faster. */
export interface VersionCard {
  version: string;
  kind: 'saved' | 'aside';
  edition: number;
  by: string;
  at: Instant;
  title: string;
}

/** `newer`: somebody saved meanwhile. What was sent lies aside as that version; nothing was overwritten. */
export type Saved =
  | { saved: true; edition: number; marks: readonly Mark[]; problems: readonly Problem[] }
  | { saved: false; edition: number; newer: { by: string; at: Instant }; version: string };

interface OfTownship {
  township: string;
}
interface OfArticle extends OfTownship {
  article: string;
}
interface OfEdition extends OfArticle {
  /** The edition that the phone shows; another one by now: article-changed. */
  edition: number;
}
interface Stepped {
  article: string;
  state: ArticleState;
  edition: number;
}

/** Roles staff and chief, where nothing else is said. */
export interface PublicityActions {
  /** Newest first; `next` goes back as `after`. */
  list: {
    input: OfTownship & { state?: ArticleState; after?: string };
    output: { articles: readonly ArticleCard[]; next?: string };
  };
  get: { input: OfArticle; output: ArticleView };
  /**
   * Of one kind, those that have no article yet, newest first: past reception days, solved requests of the public board,
   * done activities, what deputies did together. admit + 2.
   */
  happenings: {
    input: OfTownship & { kind: HappeningKind };
    output: { happenings: readonly Happening[] };
  };
  /**
   * Writes: an article from what happened, filled by a template (absent: the first of its kind). One happening has
   * one article: where there is one already it is answered, `existed` says so. Refusals: not-found.
   */
  compose: {
    input: OfTownship & { from: Source; template?: string };
    output: { article: string; existed: boolean };
  };
  /** Writes; autosave. Refusals: wrong-state, not-your-file. */
  save: { input: OfEdition & { content: Content }; output: Saved };
  /** What was written before, newest first; at most 24. */
  history: { input: OfArticle; output: { versions: readonly VersionCard[] } };
  /** One of them, to be looked at or saved anew. */
  version: {
    input: OfArticle & { version: string };
    output: { content: Content; links: Readonly<Record<string, string>> };
  };
  /** Writes: lets a mark stand, with words. Refusals: mark-gone, mark-stands (election), article-changed. */
  overrule: { input: OfEdition & { mark: string; words: string }; output: { marks: readonly Mark[] } };
  /** Exactly the HTML that is pushed, with pictures that the phone can show. */
  preview: {
    input: OfArticle;
    output: { html: string; letters: number; bytes: number; problems: readonly Problem[] };
  };

  /**
   * Writes, draft → submitted; `words` are the 初审意见. Refusals: marks-open, source-withdrawn, article-incomplete, article-changed, wrong-state.
   */
  submit: { input: OfEdition & { words?: string }; output: Stepped };
  /** Writes, submitted → draft, by who wrote it. */
  withdraw: { input: OfEdition; output: Stepped };
  /** Writes the 复审意见 of a submitted one, by who did not write it; nothing else changes. Refusals: own-article. */
  review: { input: OfEdition & { words: string }; output: Stepped };
  /** Role chief, writes, submitted → approved; `words` are the 终审意见. Refusals beside submit's: own-article. */
  approve: { input: OfEdition & { words?: string }; output: Stepped };
  /** Role chief, writes, submitted → draft, with words. */
  sendBack: { input: OfEdition & { words: string }; output: Stepped };
  /** Writes: approved, in-box or failed → draft, to change it. The same draft there is updated by the next push. */
  reopen: { input: OfEdition; output: Stepped };
  /** Writes: draft or failed → dropped. */
  drop: { input: OfEdition; output: Stepped };
  /** Writes: dropped → draft. */
  restore: { input: OfEdition; output: Stepped };
  /** Writes, in-box → published: a person published it there; `url` is the article's address (mp.weixin.qq.com). */
  markPublished: { input: OfEdition & { url: string }; output: Stepped };
  /**
   * Writes, approved, in-box or failed → handed: it was given to the district or its media centre, to whom in `words`
   * (report's articlePaper is what is given). Refusals: marks-open, source-withdrawn.
   */
  handOver: { input: OfEdition & { words: string }; output: Stepped };
  /** Writes, handed → approved: it was not given after all. */
  takeBack: { input: OfEdition; output: Stepped };

  /**
   * Writes: approved, failed or in-box → pushing; then call pushStep until `running` is false. `anew`: the draft
   * that was deleted there is made anew. Refusals: draft-deleted (ask first), account-missing, marks-open (the
   * election period began meanwhile), source-withdrawn.
   */
  push: { input: OfEdition & { anew?: boolean }; output: PushView };
  /** Does the next few seconds of work of a push, or looks how publishing goes on. May be called by anybody of the
   *  office, twice at once, or not at all: then the minute relay goes on. */
  pushStep: { input: OfArticle; output: PushView };
  pushStatus: { input: OfArticle; output: PushView };
  /** Timer only: the same for a push whose phone or instance went away. */
  resume: { input: OfArticle; output: PushView };

  /** For groups and the video account: a long picture, and a text with the link (without one before it is published). */
  pack: { input: OfArticle; output: { text: string; picture: string; name: string } };

  /** Everybody: what was published, newest first, as links; `next` goes back as `before`. */
  published: {
    input: OfTownship & { before?: Instant };
    output: {
      articles: readonly { title: string; url: string; publishedAt: Instant }[];
      next?: Instant;
    };
  };

  templates: { input: OfTownship; output: { templates: readonly Template[]; edition: number } };
  /** Writes: adds or replaces the template of this id. Refusals: row-changed, too-many-rows. */
  saveTemplate: {
    input: OfTownship & { edition: number; template: Template };
    output: { edition: number };
  };
  /** Writes. One of the built-in ones comes back as it was born. */
  dropTemplate: { input: OfTownship & { edition: number; template: string }; output: { edition: number } };

  /** The publicity month's plan of a year, by date, with what has no article yet. */
  plan: {
    input: OfTownship & { year: number };
    output: { year: number; activities: readonly ActivityRow[] };
  };
  /** Writes one row; `edition` as read, 0 for a new one. Refusals: row-changed, too-many-rows. */
  saveActivity: {
    input: OfTownship & { year: number; edition: number; activity: Activity };
    output: { edition: number };
  };

  settings: {
    input: OfTownship;
    output: {
      settings: PublicitySettings;
      edition: number;
      /** Whether there are keys for the township's own account and for the district's. */
      keys: { own: boolean; district: boolean };
    };
  };
  /** Role chief, writes. Refusals: row-changed. */
  saveSettings: {
    input: OfTownship & { edition: number; settings: PublicitySettings };
    output: { edition: number };
  };
}
