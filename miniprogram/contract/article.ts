/** An article (文章): what is written, what is marked in it, and its states. */
import type { Instant } from './time';

/** What the official account takes (draft/add), and what an article of ours is bounded by. Characters are code points. */
export const ARTICLE_LIMITS = {
  title: 32,
  author: 16,
  digest: 128,
  /** While it is being written a line may be longer than what is taken in the end; `problems` says so. */
  titleDraft: 64,
  authorDraft: 32,
  digestDraft: 256,
  /** Characters of the HTML; one fewer than where the refusal begins. */
  html: 19_999,
  /** Bytes of the HTML. */
  htmlBytes: 1_048_575,
  blocks: 60,
  /** Characters of one text or quote. */
  text: 3_000,
  heading: 40,
  caption: 60,
  /** Rows of one number panel, and characters of each of its three fields. */
  numbers: 6,
  number: 12,
  pictures: 20,
  /** Characters of who agreed to a picture, of why a mark is overruled, of why it is sent back. */
  words: 100,
  templates: 30,
  activities: 60,
} as const;

/**
 * draft 在写 · submitted 待审 · approved 已审 · pushing 正在推送 · in-box 在公众号草稿箱 · publishing 正在发布 ·
 * published 已发布 · handed 已送区里或融媒体, as good a way out · failed 没推成 · dropped 已作废. Words, type and shape in publicity-labels.ts.
 */
export type ArticleState =
  | 'draft'
  | 'submitted'
  | 'approved'
  | 'pushing'
  | 'in-box'
  | 'publishing'
  | 'published'
  | 'handed'
  | 'failed'
  | 'dropped';

/** What a person may do next; the server's table decides and answers the legal ones (`acts`). */
export type ArticleAct =
  | 'save'
  | 'submit'
  | 'withdraw'
  | 'review'
  | 'approve'
  | 'send-back'
  | 'reopen'
  | 'push'
  | 'mark-published'
  | 'hand-over'
  | 'take-back'
  | 'drop'
  | 'restore';

/** faces: `unknown` is marked; `none` nobody can be recognised; `agreed` whoever can be has agreed (`agreedBy`). */
export interface Picture {
  /** Id in the cloud storage: in the caller's own folder when it is new. */
  file: string;
  faces: 'unknown' | 'none' | 'agreed';
  /** Consent given by whom and how: «本人口头同意». Needed for `agreed`. */
  agreedBy?: string;
}

export interface NumberItem {
  /** «36» */
  value: string;
  /** «人次» */
  unit: string;
  /** «接待群众» */
  label: string;
}

/** A block's `id` is chosen by the phone, unique in its article (ID_PATTERN), and stays with the block. */
export type Block = { id: string } & (
  | { type: 'heading'; text: string }
  /** An empty line parts paragraphs. */
  | { type: 'text'; text: string }
  | { type: 'quote'; text: string; from: string }
  | { type: 'picture'; picture: Picture; caption: string }
  | { type: 'numbers'; items: readonly NumberItem[] }
  /** A mini-program card; without a picture it is a line of text that leads there. */
  | { type: 'card'; title: string; path: string; picture?: Picture }
  /** A QR code of a poster's scene (`bh.h1`), or of the township where `scene` is its id. */
  | { type: 'code'; scene: string; caption: string }
);
export type BlockType = Block['type'];

/** The part of a cover that is shown, as parts of its width and height, 0 to 1. */
export interface Crop {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface Cover {
  picture: Picture;
  /** 2.35:1, at the head of the list. Absent: the middle. */
  wide?: Crop;
  /** 1:1, in lists and when forwarded. Absent: the middle. */
  square?: Crop;
}

/** What is written. */
export interface Content {
  title: string;
  author: string;
  digest: string;
  cover?: Cover;
  blocks: readonly Block[];
}

/**
 * What an article tells of. `of`: a date, a request id, `<year>-<activity id>` of the publicity month, an activity of deputies
 * (`duty`), '' for blank.
 */
export type SourceKind = 'reception-day' | 'request' | 'activity' | 'duty' | 'blank';
export interface Source {
  kind: SourceKind;
  of: string;
}

/** phone 电话 · id-number 证件号 · address 门牌 · name 人名 · consent 照片 · election 选举期. Words in publicity-labels.ts. */
export type MarkKind = 'phone' | 'id-number' | 'address' | 'name' | 'consent' | 'election';

/**
 * Something personal that was found; gone when it is edited away. `election` (a deputy by name in an election
 * period) cannot be overruled.
 */
export interface Mark {
  /** Stays the same while the words it stands for stay in their block. */
  id: string;
  kind: MarkKind;
  /** Id of the block, or which field of the head. */
  where: string;
  field: 'title' | 'author' | 'digest' | 'cover' | 'text' | 'from' | 'caption' | 'value' | 'picture';
  /** Row of a number panel. */
  row?: number;
  /** From this character to before that one (UTF-16, as `slice`); both 0 for a picture. */
  from: number;
  to: number;
  /** The words found; '' for a picture. */
  quote: string;
  overrulable: boolean;
  /** Let stand, by whom and why. */
  overruled?: { by: string; at: Instant; words: string };
}

/** Why it cannot be submitted yet; `now` and `max` where something is too long. Words in publicity-labels.ts. */
export interface Problem {
  code:
    | 'title-missing'
    | 'title-long'
    | 'author-long'
    | 'digest-long'
    | 'cover-missing'
    | 'body-missing'
    | 'picture-missing'
    | 'html-long';
  now?: number;
  max?: number;
  /** Id of the block. */
  where?: string;
}

export type PushStepName = 'pictures' | 'cover' | 'draft' | 'publish';
