/** The collection `probes`: where the platform is asked what it answers, and the last answers, under `~`. */
import { hashParts } from '../../shared/cipher';
import { askPlatform, type PlatformAnswers } from '../../shared/ask-platform';
import { cloudApp } from '../../shared/caller';
import { put } from '../../shared/conditions';
import {
  changeForm,
  changeOne,
  createOne,
  readOne,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';
import { judgeAnswers } from '../../shared/judge-answers';
import type { VerifiedLine } from '../../../miniprogram/contract/health';
import type { Instant } from '../../../miniprogram/contract/wire';

export const PROBES = 'probes';
/** No township's: the answers are the environment's. */
const ALL = '~';

export const collections = {
  [PROBES]: { indexes: [{ name: 'of', fields: [['of', 1]] }] },
} satisfies CollectionSpecs;

export interface KeptAnswers extends Stored {
  at: Instant;
  answers: PlatformAnswers;
}

/** Some forty calls. The stamp is the act's own: two administrators at once do not meet. */
export function askOnce(account: string, key: string): Promise<PlatformAnswers> {
  return askPlatform(cloudApp().database(), PROBES, `p${hashParts(['probe', account, key], 16)}`);
}

/** What they mean in this environment. */
export function judgeHere(answers: PlatformAnswers): VerifiedLine[] {
  return judgeAnswers(answers, changeForm());
}

export function readAnswers(): Promise<KeptAnswers | undefined> {
  return readOne<KeptAnswers>(PROBES, ALL, ALL);
}

/** The latest stand. Two calls at most. */
export async function keepAnswers(answers: PlatformAnswers, at: Instant): Promise<void> {
  const change = () => changeOne(PROBES, ALL, ALL, {}, { answers: put(answers), at: put(at) });
  if (await change()) return;
  const first: KeptAnswers = { _id: ALL, township: ALL, rev: 1, at, answers };
  if (!(await createOne(PROBES, first))) await change();
}
