/** 制度上墙: one document a rule, under a hash of its title. What is written is encrypted, though it hangs on the wall. */
import type { LocalDate, Instant } from '../../../miniprogram/contract/wire';
import { nameKey } from '../../../miniprogram/contract/text';
import type { ActMark } from '../../shared/act';
import { hashParts } from '../../shared/cipher';
import type { Changes } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  readOne,
  readPage,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';

export const WALL_RULES = 'wallrules';

export const collections = {
  [WALL_RULES]: { indexes: [inTownship('township')] },
} satisfies CollectionSpecs;

/** A rule as it is, or was, in force. */
export interface KeptVersion {
  version: number;
  /** Encrypted. */
  body: string;
  since: LocalDate;
  until?: LocalDate;
  /** Encrypted name. */
  by: string;
  at: Instant;
}

export interface WallRule extends Stored {
  /** Encrypted; it never changes. */
  title: string;
  /** Counts every act. */
  edition: number;
  version: number;
  inForce?: KeptVersion;
  earlier: readonly KeptVersion[];
  draft?: { body: string; by: string; at: Instant };
  acts: readonly (ActMark & { n: number })[];
}

/** A township has some ten. */
export const RULES_AT_MOST = 60;
export const KEPT_VERSIONS = 10;
export const KEPT_ACTS = 20;

/** However the title is spelled, it is the same rule. */
export function ruleId(township: string, title: string): string {
  return `${township}~${hashParts(['wall-rule', township, nameKey(title)])}`;
}

export function readRule(township: string, rule: string): Promise<WallRule | undefined> {
  return readOne<WallRule>(WALL_RULES, township, rule);
}

/** One call. */
export function readRules(township: string): Promise<WallRule[]> {
  const fields = ['title', 'version', 'inForce.since', 'draft.at'];
  return readPage<WallRule>(WALL_RULES, township, { where: {}, order: [], limit: RULES_AT_MOST, fields });
}

export function bearRule(born: WallRule): Promise<boolean> {
  return createOne(WALL_RULES, born);
}

/** On the edition that was read; false: somebody else was faster. */
export function changeRule({ township, _id, edition }: WallRule, changes: Changes): Promise<boolean> {
  return changeOne(WALL_RULES, township, _id, { edition }, changes);
}
