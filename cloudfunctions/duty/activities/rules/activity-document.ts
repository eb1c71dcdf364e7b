/** One activity as stored (docs/decisions/015-duty.md). What people wrote and whom they met is encrypted. */
import type {
  ActivityKind,
  Helped,
  OwnShape,
  TopicFrom,
} from '../../../../miniprogram/contract/activity-kinds';
import type {
  ActivityInput,
  ActivityState,
  InvitationAnswer,
  PictureUse,
  SiteInput,
} from '../../../../miniprogram/contract/duty';
import type { PaperKind } from '../../../../miniprogram/contract/congress/session';
import { OPINION_STATES, type OpinionState } from '../../../../miniprogram/contract/opinion';
import type { PartCheck } from '../../../request/content-check/rules/content-check';
import type { DeputyLevel } from '../../../../miniprogram/contract/registry';
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';

/** The words of an activity, encrypted together as one field. */
export interface Said {
  title?: string;
  words?: string;
  result?: string;
  place?: string;
  mandate?: string;
  household?: { name: string; phone?: string };
  sites?: readonly SiteInput[];
}

export interface StoredInvited {
  a: InvitationAnswer;
  /** Encrypted reason of a leave. */
  w?: string;
  /** Was there. */
  there?: true;
}

export interface StoredOpinion {
  unit: string;
  due: LocalDate;
  state: OpinionState;
  /** Encrypted: `{site, words}`. */
  said: string;
  /** Encrypted. */
  answer?: string;
  answeredOn?: LocalDate;
  /** Until when its unit may give it back. */
  returnBy: LocalDate;
  /** Encrypted: why it was given back; once only, whoever has it then. */
  returned?: string;
  urgedOn?: LocalDate;
  /** Encrypted: what was found on following it up. */
  followed?: string;
  /** Its answer was not enough once. */
  redone?: true;
  /** 重点督办: proposed by a member of the presidium, decided by the body. */
  key?: { state: 'proposed' | 'decided'; by: string };
  /** The date that was told to be past. */
  lateTold?: LocalDate;
}

export interface StoredMaterial {
  id: string;
  /** Encrypted. */
  title: string;
  kind: PaperKind;
  file: string;
}

/** A photo or a recording: the copy that media keeps. */
export interface StoredPicture {
  use: PictureUse;
  file: string;
  /** Of a recording. */
  seconds?: number;
  check: PartCheck;
  /** Encrypted: by whom, and when, a face in it was agreed to. */
  consent?: string;
  /** Who added it, and whom WeChat is told as its sender. */
  by: string;
  openid: string;
  at: Instant;
}

/** An act as its key's repetition finds it. */
export interface StoredAct {
  k: string;
  h: string;
  /** What it answered besides: an opinion's id. */
  o?: string;
}

export interface ActivityDocument {
  /** `<township>~<hash of account and key>`. */
  _id: string;
  township: string;
  rev: number;
  /** Counts what was written by people; `rev` counts the relay's clearing up as well. */
  edition: number;
  seq: string;
  state: ActivityState;
  kind: ActivityKind;
  /** Of a kind of the township's own. */
  own?: OwnShape;
  date: LocalDate;
  /** Who recorded it: person id, or the account where there is none. */
  by: string;
  /** Who did it, or was there. */
  persons: readonly string[];
  invited: Readonly<Record<string, StoredInvited>>;
  level?: DeputyLevel;
  group?: string;
  home?: string;
  village?: string;
  category?: string;
  /** Keyed hash of the household. */
  household?: string;
  people?: number;
  helped?: Partial<Record<Helped, number>>;
  promised?: LocalDate;
  /** The promised visit that it keeps. */
  keeps?: string;
  /** The tie that it was for. */
  tie?: string;
  topicFrom?: TopicFrom;
  tag?: string;
  entered?: true;
  /** Whom it met is gone, with what was said there: past their time. */
  bare?: true;
  /** Encrypted JSON of Said. */
  said: string;
  opinions: Readonly<Record<string, StoredOpinion>>;
  materials?: readonly StoredMaterial[];
  pictures?: Readonly<Record<string, StoredPicture>>;
  /** Who did it alone and agreed to an article about it. */
  story?: string;
  /** What lists find it by. */
  lists: readonly string[];
  recordedAt: Instant;
  /** Body hash of the act that made it. */
  born: string;
  /** The last KEPT_ACTS. */
  acts: readonly StoredAct[];
  history: unknown[];
  outbox: unknown[];
  outboxAt: Instant;
}

/** The list of inspections with an opinion that somebody still has to act on. */
export const OPEN_OPINIONS = 'opinions';

export const KEPT_ACTS = 12;

export function saidOf({ title, words, result, place, mandate, household, sites }: ActivityInput): Said {
  return {
    ...(title !== undefined && { title }),
    ...(words !== undefined && { words }),
    ...(result !== undefined && { result }),
    ...(place !== undefined && { place }),
    ...(mandate !== undefined && { mandate }),
    ...(household && { household }),
    ...(sites && { sites }),
  };
}

/** The token of one list: of all, of a person, a group, a unit; `kind` narrows it. */
export function listOf(whose: string, kind?: string): string {
  return kind === undefined ? whose : `${whose}.${kind}`;
}

export function listsOf({
  kind,
  by,
  persons,
  invited,
  group,
  opinions,
}: Pick<ActivityDocument, 'kind' | 'by' | 'persons' | 'invited' | 'group' | 'opinions'>): string[] {
  const people = new Set([by, ...persons, ...Object.keys(invited)]);
  // A tied household is its deputy's business: neither the group's list nor the office's shows it.
  const others = kind === 'tied-help' ? [] : ['all', ...(group === undefined ? [] : [`group.${group}`])];
  const whose = [...others, ...[...people].map((person) => `person.${person}`)];
  const given = Object.values(opinions);
  const units = new Set(given.map(({ unit }) => `unit.${unit}`));
  const open = given.some(({ state }) => OPINION_STATES[state].open) ? [OPEN_OPINIONS] : [];
  return [...whose.flatMap((each) => [each, listOf(each, kind)]), ...units, ...open];
}
