/** registry (名册): what the office does to the directory, and whom it invites. */
import type { OwnKind } from './activity-kinds';
import type { DeputyProfile } from './deputy-profile';
import type { InParts, Part } from './parts';
import type { Category, DeputyLevel, UnitCard, VillageCard, VillagerGroup } from './registry';
import type { Role } from './roles';
import type { Instant, LocalDate } from './time';

export interface Span {
  from: LocalDate;
  /** Last day; absent: until further notice. */
  to?: LocalDate;
}

/** What a person is from a day on; a change in mid-term ends one row and begins another. */
export interface MembershipRow extends Span {
  term: string;
  level?: DeputyLevel;
  constituency?: string;
  group?: string;
  home?: string;
  leader?: boolean;
  presidium?: boolean;
  /** 代表资格审查委员会成员. */
  credentials?: boolean;
  receiver?: boolean;
  title?: string;
}

/** One line of the routing table; `village` and `category` may be `*`. */
export interface RouteRow extends Span {
  village: string;
  villagerGroup?: string;
  category: string;
  group: string;
  home?: string;
  reason?: string;
}

/** Every kind of row in the directory with what the office may write there; what is derived is not in it. */
export interface DirectoryRows {
  /** One row, under the township's own id. */
  card: {
    name: string;
    host: string;
    filingNumber: string;
    complaints: string;
    /** 人口, for the head of the report. */
    population?: number;
    /** 登记选民, of whom there are no more than people. */
    voters?: number;
    /** The day that both are as of; there where one of them is. */
    countedOn?: LocalDate;
  };
  home: {
    name: string;
    address: string;
    landline: string;
    hours?: string;
    /** What stands there, such as 电脑 and 档案柜: for the office and its report. */
    equipment?: readonly string[];
    marketDays: readonly LocalDate[];
    phoneDays?: readonly LocalDate[];
  };
  /** A villager group without an id ('') is new. */
  village: Omit<VillageCard, 'id' | 'villagerGroups'> & { villagerGroups: readonly VillagerGroup[] };
  constituency: { name: string; level: DeputyLevel; villages: readonly string[] };
  group: { name: string; home: string };
  term: Span & { name: string };
  person: {
    name: string;
    strokes: number;
    absent: readonly Span[];
    memberships: readonly MembershipRow[];
    /** For the office alone. An edit without it leaves it as it is. */
    profile?: DeputyProfile;
  };
  category: Omit<Category, 'id'>;
  unit: Omit<UnitCard, 'id'>;
  /** Its id follows from its place, category and first day. */
  route: RouteRow;
  /** Under the village's id: the group that takes what no row decides. */
  fallback: { group: string };
  /** Under the day: the office's own holiday or make-up workday. */
  calendar: { workday: boolean; name: string };
  /** Under the year: its holidays are entered whole. */
  year: { entered: true };
  /** Under its name: a kind of activities of the township's own. It never goes; it is paused. */
  ownKind: OwnKind;
  /** Under its name, or home and name (`h1.morning`). */
  setting: { value: number | string };
}

export type DirectoryKind = keyof DirectoryRows;

/** `tag` changes whenever the row does. */
export type DirectoryRow = {
  [K in DirectoryKind]: { kind: K; id: string; tag: string; row: DirectoryRows[K] };
}[DirectoryKind];

export interface Edit<K extends DirectoryKind> {
  /** '' makes a row; the answer names it. Kinds whose id is a day, a year, a village or a name bring it along. */
  id: string;
  /** The tag that the editor saw; '' where there was no row. */
  seen: string;
  /** null takes the row away. */
  row: DirectoryRows[K] | null;
}

export type EditDirectoryInput = {
  [K in DirectoryKind]: {
    township: string;
    kind: K;
    edits: readonly Edit<K>[];
    /** Why, in a line; stands in the history. */
    reason: string;
    /** For the routing table: what nobody has taken yet follows as well, some minutes later. Absent: it stays where it is. */
    reroute?: true;
  };
}[DirectoryKind];

/** Which rows a page wants. */
export type DirectoryPart = 'names' | 'people' | 'routing' | 'settings';

/** What no row and no fallback covers: it goes to the office. `category` absent: all of them. */
export interface Gap {
  village: string;
  category?: string;
}

/** A named number that people feel, as it stands. */
export interface SettingLine {
  name: string;
  /** What it is called: 代表接访日. */
  label: string;
  unit: string;
  /** Why it is as it usually is. */
  reason: string;
  usual: number | string;
  value: number | string;
  /** May differ from home to home. */
  perHome: boolean;
  least?: number;
  most?: number;
  /** Chosen, not written. */
  choices?: readonly { id: string; text: string }[];
  /** Since when, by whom; absent: never changed. */
  changed?: { at: Instant; by: string };
}

export interface DirectoryView {
  edition: number;
  rows: readonly DirectoryRow[];
  /** With the routing part: today's gaps. */
  gaps: readonly Gap[];
  /** With the settings part. */
  settings: readonly SettingLine[];
  /** Goes back as `after`: there is more. Rows of all kinds of the part come one kind after the other. */
  next?: string;
}

export type InvitationState = 'issued' | 'claimed' | 'confirmed' | 'revoked';

export interface InvitationRow {
  invitation: string;
  role: Role;
  name: string;
  person?: string;
  group?: string;
  home?: string;
  village?: string;
  unit?: string;
  state: InvitationState;
  since: Instant;
  expiresAt: Instant;
  /** Wrong tries; at five it is locked. */
  tries: number;
  /** The caller claimed it: somebody else must confirm it. */
  own: boolean;
}

/** For whom and what: a person of the directory, or a name; a unit's clerk its unit, a helper the village. */
export interface Invited {
  role: Role;
  person?: string;
  name?: string;
  village?: string;
  unit?: string;
  /** Last four digits of the invited person's phone; only a hash of them is kept. */
  phoneLast4: string;
}

export interface Issued {
  invitation: string;
  /** To be handed over; it is shown now and never again. */
  code: string;
  expiresAt: Instant;
}

interface OneInvitation {
  township: string;
  invitation: string;
}

export interface RegistryOfficeActions {
  /**
   * The editable rows of the directory, read anew: all kinds of the part, or one of them with what its rows name.
   * `inParts`: 16 KB at most, and the rest behind `after`. Roles staff, chief, admin. admit + 1 call. Refusals:
   * row-changed (begin again without `after`).
   */
  book: {
    input: { township: string; part: DirectoryPart; kind?: DirectoryKind; inParts?: true; after?: string };
    output: DirectoryView;
  };
  /**
   * Edits rows of one kind in one conditional write; each must be as the editor saw it, otherwise nothing is
   * written. Roles staff, chief; `setting` also admin, `card` and `unit` too. admit + 2 calls.
   * Refusals: row-changed (`id`), row-wrong (`id`, `field`), still-used (`id`, `by`), row-doubled (`id`).
   */
  editBook: {
    input: EditDirectoryInput;
    output: { edition: number; ids: readonly string[] };
  };
  /**
   * One village joins another: its names become former names, its villager groups go along, and whatever was
   * routed for it stays routed as it was. Roles staff, chief. Refusals: as editBook.
   */
  mergeVillages: {
    input: { township: string; from: string; into: string; reason: string };
    output: { edition: number };
  };
  /** Where a request would go on `date`, by the table as it stands or with these edits in it. admit + 1 call. */
  tryRoute: {
    input: {
      township: string;
      village: string;
      villagerGroup?: string;
      category: string;
      date: LocalDate;
      edits: readonly Edit<'route'>[];
    };
    output: { rule: string; words: string; group?: string; home?: string };
  };
  /**
   * Invites. Staff and chief invite for every role of the township but those of the office itself; the chief
   * and an administrator invite staff; an administrator alone chief, district, admin. The same key answers the
   * same code. admit + 1–2 calls. Refusals: role-beyond, row-wrong (`field`).
   */
  issueInvitation: { input: { township: string } & Invited; output: Issued };
  /** A page of those in one state, the latest first. admit + 1 call. */
  listInvitations: {
    input: { township: string; state: InvitationState; after?: string };
    output: { rows: readonly InvitationRow[]; next?: string };
  };
  /** Deputies and receivers in office whom nobody invited, in the order of the roster. Roles staff, chief. admit + 1 call. */
  listUninvited: {
    input: { township: string } & InParts;
    output: Part & { people: readonly { person: string; name: string; role: Role }[] };
  };
  /** Confirms the claim; never one's own. admit + 1 call. Refusals: invitation-changed, own-invitation, role-beyond. */
  confirmInvitation: { input: OneInvitation; output: { state: InvitationState } };
  /** Ends it, whatever its state; the next call of its holder is refused. Refusals: last-admin. */
  revokeInvitation: { input: OneInvitation & { reason: string }; output: { state: InvitationState } };
  /** Ends one that nobody holds and issues the same again, with another code and these digits. */
  reissueInvitation: { input: OneInvitation & { phoneLast4: string }; output: Issued };
  /**
   * The first administrator of a township claims the set-up secret of the environment; a township that is not
   * there yet comes into being, empty, under this name. Once. Refusals: setup-void.
   */
  setUp: { input: { township: string; name: string; secret: string }; output: { township: string } };
}
