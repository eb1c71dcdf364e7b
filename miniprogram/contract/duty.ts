/** duty (履职): activities, the ledger of facts, the duty record. */
import type { ActivityKind, Helped, OwnShape, SitePart, TopicFrom } from './activity-kinds';
import type { PaperKind } from './congress/session';
import type { DutyReportActions } from './duty-report';
import type { Count, Dimension, FactQuery, FactRow, Heading } from './facts';
import type { FileFault } from './media';
import type { OpinionAct, OpinionState, OpinionStep } from './opinion';
import type { InParts, Part } from './parts';
import type { PrintedFile } from './report';
import type { StudyActions } from './studies';
import type { TieActions } from './ties';
import type { Instant, LocalDate } from './time';

export const DUTY_LIMITS = {
  title: 40,
  words: 500,
  result: 200,
  tag: 20,
  place: 40,
  mandate: 40,
  /** Persons of one activity, invited or there. */
  persons: 120,
  sites: 20,
  siteWords: 200,
  /** 视察意见 of one activity. */
  opinions: 20,
  opinionWords: 300,
  /** Files of one study or training. */
  materials: 10,
  /** Of one activity. */
  photos: 9,
  recordings: 3,
  /** People met in one household, or at one event. */
  people: 2_000,
  /** Days for which something may be recorded afterwards by whoever did it; the office has no such bound. */
  lateDays: 366,
  disputeWords: 200,
  /** Days of a span that figures are asked for. */
  spanDays: 3_700,
} as const;

export type ActivityState = 'planned' | 'held' | 'withdrawn';

/** A person's answer to an invitation: 参加 / 请假, and what became of the leave. */
export type InvitationAnswer = 'invited' | 'coming' | 'leave-asked' | 'on-leave' | 'leave-refused';

export interface SiteInput extends Partial<Record<SitePart, string>> {
  name: string;
}

/** What a person types; which of it a kind asks stands in activity-kinds.ts. */
export interface ActivityInput {
  kind: ActivityKind;
  date: LocalDate;
  village?: string;
  category?: string;
  household?: { name: string; phone?: string };
  people?: number;
  title?: string;
  words?: string;
  result?: string;
  promised?: LocalDate;
  /** The promised visit (今日待办) that this one keeps. */
  keeps?: string;
  /** The tie (监测户结对) that it was for. */
  tie?: string;
  helped?: Partial<Record<Helped, number>>;
  place?: string;
  /** On whose behalf a deputy of the district reports (区人大常委会, with its paper's number). */
  mandate?: string;
  topicFrom?: TopicFrom;
  tag?: string;
  sites?: readonly SiteInput[];
  /** Who was there, or is invited where `planned`; absent: whoever records it. Others than oneself only by the office, a leader for the own group. */
  persons?: readonly string[];
  group?: string;
  /** It is still to come: whoever is named is invited. */
  planned?: boolean;
  /** Entered from paper (补录); the office alone. */
  entered?: boolean;
}

export interface ActivityCard {
  activity: string;
  kind: ActivityKind;
  state: ActivityState;
  date: LocalDate;
  title: string;
  village?: string;
  group?: string;
  persons: readonly string[];
  entered: boolean;
  /** How the caller answered, where invited. */
  mine?: InvitationAnswer;
  /** Leaves that wait for a decision. */
  leaves: number;
}

/** 视察意见: transferred to a unit, answered by its clerk, followed up by the office. */
export interface Opinion {
  opinion: string;
  site: string;
  words: string;
  unit: string;
  due: LocalDate;
  state: OpinionState;
  answer?: string;
  answeredOn?: LocalDate;
  /** Why the unit gave it back. */
  returned?: string;
  urgedOn?: LocalDate;
  /** What was found when it was followed up, or why the answer was not enough. */
  followed?: string;
  /** 重点督办: proposed, or decided. */
  key?: 'proposed' | 'decided';
  /** What the reader may do with it now. */
  acts: readonly OpinionAct[];
}

export interface OpinionRow extends Opinion {
  activity: string;
  /** Of the inspection, and its day. */
  title: string;
  date: LocalDate;
}

/** A file of a study, for whoever is asked to it: what it is was asked at the upload. */
export interface Material {
  material: string;
  title: string;
  kind: PaperKind;
  /** pdf, docx, jpg, png */
  ending: string;
}

export type PictureUse = 'photo' | 'recording';
/** checking: WeChat looks at it · held: the office has to look · kept: nobody else sees it. */
export type PictureState = 'checking' | 'clear' | 'held' | 'kept';

/** Whoever is seen in a picture, or a parent, agreed on this day. */
export interface FaceConsent {
  by: string;
  on: LocalDate;
}

export interface PictureView {
  picture: string;
  use: PictureUse;
  state: PictureState;
  seconds?: number;
  consent?: FaceConsent;
  mayDrop: boolean;
}

export interface ActivityView extends ActivityCard {
  edition: number;
  /** Of a kind of the township's own: as it was when it was noted. */
  own?: OwnShape;
  category?: string;
  household?: { name: string };
  people?: number;
  words?: string;
  result?: string;
  promised?: LocalDate;
  helped?: Partial<Record<Helped, number>>;
  place?: string;
  mandate?: string;
  topicFrom?: TopicFrom;
  tag?: string;
  sites: readonly SiteInput[];
  opinions: readonly Opinion[];
  invited: readonly { person: string; answer: InvitationAnswer; words?: string; attended?: boolean }[];
  materials: readonly Material[];
  /** Photos and recordings that the caller may see. */
  pictures: readonly PictureView[];
  mayAddPictures: boolean;
  /** The caller may add materials and take them away. */
  mayAddMaterials: boolean;
  /** An article may tell of it: it was held, and where one deputy alone did it that deputy agreed. */
  mayTell: boolean;
  /** The caller alone did it, and says whether an article may tell of it. */
  mayConsent: boolean;
  consented: boolean;
  recordedAt: Instant;
  /** The caller may correct and withdraw it. */
  mayCorrect: boolean;
}

export type DisputeState = 'open' | 'corrected' | 'kept';

export interface Dispute {
  dispute: string;
  fact: string;
  kind: string;
  date: LocalDate;
  person: string;
  source: FactRow['source'];
  words: string;
  state: DisputeState;
  answer?: string;
  at: Instant;
}

interface Township {
  township: string;
}
interface OfActivity extends Township {
  activity: string;
}
export interface Recorded {
  activity: string;
  edition: number;
  state: ActivityState;
}

/** A cell of the grid group × month. */
export interface StudyCell {
  group: string;
  month: string;
  held: number;
  planned: number;
  /** Planned for a day that is past, and neither held nor withdrawn. */
  missed: number;
}

export interface DutyActions extends TieActions, StudyActions, DutyReportActions {
  /**
   * How many, in the measure's unit; `split` tells the same number apart by a dimension (values without rows are left
   * out). Roles staff, chief, presidium; a leader the own group's, a deputy the own. 1 call for each query after admit.
   */
  figures: {
    input: { township: string; queries: readonly Omit<FactQuery, 'township'>[] };
    output: { counts: readonly Count[] };
  };
  /** Exactly the rows behind such a number, newest first. Who: as figures. 1 call after admit. */
  facts: {
    input: FactQuery & { after?: string };
    output: { facts: readonly FactRow[]; next?: string };
  };
  /**
   * Records an activity, or plans one. 1 call after admit. Refusals: bad-input (`field`: what the kind needs, a day that
   * is to come), not-allowed (kind or persons are not the caller's to record), key-reused.
   */
  note: { input: Township & { activity: ActivityInput }; output: Recorded };
  /** On the edition that was read. Whoever recorded it, or the office. Refusals: activity-changed, wrong-state, not-found. */
  correct: { input: OfActivity & { edition: number; to: ActivityInput }; output: Recorded };
  /** Its facts go with it. Refusals: wrong-state, not-found. */
  withdraw: { input: OfActivity & { reason: string }; output: Recorded };
  /** Whoever recorded it, took part, is invited, leads the group, or is of the office. */
  activity: { input: OfActivity; output: ActivityView };
  /** Newest first, from two months ahead on. `mine`: recorded or taken part in; `group`: of the leader's group; `office`: all. */
  listActivities: {
    input: Township & { scope: 'mine' | 'group' | 'office'; kind?: ActivityKind; after?: string };
    output: { activities: readonly ActivityCard[]; next?: string };
  };
  /** 参加 or 请假 (with a reason). Refusals: not-found (not invited), wrong-state (held or withdrawn). */
  answerInvitation: {
    input: OfActivity & { answer: 'coming' | 'leave'; words?: string };
    output: { answer: InvitationAnswer };
  };
  /** Leader (own group's study) or office. Refusals: not-found, wrong-state (no leave asked). */
  decideLeave: {
    input: OfActivity & { person: string; grant: boolean };
    output: { answer: InvitationAnswer };
  };
  /** Who was there: the planned one is held. Leader (own group) or office. Refusals: wrong-state, not-found. */
  attend: { input: OfActivity & { persons: readonly string[]; words?: string }; output: Recorded };
  /**
   * A paper that media took in (takePaper) becomes material. Office; a leader for the own group. Refusals: not-found,
   * wrong-state (withdrawn, or a kind without materials), too-many-rows, bad-input (no such paper).
   */
  addMaterial: {
    input: OfActivity & { title: string; kind: PaperKind; file: string };
    output: { material: string };
  };
  dropMaterial: { input: OfActivity & { material: string }; output: { material: string } };
  /** Half an hour's link, for whoever may see the activity. 2 calls after admit. Refusals: not-found. */
  openMaterial: { input: OfActivity & { material: string }; output: PrintedFile };
  /**
   * A photo or a recording out of the own folder. Whoever recorded it, and the office; who took part, where the kind shows
   * its pictures to all. Where the kind asks for faces (关爱行动), either `faceless` or a consent. 2 calls and media's
   * after admit. Refusals: not-found, wrong-state, not-your-file, bad-input (`consent`), too-many-rows, activity-changed.
   */
  addPicture: {
    input: OfActivity & {
      file: string;
      use: PictureUse;
      seconds?: number;
      faceless?: true;
      consent?: FaceConsent;
    };
    output: { picture: string } | { fault: FileFault };
  };
  /** Whoever added it, whoever recorded the activity, the office. Refusals: not-found, activity-changed. */
  dropPicture: { input: OfActivity & { picture: string }; output: { picture: string } };
  /** The office, of what WeChat would not pass: shown after all, or kept back. Refusals: not-found, wrong-state. */
  settlePicture: {
    input: OfActivity & { picture: string; release: boolean };
    output: { picture: string; released: boolean };
  };
  /** Half an hour's links to those that the caller may see. 1 call after admit. Refusals: not-found. */
  openPictures: {
    input: OfActivity;
    output: { files: readonly { picture: string; file: string }[] };
  };
  /**
   * 写成稿件 of what one deputy did alone: that deputy agrees, or takes it back. Refusals: not-found, wrong-state (not held,
   * not alone, or a kind that is never told).
   */
  consentToStory: { input: OfActivity & { consent: boolean }; output: { consent: boolean } };
  /** 转交 an opinion of a held inspection to a unit; without a date by the setting's working days. Staff, chief. */
  transferOpinion: {
    input: OfActivity & { site: string; words: string; unit: string; due?: LocalDate };
    output: { opinion: string };
  };
  /** One step of its life. Refusals: not-found (not this unit's), wrong-state, step-used (urged today, returned before). */
  actOnOpinion: {
    input: OfActivity & { opinion: string; step: OpinionStep };
    output: { opinion: string; state: OpinionState; due: LocalDate };
  };
  /** A unit's: all that it has and had lately, open ones first. The office's: all that are open, nearest date first. */
  listOpinions: { input: Township; output: { opinions: readonly OpinionRow[] } };
  /**
   * 履职档案 of a year, newest first: one's own; of a member of the group (leader); of anybody (office). 2 calls after
   * admit. Refusals: not-allowed.
   */
  record: {
    input: Township & { year: number; person?: string; after?: string };
    output: {
      person: string;
      name: string;
      rows: readonly (FactRow & { heading?: Heading })[];
      disputes: readonly Dispute[];
      /** There are more; it goes back as `after`. */
      next?: string;
    };
  };
  /** A row of the own record is doubted. Refusals: not-found, step-used (doubted already). */
  dispute: { input: Township & { fact: string; words: string }; output: { dispute: string } };
  /** The office corrected the source, or says why not. Refusals: not-found, step-used. */
  answerDispute: {
    input: Township & { dispute: string; corrected: boolean; words: string };
    output: { dispute: string; state: DisputeState };
  };
  /** Open ones first come, oldest first. Staff, chief. */
  listDisputes: {
    input: Township & { after?: string };
    output: { disputes: readonly Dispute[]; next?: string };
  };
  /**
   * Group × month of a year: held, planned, missed. Office all, a leader the own group. In parts a cell may come in
   * several of them: they add up.
   */
  studyGrid: {
    input: Township & { year: number } & InParts;
    output: { groups: readonly string[]; cells: readonly StudyCell[] } & Part;
  };
  /** 需要联系的代表: the chair alone; no number stands beside a name. */
  quietDeputies: {
    input: Township & { months: number };
    output: { persons: readonly { person: string; name: string; group?: string }[] };
  };
  /** What the public card of a town deputy shows of the last year: kinds with dates, no counts. */
  publicFacts: {
    input: Township & { person: string };
    output: { facts: readonly { kind: string; date: LocalDate; village?: string }[] };
  };
}

export type { Dimension };
