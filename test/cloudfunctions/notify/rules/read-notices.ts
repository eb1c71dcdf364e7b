/** Notices as those read them who are told: one line for each, so that a test shows the sentences as they arrive. */
import { planNotices, type NoticesOf, type Row } from '../../../../cloudfunctions/notify/tell/rules/notice';
import type { Holder } from '../../../../cloudfunctions/notify/tell/rules/recipients';

const holder = (account: string, role: Holder['role'], more: Partial<Holder> = {}): Holder => ({
  account,
  openid: `o-${account}`,
  role,
  ...more,
});

/** One account for each role, two units and the government, two leaders and two deputies. */
export const HOLDERS: readonly Holder[] = [
  holder('staff', 'staff'),
  holder('chief', 'chief', { person: 'p1' }),
  holder('presidium', 'presidium', { person: 'p17' }),
  holder('leader', 'leader', { person: 'p6', group: 'g1' }),
  holder('leader2', 'leader', { person: 'p16', group: 'g2' }),
  holder('deputy', 'deputy', { person: 'p5', group: 'g1' }),
  holder('deputy2', 'deputy', { person: 'p7', group: 'g2' }),
  holder('unit', 'unit', { unit: 'u1' }),
  holder('unit2', 'unit', { unit: 'u2' }),
  holder('government', 'unit', { unit: 'u9' }),
  holder('district', 'district'),
  holder('admin', 'admin'),
];

/** 'staff, chief: 标题 | 话 | page?query | 模板: 一 / 二 | 电话: … | 短信: … | until … | not before …' */
export function readRows<F>(rows: readonly Row<F>[], facts: F): string[] {
  const lines = new Map<string, string[]>();
  for (const { recipient, title, words, page, message, call, sms, until, notBefore } of planNotices(
    rows,
    facts,
    HOLDERS,
  )) {
    const said = [
      title,
      words,
      page,
      ...(message ? [`${message.template}: ${Object.values(message.data).join(' / ')}`] : []),
      ...(call === undefined ? [] : [`电话: ${call}`]),
      ...(sms === undefined ? [] : [`短信: ${sms}`]),
      ...(until === undefined ? [] : [`until ${String(until)}`]),
      ...(notBefore === undefined ? [] : [`not before ${String(notBefore)}`]),
    ].join(' | ');
    lines.set(said, [...(lines.get(said) ?? []), recipient.account]);
  }
  return [...lines].map(([said, accounts]) => `${accounts.join(', ')}: ${said}`);
}

/** Event → lines; events that tell nobody now are left out. */
export function readTable<F>(table: NoticesOf<F>, facts: F): Record<string, string[]> {
  const read = Object.entries(table).map(
    ([event, rows]) => ['nobody' in rows ? [] : readRows(rows, facts), event] as const,
  );
  return Object.fromEntries(read.flatMap(([lines, event]) => (lines.length === 0 ? [] : [[event, lines]])));
}
