/** The collection of texts of 述职 that a later one replaced, bounded by their ids: the last ones of each. */
import { DUTY_REPORT_LIMITS } from '../../../miniprogram/contract/duty-report';
import type { Instant } from '../../../miniprogram/contract/wire';
import { atMost, put } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  readOne,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';

const TEXTS = 'dutyreporttexts';

export const collections = {
  [TEXTS]: { indexes: [inTownship('report', 'report')] },
} as const satisfies CollectionSpecs;

export const SLOTS = DUTY_REPORT_LIMITS.versions;

interface TextDocument extends Stored {
  report: string;
  version: number;
  at: Instant;
  /** Encrypted JSON of Text. */
  text: string;
}

function textId(report: string, version: number): string {
  return `${report}~v${String(version % SLOTS)}`;
}

/** Takes the place of the one SLOTS before it; twice is as once. */
export async function keepText(kept: Omit<TextDocument, '_id' | 'rev'>): Promise<void> {
  const { township, report, version, at, text } = kept;
  const _id = textId(report, version);
  if (await createOne(TEXTS, { ...kept, _id, rev: 1 })) return;
  const changes = { version: put(version), at: put(at), text: put(text) };
  await changeOne(TEXTS, township, _id, { version: atMost(version) }, changes);
}

export async function readKeptText(
  township: string,
  report: string,
  version: number,
): Promise<Pick<TextDocument, 'text'> | undefined> {
  const found = await readOne<TextDocument>(TEXTS, township, textId(report, version));
  return found?.version === version ? found : undefined;
}
