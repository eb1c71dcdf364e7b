/** Invitations by a table: read as a real .xlsx, issued once whoever goes on, printed as slips, claimed by what is on one. */
import { main as registry } from '../../../../cloudfunctions/registry/index';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import { membersOn } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { Invitation } from '../../../../cloudfunctions/registry/invitations/rules/invitation';
import { INVITATION_TABLE } from '../../../../cloudfunctions/registry/invitations/rules/invitation-table';
import { main as report } from '../../../../cloudfunctions/report/index';
import { readFirstSheet } from '../../../../cloudfunctions/report/imports/read-sheet';
import { toTemplate } from '../../../../cloudfunctions/report/imports/rules/template';
import { writeTemplate } from '../../../../cloudfunctions/report/imports/write-template';
import type { ImportSummary } from '../../../../miniprogram/contract/imports';
import { wordsOf } from '../../../support/docx';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { newKey } from '../../request/requests';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);
const mockStored = new Map<string, Buffer>();
jest.mock('../../../../cloudfunctions/shared/files', () => ({
  storeFile: (path: string, bytes: Buffer) => {
    mockStored.set(path, bytes);
    return Promise.resolve(path);
  },
  linkFiles: (paths: string[]) => Promise.resolve(paths),
  fetchFile: (file: string) => Promise.resolve(mockStored.get(file)),
}));

let cloud: InProcessCloud;
let directory: Directory;
/** A deputy whom nobody invited. */
let deputy: string;
beforeAll(async () => {
  cloud = await startInProcess({ registry, report });
  const found = cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh');
  if (!found) throw new Error('the sample has no township');
  directory = found;
  const [first] = membersOn(directory.people, '2026-12-01').filter(
    ({ level, person }) => level === 'town' && person !== 'p1',
  );
  const id = first?.person;
  deputy = first?.name ?? '';
  cloud.replace(
    'invitations',
    cloud.documents<Invitation>('invitations').filter(({ person }) => person !== id),
  );
});

const ask = (fn: string, action: string, input: object, openid = 'bh-staff', key = newKey()) =>
  cloud.invoke(fn, action, { township: 'bh', ...input }, { openid, key });

type Line = readonly string[];
const head = (): readonly string[] => toTemplate(INVITATION_TABLE, [], directory).head;

async function plan(lines: readonly Line[]): Promise<ImportSummary> {
  const { widths } = toTemplate(INVITATION_TABLE, [], directory);
  const bytes = await writeTemplate({ head: head(), rows: lines, widths, choices: [], explained: [['列']] });
  const { data: who } = await ask('registry', 'whoAmI', {});
  const file = `cloud://test.bucket/${(who as { folder: string }).folder}/table.xlsx`;
  mockStored.set(file, bytes);
  const answer = await ask('report', 'planImport', { table: 'invitation', file, reason: '邀请' });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.data as ImportSummary;
}
const commit = (id: string, openid?: string) =>
  ask('registry', 'commitImport', { import: id, slice: 0 }, openid);

const named = () => cloud.documents<Invitation>('invitations').length;

test('what is wrong is named by line and column, and nothing is issued', async () => {
  const before = named();
  const { faults } = await plan([
    ['没有这个人', '人大代表', '1234', '', '', ''],
    [deputy, '人大代表', '', '', '', ''],
    [deputy, '人大代表', '12x4', '', '', ''],
    ['路平平', '承办单位联络员', '1234', '没有的单位', '', ''],
    ['柳小田', '村干部（代办员）', '1234', '', '', ''],
    [deputy, '人大主席', '1234', '', '', ''],
  ]);
  expect(faults.map(({ line, column, why }) => [line, column, why])).toEqual([
    [2, '姓名', 'unknown'],
    [3, '手机号后四位', 'needed'],
    [4, '手机号后四位', 'phone'],
    [5, '承办单位', 'unknown'],
    [6, '村', 'needed'],
    [7, '身份', 'choice'],
  ]);
  expect(named()).toBe(before);
});

test('a batch is issued once, printed, and what stands on a slip opens the door', async () => {
  const unit = directory.units[0]?.name ?? '';
  const before = named();
  const planned = await plan([
    // The nought in front was lost by the spreadsheet.
    [deputy, '人大代表', '135', '', '', ''],
    ['路平平', '承办单位联络员', '7777', unit, '', ''],
  ]);
  expect(planned).toMatchObject({ faults: [], counts: { new: 2, same: 0 } });
  const id = planned.import;
  expect(await ask('report', 'invitationSlips', { import: id })).toMatchObject({ code: 'not-found' });
  expect(await commit(id)).toMatchObject({ ok: true, data: { done: 1, slices: 1 } });
  expect(await commit(id, 'bh-p1')).toMatchObject({ ok: true, data: { done: 1 } });
  expect(named()).toBe(before + 2);

  // Whoever did not issue them may confirm them, and so must not read the codes.
  expect(await ask('report', 'invitationSlips', { import: id }, 'bh-p1')).toMatchObject({
    code: 'not-allowed',
  });
  const printed = await ask('report', 'invitationSlips', { import: id });
  expect(printed).toMatchObject({
    ok: true,
    data: { name: expect.stringMatching(/^邀请条 .*2人\.docx$/) as string },
  });
  const words = wordsOf(mockStored.get((printed.data as { file: string }).file) ?? Buffer.alloc(0));
  const codes = [...words.matchAll(/邀请码：([0-9A-Z]{4}-[0-9A-Z]{4})/g)].map(([, code = '']) => code);
  expect(codes).toHaveLength(2);
  for (const part of [deputy, '路平平', unit, '人大代表']) expect(words).toContain(part);

  const claims = await Promise.all(
    codes.map((code) => ask('registry', 'claimInvitation', { code, phoneLast4: '0135' }, 'o-new')),
  );
  expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
  const left = await ask('report', 'invitationSlips', { import: id });
  expect(left).toMatchObject({ ok: true, data: { name: expect.stringMatching(/1人\.docx$/) as string } });
});

test('who has one already is left alone, and goes out with the state, without digits', async () => {
  const again = await plan([[deputy, '人大代表', '', '', '', '等确认']]);
  expect(again).toMatchObject({ faults: [], counts: { new: 0, same: 1 }, slices: 0 });
  const out = await ask('report', 'exportTable', { table: 'invitation', reason: 'archive' });
  const bytes = mockStored.get((out.data as { file: string }).file) ?? Buffer.alloc(0);
  const sheet = readFirstSheet(bytes, () => 0);
  if (!sheet.ok) throw new Error(sheet.why);
  const rows = sheet.lines.map(({ cells }) => Object.values(cells).map(({ text }) => text));
  expect(rows).toContainEqual([deputy, '人大代表', '等确认']);
  expect(rows.flat()).not.toContain('0135');
});

test('taken back, what nobody was confirmed by ends', async () => {
  const planned = await plan([
    ['柳小田', '村干部（代办员）', '4321', '', directory.villages[0]?.name ?? '', ''],
  ]);
  await commit(planned.import);
  const input = { import: planned.import, slice: 0, reason: '导错了' };
  expect(await ask('registry', 'takeBackImport', input)).toMatchObject({ ok: true, data: { kept: 0 } });
  expect(await ask('report', 'invitationSlips', { import: planned.import })).toMatchObject({
    code: 'not-found',
  });
});

/** The codes of a batch, in the order in which they are printed. */
async function codesOf(id: string): Promise<string[]> {
  const { data } = await ask('report', 'invitationSlips', { import: id });
  const words = wordsOf(mockStored.get((data as { file: string }).file) ?? Buffer.alloc(0));
  return [...words.matchAll(/邀请码：([0-9A-Z]{4}-[0-9A-Z]{4})/g)].map(([, code = '']) => code);
}
const helper = (name: string, village = 0): Line => [
  name,
  '村干部（代办员）',
  '4321',
  '',
  directory.villages[village]?.name ?? '',
  '',
];

test('taken back, who was confirmed stays and is counted; who was revoked by hand before is not', async () => {
  const planned = await plan([helper('陈一'), helper('陈二'), helper('陈三')]);
  await commit(planned.import);
  const [first = ''] = await codesOf(planned.import);
  const claimed = await ask('registry', 'claimInvitation', { code: first, phoneLast4: '4321' }, 'o-chen');
  expect(claimed).toMatchObject({ ok: true });
  const all = cloud.documents<Invitation>('invitations');
  const mine = all.find(({ openid }) => openid === 'o-chen');
  const other = all.filter(({ state, role }) => state === 'issued' && role === 'helper').at(-1);
  const confirm = { invitation: mine?._id };
  expect(await ask('registry', 'confirmInvitation', confirm, 'bh-p1')).toMatchObject({ ok: true });
  const revoke = { invitation: other?._id, reason: '写错了' };
  expect(await ask('registry', 'revokeInvitation', revoke)).toMatchObject({ ok: true });
  const input = { import: planned.import, slice: 0, reason: '导错了' };
  expect(await ask('registry', 'takeBackImport', input)).toMatchObject({ ok: true, data: { kept: 1 } });
});

test('a line that fits no more is named, and none of its slice is issued', async () => {
  const planned = await plan([helper('赵一'), helper('赵二', 1)]);
  const before = named();
  const townships = cloud.documents<Directory & { _id: string }>('townships');
  const gone = directory.villages[1]?.id;
  cloud.replace(
    'townships',
    townships.map((one) =>
      one._id === 'bh' ? { ...one, villages: one.villages.filter(({ id }) => id !== gone) } : one,
    ),
  );
  cloud.clock.set(cloud.clock.now() + 61_000);
  expect(await commit(planned.import)).toMatchObject({ code: 'row-wrong', details: { line: 3 } });
  expect(named()).toBe(before);
  cloud.replace('townships', townships);
});

test('it is the office’s: a unit clerk and an administrator are refused', async () => {
  for (const openid of ['bh-unit', 'bh-admin'])
    expect(
      (await ask('report', 'planImport', { table: 'invitation', file: 'x', reason: '邀请' }, openid)).ok,
    ).toBe(false);
});

test('those chosen on the screen: invited one by one, their slips in one document, for whoever issued them alone', async () => {
  type People = { people: { person: string; name: string; role: string }[] };
  const waiting = async () => (await ask('registry', 'listUninvited', {})).data as People;
  cloud.replace(
    'invitations',
    cloud.documents<Invitation>('invitations').filter(({ role }) => role !== 'deputy'),
  );
  const [one, two] = (await waiting()).people;
  if (!one || !two) throw new Error('all are invited');
  const ids: string[] = [];
  for (const { person, role } of [one, two]) {
    const issued = await ask('registry', 'issueInvitation', { role, person, phoneLast4: '0135' });
    ids.push((issued.data as { invitation: string }).invitation);
  }
  const left = (await waiting()).people.map(({ person }) => person);
  expect([left.includes(one.person), left.includes(two.person)]).toEqual([false, false]);
  const slips = (invitations: readonly string[], openid?: string) =>
    ask('report', 'invitationSlips', { invitations }, openid);
  const name = expect.stringMatching(/2人\.docx$/) as string;
  const printed = await slips(ids);
  expect(printed).toMatchObject({ ok: true, data: { name } });
  const paper = wordsOf(mockStored.get((printed.data as { file: string }).file) ?? Buffer.alloc(0));
  expect([paper.includes(one.name), paper.includes(two.name)]).toEqual([true, true]);
  expect(paper.match(/邀请码：[0-9A-Z]{4}-[0-9A-Z]{4}/g)).toHaveLength(2);
  expect(await slips(ids, 'bh-p1')).toMatchObject({ ok: false, code: 'not-found' });
  await ask('registry', 'revokeInvitation', { invitation: ids[0], reason: '写错了' });
  expect(await slips(ids)).toMatchObject({ data: { name: expect.stringMatching(/1人\.docx$/) as string } });
});
