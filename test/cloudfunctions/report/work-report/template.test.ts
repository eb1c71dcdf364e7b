/** An office words its reports itself: figures stay bound to their questions, and the product's own can come back. */
import type { TemplateSection, TemplateView } from '../../../../miniprogram/contract/work-report';
import { CHIEF, figureOf, newKey, openReports, STAFF, textOf, type Reports } from './support';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

let reports: Reports;
beforeAll(async () => {
  reports = await openReports();
});

const look = async () => (await reports.ask(STAFF, 'reportTemplate', { kind: 'work' })).data as TemplateView;
const save = (edition: number, sections: readonly TemplateSection[] | null, key = newKey(), openid = STAFF) =>
  reports.act(openid, 'saveReportTemplate', { kind: 'work', edition, sections }, key);

/** The same with one sentence in other words. */
function reword(
  sections: readonly TemplateSection[],
  of: string,
  clauses: readonly string[],
): TemplateSection[] {
  return sections.map((section) =>
    Object.assign({}, section, {
      sentences: section.sentences.map((one) =>
        one.sentence === of ? Object.assign({}, one, { clauses }) : one,
      ),
    }),
  );
}

it('begins with the product’s own', async () => {
  expect(await look()).toMatchObject({ edition: 0, own: false });
});

it('is taken by a report when it is computed next, with the same figure', async () => {
  const before = await reports.open();
  const visited = figureOf(before, 'visited');
  const { sections } = await look();
  const key = newKey();
  const other = reword(sections, 'received', ['走进{visited}户人家']);
  expect(await save(0, other, key)).toMatchObject({ data: { edition: 1 } });
  expect(await save(0, other, key)).toMatchObject({ data: { edition: 1 } });
  expect(await save(0, sections, key)).toMatchObject({ code: 'key-reused' });
  expect(textOf(await reports.view(before.report), 'reception')).not.toContain('走进');
  const { edition, report } = before;
  expect((await reports.act(STAFF, 'computeReport', { report, edition })).ok).toBe(true);
  expect(textOf(await reports.view(report, CHIEF), 'reception')).toContain(`走进${visited ?? ''}户人家`);
});

it('is not saved over somebody else’s', async () => {
  const { sections } = await look();
  expect(await save(0, sections)).toMatchObject({ code: 'report-changed', details: { edition: 1 } });
});

it('is refused with a figure that there is not, a brace too many, or a sentence less', async () => {
  const { sections, edition } = await look();
  for (const clause of ['接待{nobody}人', '接待{received人', '接待{constructor}人', '共{接待}人'])
    expect(await save(edition, reword(sections, 'received', [clause]))).toMatchObject({
      code: 'row-wrong',
      details: { field: 'slot', id: 'received' },
    });
  expect(await save(edition, sections.slice(1))).toMatchObject({ code: 'bad-input' });
  const [first, ...others] = sections;
  expect(await save(edition, [...others, ...(first ? [first] : [])])).toMatchObject({ code: 'bad-input' });
  expect(await save(edition, sections, newKey(), 'bh-unit')).toMatchObject({ code: 'not-allowed' });
});

it('changes the places of two headings of one level', async () => {
  const { sections, edition } = await look();
  const ids = sections.map(({ section }) => section);
  const [one, other] = [ids.indexOf('planSkill'), ids.indexOf('planDuty')];
  const moved = [...sections];
  [moved[one], moved[other]] = [moved[other], moved[one]] as [TemplateSection, TemplateSection];
  expect((await save(edition, moved)).ok).toBe(true);
  expect((await look()).sections.map(({ section }) => section).indexOf('planDuty')).toBe(one);
});

it('goes back to the product’s own', async () => {
  const { edition } = await look();
  expect((await save(edition, null)).ok).toBe(true);
  expect(await look()).toMatchObject({ own: false, edition: edition + 1 });
  const { report, edition: of } = await reports.open();
  expect((await reports.act(STAFF, 'computeReport', { report, edition: of })).ok).toBe(true);
  expect(textOf(await reports.view(report), 'reception')).toContain('走访选民');
});
