/** Seeing a phone whole is an act with a reason (mission I2): one of these, so that the audit holds no words. */

export const REVEAL_REASONS = {
  contact: '联系本人，了解情况',
  meet: '约时间上门或见面',
  answer: '告诉本人办理结果',
  check: '回访、核实',
} as const;

export type RevealReason = keyof typeof REVEAL_REASONS;
export const REVEAL_REASON_IDS = Object.keys(REVEAL_REASONS) as [RevealReason, ...RevealReason[]];

export interface RevealActions {
  /**
   * The asker's phone, for whoever may call: the office, the deputy or leader who has it, a unit by the asker's
   * consent. Writes one row of the audit for each key; the number itself is in no row. Refusals: not-found (nothing
   * to call, or nothing the caller may know of), not-allowed (may read it, may not call).
   */
  revealPhone: {
    input: { township: string; request: string; reason: RevealReason };
    output: { phone: string; name?: string };
  };
}
