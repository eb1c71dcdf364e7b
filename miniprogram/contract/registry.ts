/** registry (名册): townships, places, people, grants. */
import type { OwnKindCard } from './activity-kinds';
import type { InParts, Part } from './parts';
import type { Role } from './roles';
import type { Instant, LocalDate } from './time';

/** Level of a deputy: 镇人大代表 or 区人大代表. */
export type DeputyLevel = 'town' | 'district';

export interface HomeCard {
  id: string;
  name: string;
  address: string;
  landline: string;
  /** When it is open on ordinary days: «周一至周五 8:30—17:30». */
  hours?: string;
  /** Days on which this home receives by phone (电话接访): one calls the landline instead of coming. */
  phoneDays?: readonly LocalDate[];
}

export interface VillagerGroup {
  id: string;
  name: string;
}

export interface VillageCard {
  id: string;
  name: string;
  /** Names used before a merger of villages; searchable. */
  formerNames: readonly string[];
  villagerGroups: readonly VillagerGroup[];
  /** The home nearest to it. */
  home: string;
}

export interface GroupCard {
  id: string;
  name: string;
  home: string;
  villages: readonly string[];
}

export interface Category {
  id: string;
  name: string;
  /** A few words that help to choose, such as «路灯、村道、桥». */
  hint: string;
}

/** 承办单位: it handles what the office assigns; its clerks (联络员) hold a grant that names it. */
export interface UnitCard {
  id: string;
  name: string;
  /** Categories that usually go to it: the office's first suggestion, never a rule. */
  categories: readonly string[];
  /**
   * Run by the county (派出所、供电所): no office of the township commands it. It is given a matter through the township
   * government alone, or the matter is passed up.
   */
  county?: boolean;
}

/** A deputy's public card: no phone, no counts (mission E8, E9). */
export interface DeputyCard {
  person: string;
  name: string;
  level: DeputyLevel;
  group: string;
  villages: readonly string[];
  /** 主席团 or party office, shown as a badge; absent for most. */
  title?: string;
  leader: boolean;
}

export interface TownshipCard {
  id: string;
  name: string;
  /** 主办单位, shown in the footer. */
  host: string;
  /** 备案号, shown in the footer. */
  filingNumber: string;
  /** 投诉建议: a telephone number. */
  complaints: string;
}

export interface Places {
  township: TownshipCard;
  homes: readonly HomeCard[];
  villages: readonly VillageCard[];
  groups: readonly GroupCard[];
  categories: readonly Category[];
  /** 承办单位, in the office's order. */
  units: readonly UnitCard[];
  /** In the order of surname strokes kept by the office. */
  deputies: readonly DeputyCard[];
  /** Kinds of activities that the township added; absent: none. */
  ownKinds?: readonly OwnKindCard[];
}

export interface Grant {
  role: Role;
  person?: string;
  name: string;
  group?: string;
  home?: string;
  village?: string;
  unit?: string;
  /** `claimed` waits for the office's confirmation and allows nothing yet. */
  state: 'claimed' | 'confirmed';
  since: Instant;
}

export interface WhoAmI {
  /** The caller's own folder in the cloud storage, where uploads must lie: `<township>/u/<account>`. */
  folder: string;
  grants: readonly Grant[];
  today: LocalDate;
}

/** How often the posters of one home or village were scanned in a month. */
export interface ScanCount {
  /** Id of the home or village. */
  place: string;
  name: string;
  scans: number;
}

export interface RegistryActions {
  /** Who the caller is here; everybody may ask. */
  whoAmI: { input: { township: string }; output: WhoAmI };
  /** The public part of the directory; everybody may ask. Refusals: not-found, row-changed. */
  places: { input: { township: string } & InParts; output: Places & Part };
  /**
   * Claims a one-time invitation with its code and the last four digits of the invited person's phone.
   * The office then confirms it. Refusals: invitation-wrong, invitation-void.
   */
  claimInvitation: {
    input: { township: string; code: string; phoneLast4: string };
    output: { grant: Grant };
  };
  /**
   * Somebody scanned the poster of this home or village; everybody may say so, nothing of who is kept. Takes no
   * key: sent twice it counts twice, which a rough count can bear. 1 database call, 2 for a month's first scan.
   * Refusals: not-found.
   */
  countScan: { input: { township: string; place: string }; output: { counted: true } };
  /** Every home and village with its scans in `month` (`YYYY-MM`; by default this one). Roles staff, chief. */
  scans: {
    input: { township: string; month?: string };
    output: { month: string; places: readonly ScanCount[] };
  };
}
