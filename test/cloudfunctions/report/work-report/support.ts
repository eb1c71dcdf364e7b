import { main as notify } from '../../../../cloudfunctions/notify/index';
import { main as duty } from '../../../../cloudfunctions/duty/index';
import { main as report } from '../../../../cloudfunctions/report/index';
import type { ReportView, SlotRow } from '../../../../miniprogram/contract/work-report';
import type { Answer } from '../../../support/cloud';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { HALF } from './by-hand';

export const STAFF = 'bh-staff';
export const CHIEF = 'bh-p1';

let keys = 0;
export const newKey = (): string => `report-${String(keys++).padStart(6, '0')}`;

export interface Reports {
  cloud: InProcessCloud;
  ask(openid: string, action: string, input?: object): Promise<Answer>;
  act(openid: string, action: string, input: object, key?: string): Promise<Answer>;
  /** The report of a span, made where there is none. */
  open(kind?: 'work' | 'presidium', span?: { from: string; to: string }): Promise<ReportView>;
  view(report: string, openid?: string): Promise<ReportView>;
  /** Every row behind a figure, all pages. */
  rows(report: string, slot: string, openid?: string): Promise<SlotRow[]>;
}

function granted(answer: Answer): unknown {
  if (!answer.ok) throw new Error(`refused: ${answer.code ?? ''} ${JSON.stringify(answer.details)}`);
  return answer.data;
}

/** `lives`: with half a year behind it; without, no more than the acts themselves is looked at. */
export async function openReports({ lives = true }: { lives?: boolean } = {}): Promise<Reports> {
  const cloud = await startInProcess({ duty, notify, report }, { lives });
  // One grant makes sixty calls a minute.
  const later = () => {
    cloud.clock.set(cloud.clock.now() + 2_000);
  };
  const ask: Reports['ask'] = (openid, action, input = {}) => {
    later();
    return cloud.invoke('report', action, { township: 'bh', ...input }, { openid });
  };
  const act: Reports['act'] = (openid, action, input, key = newKey()) => {
    later();
    return cloud.invoke('report', action, { township: 'bh', ...input }, { openid, key });
  };
  const reports: Reports = {
    cloud,
    ask,
    act,
    async open(kind = 'work', span = HALF) {
      const made = granted(await act(STAFF, 'createReport', { kind, ...span })) as { report: string };
      return reports.view(made.report);
    },
    view: async (report, openid = STAFF) => granted(await ask(openid, 'report', { report })) as ReportView,
    async rows(report, slot, openid = STAFF) {
      const seen: SlotRow[] = [];
      for (let after: number | undefined = 0; after !== undefined;) {
        const answer = await ask(openid, 'reportRows', { report, slot, after });
        const page = granted(answer) as { rows: SlotRow[]; next?: number };
        seen.push(...page.rows);
        after = page.next;
      }
      return seen;
    },
  };
  return reports;
}

/** What a section says, computed and written. */
export function textOf({ sections }: ReportView, section: string): string {
  const found = sections.find((each) => each.section === section);
  return (found?.computed ?? []).map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('');
}

export function figureOf({ sections }: ReportView, slot: string): string | undefined {
  const pieces = sections.flatMap(({ computed, offered }) => [...computed, ...offered]);
  return pieces.flatMap((sentence) => sentence.pieces).find((piece) => piece.slot === slot)?.text;
}
