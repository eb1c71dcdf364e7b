/**
 * Each paper that the office prints from the sample, by a table: that its file has a name that people understand is held
 * by the law that in-process.ts keeps for whatever is handed out.
 */
import { main as report } from '../../../../cloudfunctions/report/index';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import { TABLE_LABELS, type TableId } from '../../../../miniprogram/contract/imports';
import { faultOfFileName } from '../../../support/file-name-law';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);
jest.mock('../../../../cloudfunctions/shared/files', () => ({
  storeFile: (path: string) => Promise.resolve(path),
  linkFiles: (paths: string[]) => Promise.resolve(paths),
}));
jest.setTimeout(120_000);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ report }, { lives: true });
});

function idOf<T extends { _id: string; township: string }>(all: readonly T[], fits: (one: T) => boolean) {
  const found = all.find((one) => one.township === 'bh' && fits(one));
  if (!found) throw new Error('nothing fits');
  return found._id;
}
type Any = { _id: string; township: string };
const assigned = () =>
  idOf(
    cloud.documents<RequestDocument>('requests'),
    ({ lead, state }) => lead !== '' && state === 'assigned',
  );
const replied = () =>
  idOf(cloud.documents<RequestDocument>('requests'), ({ replies = [] }) => replies.length > 0);
const any = () => idOf(cloud.documents<RequestDocument>('requests'), () => true);
const activity = () =>
  idOf(
    cloud.documents<Any & { state: string; kind: string }>('activities'),
    ({ state, kind }) => state === 'held' && kind === 'inspection',
  );

const PAPERS: readonly (readonly [string, () => object])[] = [
  ['dutyTable', () => ({ year: 2026 })],
  ['dutyTable', () => ({ date: '2026-12-07' })],
  ['numberList', () => ({ date: '2026-12-07', home: 'h1' })],
  ['employerNotices', () => ({ year: 2026, month: 12 })],
  ['deputySheet', () => ({ paper: 'roster' })],
  ['deputySheet', () => ({ paper: 'structure' })],
  ['presidiumPack', () => ({ year: 2026, quarter: 4 })],
  ['handlingReport', () => ({ reader: 'session' })],
  ['handlingReport', () => ({ reader: 'public' })],
  ['registrationForm', () => ({})],
  ['essentialsSheet', () => ({})],
  ['dutyRecord', () => ({ year: 2026, person: 'p5' })],
  ['assignmentSheet', () => ({ request: assigned() })],
  ['assignmentSheets', () => ({ requests: [assigned()] })],
  ['receipt', () => ({ request: any() })],
  ['replySheet', () => ({ request: replied() })],
  ['activityPaper', () => ({ activity: activity(), paper: 'signIn' })],
  ['ownData', () => ({})],
  ...(Object.keys(TABLE_LABELS) as TableId[]).flatMap((table) =>
    [{ empty: true }, { reason: 'archive' }].map(
      (how) => ['exportTable', () => Object.assign({ table }, how)] as const,
    ),
  ),
];

it.each(PAPERS.map(([action, input], n) => [n, action, input] as const))(
  '%s: %s',
  async (n, action, input) => {
    cloud.clock.set(cloud.clock.now() + 2_000);
    const asked = Object.assign({ township: 'bh' }, input());
    const key = `key-file-names-${String(n)}`;
    const answer = await cloud.invoke('report', action, asked, { openid: 'bh-staff', key });
    expect([action, asked, answer]).toEqual([action, asked, expect.objectContaining({ ok: true })]);
    expect(faultOfFileName((answer.data as { name: string }).name)).toBeUndefined();
  },
);

it('knows a name that only a machine reads', () => {
  const bad = ['bh-list.xlsx', '名册 2026-12-07.xlsx', '名册 2026年 p12.xlsx', '名册.docx', '名册 2026年'];
  expect(bad.map(faultOfFileName)).not.toContain(undefined);
  expect(faultOfFileName('值班表 2026年.docx')).toBeUndefined();
});
