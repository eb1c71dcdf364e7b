import type { ReportKind } from '../../../../miniprogram/contract/work-report';
import { PRESIDIUM_TEMPLATE } from './presidium-template';
import { isSlot, type SlotName } from './slots';
import { slotsOf, type Template } from './template';
import { WORK_TEMPLATE } from './work-template';

const TEMPLATES: Readonly<Record<ReportKind, Template>> = {
  work: WORK_TEMPLATE,
  presidium: PRESIDIUM_TEMPLATE,
};

export function templateOf(kind: ReportKind): Template {
  return TEMPLATES[kind];
}

/** A name in braces that is no slot is a fault of the template: a test finds it. */
export function slotNamesOf(template: Template): SlotName[] {
  return slotsOf(template).filter(isSlot);
}
