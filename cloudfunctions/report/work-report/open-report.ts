/** Between the stored report and what its rules work with: encrypted fields opened, figures and words put together. */
import type {
  ReportSection,
  ReportStep,
  SlotChange,
  TemplateSection,
} from '../../../miniprogram/contract/work-report';
import { decryptField, encryptField } from '../../shared/cipher';
import type { KeptCharts } from './rules/annex';
import { rowCount, type KeptAnswers } from './rules/changes';
import { composeReport, type Values, type Written } from './rules/compose';
import type { ReportDocument } from './rules/report-document';
import type { Template } from './rules/template';
import { templateOf } from './rules/templates';
import { applyWording } from './rules/wording';

export const seal = (value: unknown): string => encryptField(JSON.stringify(value));

function unseal(text: string): unknown {
  return JSON.parse(decryptField(text));
}

export function openValues({ values }: Pick<ReportDocument, 'values'>): KeptAnswers {
  return unseal(values) as KeptAnswers;
}

export function openCharts({ charts }: Pick<ReportDocument, 'charts'>): KeptCharts | undefined {
  return charts === undefined ? undefined : (unseal(charts) as KeptCharts);
}

export function openChanged({ changed }: Pick<ReportDocument, 'changed'>): SlotChange[] {
  return unseal(changed) as SlotChange[];
}

export function toValues(kept: KeptAnswers): Values {
  return Object.fromEntries(
    Object.entries(kept).map(([slot, value]) => {
      const { text, n } = value;
      return [slot, { text, rows: rowCount(value), ...(n !== undefined && { n }) }];
    }),
  );
}

function openWritten({ written }: Pick<ReportDocument, 'written'>): Record<string, Written> {
  return Object.fromEntries(
    Object.entries(written).map(([section, { v, w, by, at }]) => [
      section,
      { version: v, words: decryptField(w), by: decryptField(by), at },
    ]),
  );
}

type Worded = Pick<ReportDocument, 'kind' | 'wording'>;

/** The template with which it was computed last: a change of wording comes with the next computing. */
export function openTemplate({ kind, wording }: Worded): Template {
  const template = templateOf(kind);
  return wording === undefined
    ? template
    : applyWording(template, unseal(wording) as readonly TemplateSection[]);
}

type Composed = Worded & Pick<ReportDocument, 'values' | 'written' | 'off' | 'signed'>;

/** A signed report shows the sections that were signed, whatever the template says by now. */
export function openSections(report: Composed): ReportSection[] {
  if (report.signed !== undefined) return unseal(report.signed) as ReportSection[];
  return composeReport(openTemplate(report), {
    values: toValues(openValues(report)),
    written: openWritten(report),
    off: new Set(Object.keys(report.off)),
  });
}

export function openSteps({ steps }: Pick<ReportDocument, 'steps'>): ReportStep[] {
  return steps.map(({ act, by, at, words }) => ({
    act,
    by: decryptField(by),
    at,
    ...(words !== undefined && { words: decryptField(words) }),
  }));
}
