/** What a report is computed from, as it was read at one instant. Names of deputies and events; nothing of villagers. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { SpanFact } from '../../../duty/ledger/rules/span';
import type { Said } from '../../../duty/activities/rules/activity-document';
import type { Directory } from '../../../registry/directory/rules/directory';
import type { RequestDocument } from '../../../request/rules/request-document';

export interface Suggestion {
  _id: string;
  number: string;
  title: string;
  state: string;
  open: boolean;
  category: string;
  session?: string;
  submittedOn?: LocalDate;
  answeredOn?: LocalDate;
  promise?: { class: 'B' | 'C'; doneBy: LocalDate };
  replies: readonly { class: string }[];
  steps: readonly { act: string }[];
}

export interface Session {
  session: string;
  name: string;
  from: LocalDate;
  to: LocalDate;
  state: string;
}

export type OpenRequest = Pick<
  RequestDocument,
  '_id' | 'number' | 'state' | 'due' | 'village' | 'category' | 'group' | 'home' | 'promise'
>;

export interface Event {
  title: string;
  place: string;
  sites: readonly string[];
}

/** A group's study that was planned for a day that is past. */
export interface MissedStudy {
  _id: string;
  group: string;
  date: LocalDate;
}

/** A training that deputies wish for, noted by the presidium for the district. */
export interface WishedTraining {
  _id: string;
  date: LocalDate;
  words: string;
}

export interface Sources {
  directory: Directory;
  from: LocalDate;
  to: LocalDate;
  today: LocalDate;
  /** The ledger's rows of the span, oldest first. */
  facts: readonly SpanFact[];
  /** Activity id → what its sentence says. */
  events: ReadonlyMap<string, Event>;
  suggestions: readonly Suggestion[];
  sessions: readonly Session[];
  /** Open now. */
  requests: readonly OpenRequest[];
  missed: readonly MissedStudy[];
  wished: readonly WishedTraining[];
}

export function toEvent({ title = '', place = '', sites = [] }: Said): Event {
  return { title, place, sites: sites.map(({ name }) => name) };
}
