/** The collection of a township's own wording of its reports' templates: one document for each kind. */
import type { ReportKind, TemplateSection } from '../../../miniprogram/contract/work-report';
import type { Instant } from '../../../miniprogram/contract/wire';
import type { ActMark } from '../../shared/act';
import { decryptField, encryptField } from '../../shared/cipher';
import { append, put } from '../../shared/conditions';
import { changeOne, createOne, readOne, type CollectionSpecs, type Stored } from '../../shared/database';

export const TEMPLATES = 'reporttemplates';

export const collections = { [TEMPLATES]: { indexes: [] } } satisfies CollectionSpecs;

export interface KeptTemplate extends Stored {
  kind: ReportKind;
  /** Counts what was saved. */
  edition: number;
  /** Encrypted JSON of the sections; null: the product's own. */
  sections: string | null;
  /** Encrypted name. */
  by: string;
  at: Instant;
  acts: readonly (ActMark & { n: number })[];
  /** What stood there before, the last ones. */
  before: readonly { edition: number; sections: string | null; at: Instant }[];
}

const KEPT_ACTS = 20;
const KEPT_VERSIONS = 10;

export const templateId = (township: string, kind: ReportKind): string => `${township}~${kind}`;

export function readTemplate(township: string, kind: ReportKind): Promise<KeptTemplate | undefined> {
  return readOne<KeptTemplate>(TEMPLATES, township, templateId(township, kind));
}

/** Null: the product's own. */
export function sectionsOf(kept: KeptTemplate | undefined): readonly TemplateSection[] | null {
  const sealed = kept?.sections ?? null;
  return sealed === null ? null : (JSON.parse(decryptField(sealed)) as readonly TemplateSection[]);
}

/** As a report keeps it. */
export function wordingOf(kept: KeptTemplate | undefined): { wording?: string } {
  const sealed = kept?.sections ?? null;
  return sealed === null ? {} : { wording: sealed };
}

/** On the edition that was read; false: somebody else was faster. One call, for the first one of a kind too. */
export function writeTemplate(
  township: string,
  kind: ReportKind,
  found: KeptTemplate | undefined,
  next: Pick<KeptTemplate, 'by' | 'at'> & { sections: readonly TemplateSection[] | null; act: ActMark },
): Promise<boolean> {
  const { by, at, act } = next;
  const sections = next.sections === null ? null : encryptField(JSON.stringify(next.sections));
  const edition = (found?.edition ?? 0) + 1;
  const mark = { ...act, n: edition };
  const _id = templateId(township, kind);
  if (!found) {
    const born: KeptTemplate = {
      _id,
      township,
      rev: 1,
      kind,
      edition,
      sections,
      by,
      at,
      acts: [mark],
      before: [],
    };
    return createOne(TEMPLATES, born);
  }
  const was = { edition: found.edition, sections: found.sections, at: found.at };
  return changeOne(
    TEMPLATES,
    township,
    _id,
    { edition: found.edition },
    {
      edition: put(edition),
      sections: put(sections),
      by: put(by),
      at: put(at),
      acts: append([mark], KEPT_ACTS),
      before: append([was], KEPT_VERSIONS),
    },
  );
}
