/** The district (区县) of this deployment: its card, its townships, and what still has to be set up. */

import type { Instant } from './time';

export interface TownshipName {
  id: string;
  name: string;
  closed?: true;
}

/** A township that is no more, or is run elsewhere from now on: everything can be read and nothing written. */
export interface Closing {
  since: Instant;
  /** Where people turn now, as everybody reads it. */
  words: string;
  /** The township of the district that goes on with it. */
  to?: string;
}

export interface DistrictCard {
  /** 区县名. */
  name: string;
  /** 主办单位: 区县人大常委会办公室. */
  host: string;
  filingNumber: string;
  complaints: string;
  /** 个人信息保护负责人: office and telephone, no private person. */
  privacyOfficer: string;
}

/** What of the set-up is done by the directory's rows. */
export type SetUpStep =
  | 'district'
  | 'card'
  | 'population'
  | 'term'
  | 'home'
  | 'village'
  | 'group'
  | 'constituency'
  | 'unit'
  | 'person'
  | 'fallback'
  | 'category'
  | 'chief'
  | 'calendar'
  | 'next-year';

/** What somebody outside the product decides or grants: done, or waived with a reason. */
export type Paper =
  | 'approval'
  | 'cyberspace'
  | 'app-filing'
  | 'icp'
  | 'protection-level'
  | 'impact-assessment'
  | 'gov-cloud'
  | 'templates'
  | 'official-account'
  | 'privacy-guide'
  | 'backup';

export interface PaperMark {
  state: 'done' | 'waived';
  /** Document number, or why it is not needed. */
  words: string;
}

export interface SetUpView {
  /** Since when this township is read-only. */
  closed?: Closing;
  card?: DistrictCard;
  steps: readonly { step: SetUpStep; done: boolean; count: number }[];
  papers: Readonly<Partial<Record<Paper, PaperMark>>>;
  /** Villages without a fallback group, with the group of their home where there is one. */
  fallbacks: readonly { village: string; group: string }[];
}

export interface DistrictActions {
  /** The townships of this deployment, by name; everybody may ask. 2 calls, none within a minute in one instance. */
  district: {
    input: { township?: string };
    output: { name: string; townships: readonly TownshipName[] };
  };
  /** The district's card, or one paper's mark; `null` takes the mark away. Role admin. admit + 1–2 calls. */
  saveDistrict: {
    input: { township: string } & ({ card: DistrictCard } | { paper: Paper; mark: PaperMark | null });
    output: { saved: true };
  };
  /**
   * A further township comes into being, empty, with the caller as its first administrator; its posters work at once.
   * The same key makes one. Role admin. admit + 5 calls. Refusals: setup-void (the id is taken, by whomever).
   */
  addTownship: { input: { township: string; id: string; name: string }; output: TownshipName };
  /**
   * Closes the township, or opens it again. Within a minute every act there is refused (township-closed), reads go on.
   * Role admin. admit + 2 calls, one more with `to`. Refusals: not-found (`to`), wrong-state (it is so already),
   * key-reused.
   */
  closeTownship: {
    input: { township: string; closed: boolean; words: string; to?: string };
    output: { closed: boolean };
  };
  /** «还差什么». Roles admin, staff, chief. admit + 3 calls. */
  setUpState: { input: { township: string }; output: SetUpView };
}
