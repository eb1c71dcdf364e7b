/** The shapes of what the phone remembers. */
import type { Content } from '../contract/article';
import type { Slip } from '../contract/reception';
import type { TownshipName } from '../contract/district';
import type { Grant, HomeCard, Places } from '../contract/registry';
import type { Part } from '../contract/parts';
import type { Privacy, RequestKind, TalkedAt } from '../contract/request';
import type { Role } from '../contract/roles';
import type { RequestFilter } from '../contract/request-lists';
import type { TemplateKey } from '../contract/templates';
import type { Input, Instant } from '../contract/wire';

/** Which township, home and village this phone's owner belongs to, as far as known. */
export interface Whereabouts {
  township: string;
  home?: string;
  village?: string;
  villagerGroup?: string;
}

export interface DraftFile {
  /** Its number in this request, never given twice: the name of its place in the cloud. */
  i: number;
  /** Where it lies on this phone. */
  path: string;
  /** Seconds, for a recording. */
  seconds?: number;
  /** Its id in the cloud once it has been sent. */
  file?: string;
}

/** Fixed when sending begins: a retry keeps the key, so that one request can never become two. */
export interface Sending {
  key: string;
  /** It may have arrived: the answer was not seen. */
  tried?: true;
}

export interface Draft {
  township: string;
  village: string;
  villagerGroup: string;
  category: string;
  kind: RequestKind;
  text: string;
  photos: readonly DraftFile[];
  recordings: readonly DraftFile[];
  /** The number of the last file added. */
  lastFile: number;
  /** The deputy the villager asked for, and the shown name. */
  deputy: string;
  deputyName: string;
  /** Another group than the rule's. */
  group: string;
  name: string;
  phone: string;
  privacy: Privacy;
  /** Persons whom it is about; absent in drafts of before. */
  recused?: readonly string[];
  /** The villager said that it is no 违纪违法 of an official, though it sounds so. */
  notDiscipline?: true;
  /** Raised in a talk at the desk: whose it is, and its name and phone, the booking tells. */
  visit?: TalkedAt;
  /** The request to which this is added. */
  adds?: string;
  sending?: Sending;
}

/** How the account's owner likes to be called; the phone number only when given. */
export interface Remembered {
  name: string;
  phone: string;
}

/** What was written in an article and could not be sent. */
export interface UnsavedArticle {
  /** The one it was written on. */
  edition: number;
  content: Content;
}

/** An activity that is recorded on this phone and not known to be sent: its key stays through every retry. */
export interface UnsentActivity {
  key: string;
  input: Input<'duty', 'note'>;
}

/** Which doors of work the person has in this township. */
export interface Standing {
  township: string;
  grants: readonly { role: Role; state: Grant['state'] }[];
}

export interface Stored {
  /** Columns of 意见 as a table that this phone does not show. */
  hiddenColumns: readonly string[];
  standing: Standing;
  /** The person has been told that this phone's clock is wrong. */
  clockTold: boolean;
  unsentActivities: readonly UnsentActivity[];
  whereabouts: Whereabouts;
  elder: boolean;
  self: Remembered;
  draft: Draft;
  /** Requests raised at the desk and not sent yet, by booking; what is being added to a request, by its id. */
  visitDrafts: Readonly<Record<string, Draft>>;
  /** What is being entered for somebody else. */
  entry: Draft;
  /** The caller's own upload folder in each township. */
  folders: Readonly<Record<string, string>>;
  /** The directory as last seen, so that the form works without a network. */
  places: { at: Instant; places: Places & Part };
  /** The district's townships, as last seen. */
  townships: { at: Instant; townships: readonly TownshipName[] };
  /** Names, addresses and landlines of the township's homes, as last seen. */
  homes: { township: string; homes: readonly HomeCard[] };
  /** The office's own ways to look at the list of requests, by township. */
  views: Readonly<Record<string, readonly RequestFilter[]>>;
  /** Ids of this deployment's subscribe messages: inside a tap there is no time to ask for them. */
  templates: Partial<Readonly<Record<TemplateKey, string>>>;
  /** Documents that were opened last, to be removed. */
  documents: readonly string[];
  /** Coming slips, so that the code can be shown at the desk without a network. */
  slips: readonly Slip[];
  /** What there is to read, as last asked: articles of the official account, requests on the public board. */
  reading: { township: string; at: Instant; articles: boolean; board: boolean };
  /** Articles by id, the one longest untouched first. */
  articles: Readonly<Record<string, UnsavedArticle>>;
}
