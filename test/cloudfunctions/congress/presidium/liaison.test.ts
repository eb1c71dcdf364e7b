/** Liaison (主席团联系代表) that others do not see, and guidance from above. */
import { main as congress } from '../../../../cloudfunctions/congress/index';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import { BODY_LISTS } from '../../../../cloudfunctions/report/lists/read-body-lists';
import type { Asking } from '../../../../cloudfunctions/report/lists/reading';
import type { LiaisonView } from '../../../../miniprogram/contract/congress/presidium';
import { accountOf } from '../../../../cloudfunctions/shared/cipher';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { newKey } from '../../request/requests';
import { toldActs } from '../../told-acts';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ congress });
  const rows = cloud.documents<{ kind: string }>('presidium');
  cloud.replace(
    'presidium',
    rows.filter(({ kind }) => kind === 'meeting'),
  );
  clerk = accountOf('bh-staff');
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 90_000);
});
const ask = (openid: string, action: string, input: object = {}, key = newKey()) =>
  cloud.invoke('congress', action, { township: 'bh', ...input }, { openid, key });
const TODAY = '2026-11-23';
let clerk = '';
const directory = () => {
  const [found] = cloud.documents<Directory>('townships').filter(({ _id }) => _id === 'bh');
  if (!found) throw new Error('no directory');
  return found;
};
const nameOf = (person: string) => directory().people.find(({ id }) => id === person)?.name;

const look = async (openid: string) => (await ask(openid, 'liaison')).data as LiaisonView;

it('is kept by the office; a deputy sees who keeps in touch and the own notes, nobody else’s', async () => {
  const { members } = await look('bh-staff');
  const member = members[0]?.person ?? '';
  expect(await ask('bh-staff', 'keepInTouch', { person: 'p5', member })).toMatchObject({ ok: true });
  const wrong = [
    [{ person: 'p5', member: 'p900' }, 'member'],
    [{ person: 'p5', member: 'p6' }, 'member'],
    [{ person: 'p7', member }, 'person'],
  ] as const;
  for (const [pair, field] of wrong)
    expect(await ask('bh-staff', 'keepInTouch', pair)).toMatchObject({
      code: 'bad-input',
      details: { field },
    });
  expect(await ask('bh-staff', 'keepInTouch', { person: 'p6', member })).toMatchObject({
    data: { person: 'p6', member },
  });
  expect((await look('bh-p6')).pairs).toEqual([
    { person: 'p6', name: nameOf('p6'), member, memberName: nameOf(member) },
  ]);
  expect(await ask('bh-staff', 'keepInTouch', { person: 'p6', member: '' })).toMatchObject({ ok: true });
  const told = toldActs(cloud, 'presidium').filter(({ act }) => act === 'liaison');
  expect(told.map(({ of, by, to, event, about }) => [of, by, to, event, about])).toEqual(
    [
      ['p5', member],
      ['p6', member],
      ['p6', ''],
    ].map(([person, to]) => [person, clerk, to, 'liaison-arranged', { person }]),
  );
  const all = await look('bh-staff');
  expect(all.keeps).toBe(true);
  expect(all.members).toEqual(members.map(({ person }) => ({ person, name: nameOf(person) })));
  expect(all.pairs.filter(({ member: kept }) => kept !== '')).toEqual([
    { person: 'p5', name: nameOf('p5'), member, memberName: nameOf(member) },
  ]);
  expect(all.pairs.length).toBeGreaterThan(20);
  expect(await look('bh-p17')).toMatchObject({ keeps: false, members: all.members, pairs: all.pairs });
  const note = { kind: 'difficulty', date: TODAY, words: '腿脚不便' };
  const key = newKey();
  const added = await ask('bh-p5', 'addNote', note, key);
  expect(added).toMatchObject({ ok: true });
  expect(await ask('bh-p5', 'addNote', { ...note, words: '别的' }, key)).toMatchObject({
    code: 'key-reused',
  });
  expect(await ask('bh-p5', 'addNote', { ...note, person: 'p6' })).toMatchObject({ code: 'not-allowed' });
  expect(await ask('bh-p5', 'addNote', { ...note, kind: 'visit' })).toMatchObject({ code: 'not-allowed' });
  expect(await look('bh-p5')).toMatchObject({
    pairs: [{ person: 'p5', member }],
    notes: [{ words: '腿脚不便' }],
    members: [],
  });
  expect((await look('bh-p6')).notes).toEqual([]);
  expect((await look('bh-p17')).notes).toHaveLength(1);
  const { note: id } = added.data as { note: string };
  const settle = { note: id, words: '安排人接送' };
  const second = newKey();
  expect(await ask('bh-p17', 'settleNote', settle, second)).toMatchObject({ ok: true });
  expect(await ask('bh-p17', 'settleNote', settle, second)).toMatchObject({ ok: true });
  expect(await ask('bh-p17', 'settleNote', { ...settle, words: '别的' }, second)).toMatchObject({
    code: 'key-reused',
  });
  expect(await ask('bh-p17', 'settleNote', settle)).toMatchObject({ code: 'step-used' });
  expect((await look('bh-p5')).notes).toEqual([
    {
      note: id,
      kind: 'difficulty',
      date: TODAY,
      person: 'p5',
      name: nameOf('p5'),
      byName: nameOf('p5'),
      words: '腿脚不便',
      answer: { words: '安排人接送', on: TODAY },
    },
  ]);
  const ofNote = toldActs(cloud, 'presidium').filter(({ document }) => document === id);
  const kept = { document: id, of: id };
  expect(ofNote).toEqual([
    {
      ...kept,
      by: 'p5',
      act: 'difficulty',
      from: '',
      to: 'difficulty',
      event: 'note-added',
      about: { kind: 'difficulty', row: id },
    },
    {
      ...kept,
      by: 'p17',
      act: 'settle',
      from: 'difficulty',
      to: 'settled',
      event: 'note-settled',
      about: { row: id },
    },
  ]);
  for (const said of ['腿脚不便', '安排人接送'])
    expect(JSON.stringify(cloud.documents('presidium'))).not.toContain(said);
});

it('a difficulty is the presidium’s and that deputy’s: staff neither read, write nor settle one', async () => {
  const words = '家里老人住院';
  const own = await ask('bh-p8', 'addNote', { kind: 'difficulty', date: TODAY, words });
  const opinion = { kind: 'opinion', date: TODAY, words: '会前早点发材料', person: 'p8' };
  expect(await ask('bh-staff', 'addNote', opinion)).toMatchObject({ ok: true });
  const said = async (openid: string) => (await look(openid)).notes.map((note) => note.words);
  for (const openid of ['bh-p1', 'bh-p17', 'bh-p8']) expect(await said(openid)).toContain(words);
  expect(await said('bh-staff')).toContain('会前早点发材料');
  expect(await said('bh-staff')).not.toContain(words);
  expect(await said('bh-p6')).not.toContain(words);
  const about = { kind: 'difficulty', date: TODAY, words, person: 'p8' };
  expect(await ask('bh-staff', 'addNote', about)).toMatchObject({ code: 'not-allowed' });
  expect(await ask('bh-p17', 'addNote', about)).toMatchObject({ ok: true });
  const { note } = own.data as { note: string };
  expect(await ask('bh-staff', 'settleNote', { note, words: '慰问' })).toMatchObject({ code: 'not-found' });
  expect(await ask('bh-p1', 'settleNote', { note, words: '慰问' })).toMatchObject({ ok: true });
});

it.each([
  ['bh-staff', false],
  ['bh-p1', true],
])('the list that %s takes out has the difficulties: %s', async (openid, told) => {
  const role = openid === 'bh-staff' ? 'staff' : 'chief';
  const call = { township: 'bh', openid, now: cloud.clock.now(), admitted: { role } };
  const [directory] = cloud.documents<Directory>('townships').filter(({ _id }) => _id === 'bh');
  const asking = { call, directory, today: TODAY } as unknown as Asking;
  const { rows = [] } = (await BODY_LISTS.liaison({ list: 'liaison' }, asking)) ?? {};
  expect(JSON.stringify(rows)).toContain('会前早点发材料');
  expect(JSON.stringify(rows).includes('腿脚不便')).toBe(told);
});

it('was heard by who wrote it down and sits there, else by who keeps in touch; by nobody where the deputy wrote it', async () => {
  const member = (await look('bh-p5')).pairs[0]?.member;
  const opinion = { kind: 'opinion', date: TODAY, words: '路上的灯' };
  const heard = [
    ['bh-p17', 'p5', 'p17'],
    ['bh-staff', 'p5', member],
    ['bh-staff', 'p6', undefined],
    ['bh-p5', undefined, undefined],
  ] as const;
  for (const [openid, person, by] of heard) {
    const { data } = await ask(openid, 'addNote', { ...opinion, ...(person !== undefined && { person }) });
    const { note } = data as { note: string };
    const stored = cloud.documents<{ _id: string; member?: string }>('presidium');
    expect([openid, stored.find(({ _id }) => _id === note)?.member]).toEqual([openid, by]);
  }
  expect(member).toBeTruthy();
});

it('keeps guidance apart', async () => {
  const key = newKey();
  const training = { kind: 'training', date: TODAY, words: '想学预算怎么看' };
  const added = await ask('bh-staff', 'addNote', training, key);
  expect(await ask('bh-staff', 'addNote', training, key)).toMatchObject({ data: added.data });
  const wrong = [
    [{ ...training, date: '2026-11-24' }, 'date'],
    [{ ...training, person: 'p5' }, 'person'],
    [{ ...training, kind: 'opinion' }, 'person'],
    [{ ...training, kind: 'opinion', person: 'p900' }, 'person'],
  ] as const;
  for (const [note, field] of wrong)
    expect(await ask('bh-staff', 'addNote', note)).toMatchObject({ code: 'bad-input', details: { field } });
  expect((await ask('bh-p17', 'guidance')).data).toMatchObject({
    notes: [{ ...training, ...(added.data as object), byName: '人大办' }],
  });
  const settled = { ...(added.data as object), words: '请党校讲一课' };
  expect(await ask('bh-staff', 'settleNote', settled)).toMatchObject({ data: added.data });
  expect(await ask('bh-staff', 'settleNote', settled)).toMatchObject({ details: { state: 'settled' } });
  const answer = { words: '请党校讲一课', on: TODAY };
  expect((await ask('bh-p1', 'guidance')).data).toMatchObject({ notes: [{ answer }] });
  const [meeting] = cloud
    .documents<{ _id: string; kind: string }>('presidium')
    .filter(({ kind }) => kind === 'meeting');
  expect(await ask('bh-staff', 'settleNote', { note: meeting?._id, words: '某' })).toMatchObject({
    code: 'not-found',
  });
  expect(await ask('bh-p5', 'guidance')).toMatchObject({ code: 'not-allowed' });
});

it('what was said since stands, though a phone that heard no answer sends its own once more', async () => {
  const { members } = await look('bh-staff');
  const touch = { person: 'p5', member: members[0]?.person ?? '' };
  const key = newKey();
  expect(await ask('bh-staff', 'keepInTouch', touch, key)).toMatchObject({ data: touch });
  expect(await ask('bh-staff', 'keepInTouch', { ...touch, member: '' })).toMatchObject({ ok: true });
  expect(await ask('bh-staff', 'keepInTouch', touch, key)).toMatchObject({ data: touch });
  expect((await look('bh-staff')).pairs).toContainEqual(
    expect.objectContaining({ person: 'p5', member: '' }),
  );
  expect(await ask('bh-staff', 'keepInTouch', { ...touch, person: 'p6' }, key)).toMatchObject({
    code: 'key-reused',
  });
});
