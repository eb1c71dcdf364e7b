/** The wording of a report's template: what stands there, and saving it or going back to the product's own. */
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { actOnce, findAct, markOf } from '../../shared/act';
import { decryptField, encryptField } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { SLOT_NAMES, slotRow } from './rules/slots';
import { templateOf } from './rules/templates';
import { applyWording, faultOf, toWording } from './rules/wording';
import { auditOnce } from '../../notify/audit/store';
import { workReportInputs } from './schemas';
import {
  readTemplate,
  sectionsOf,
  templateId,
  TEMPLATES,
  writeTemplate,
  type KeptTemplate,
} from './template-store';

type Seen = Output<'report', 'reportTemplate'>;

/** One call after admit. */
export const reportTemplate: Action<Input<'report', 'reportTemplate'>, Seen> = {
  write: false,
  input: workReportInputs.reportTemplate,
  async run(_call, { township, kind }) {
    const kept = await readTemplate(township, kind);
    const product = templateOf(kind);
    const own = sectionsOf(kept);
    return ok({
      edition: kept?.edition ?? 0,
      own: own !== null,
      sections: toWording(own ? applyWording(product, own) : product),
      slots: SLOT_NAMES.map((slot) => ({ slot, label: slotRow(slot).label })),
      ...(kept && { by: decryptField(kept.by), at: kept.at }),
    });
  },
};

type Asked = Input<'report', 'saveReportTemplate'>;
type Saved = Output<'report', 'saveReportTemplate'>;

function decide(call: Call, found: KeptTemplate | undefined, { township, kind, edition, sections }: Asked) {
  const is = found?.edition ?? 0;
  if (is !== edition) return refuse('report-changed', { edition: is });
  const fault = sections === null ? undefined : faultOf(templateOf(kind), sections);
  if (fault?.fault === 'sections') return refuse('bad-input', { field: 'sections' });
  if (fault) return refuse('row-wrong', { field: 'slot', id: fault.at });
  const by = encryptField(call.admitted?.name ?? '');
  const row = { act: sections === null ? 'template-reset' : 'template-saved', of: kind, from: '', to: '' };
  const next = { by, at: call.now, sections, act: markOf(call) };
  const write = async () => {
    // The edition was read, so that a row without its change is left only where somebody else was faster by a moment.
    await auditOnce(TEMPLATES, { township, _id: templateId(township, kind) }, row, call);
    return writeTemplate(township, kind, found, next);
  };
  return { answer: { edition: edition + 1 }, write };
}

/** One read, one row of the audit, one write after admit. Reports take it when they are computed; signed ones stay as they are. */
function run(call: Call, asked: Asked): Promise<Answer<Saved>> {
  return actOnce<KeptTemplate | undefined, Saved>(call, {
    read: () => readTemplate(asked.township, asked.kind),
    seen: (found) => {
      const act = findAct(call, found?.acts);
      return act && { hash: act.h, answer: { edition: act.n } };
    },
    decide: (found) => decide(call, found, asked),
  });
}

export const saveReportTemplate: Action<Asked, Saved> = {
  write: true,
  input: workReportInputs.saveReportTemplate,
  run,
};
