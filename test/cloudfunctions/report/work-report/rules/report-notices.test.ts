import { REPORT_NOTICES } from '../../../../../cloudfunctions/report/work-report/rules/report-notices';
import { readRows } from '../../../notify/rules/read-notices';

/** 23 November 2026, 09:05 in China. */
const AT = Date.parse('2026-11-23T09:05:00+08:00');
const told = (event: string, by: string): readonly string[] => {
  const rows = REPORT_NOTICES[event];
  if (!rows || 'nobody' in rows) return [];
  return readRows(rows, { document: 'bh~r1', by, at: AT });
};

it('tells the chief, and by message, that a report waits', () => {
  const [said, ...more] = told('report-submit', 'staff');
  expect(more).toEqual([]);
  expect(said).toMatch(/^chief: 有一份汇报等您签发 \| .*送签的人自己不能签/);
  expect(said).toContain('office/report/report?report=bh~r1');
  expect(said).toMatch(
    /task: 有一份汇报等您签发 \/ 工作汇报 \/ 2026年11月23日 09:05 \/ 请点开看，签发或退回/,
  );
});

it.each([
  ['report-send-back', '汇报退回来了'],
  ['report-sign', '汇报签发了'],
])('%s tells the office in its inbox, without a message', (event, title) => {
  const [said, ...more] = told(event, 'unknown');
  expect(more).toEqual([]);
  expect(said?.startsWith(`staff, chief: ${title} | `)).toBe(true);
  expect(said).not.toContain('task:');
});

it('is another notice for each audience', () => {
  const audiences = Object.values(REPORT_NOTICES).flatMap((rows) =>
    'nobody' in rows ? [] : rows.map(({ to }) => to),
  );
  expect(audiences).toEqual(['chief', 'office', 'office']);
});

it('tells nobody of their own act', () => {
  expect(told('report-submit', 'chief')).toEqual([]);
  expect(told('report-sign', 'chief')[0]).toMatch(/^staff: /);
});

it.each(['report-create', 'report-compute', 'report-withdraw'])(
  '%s is nobody else’s, and says why',
  (event) => {
    expect(REPORT_NOTICES[event]).toEqual({ nobody: expect.stringMatching(/^自己/) as string });
  },
);
