/** Photos and recordings of an activity: who adds and sees them, what is checked, whose face is shown. */
import type { ActivityView, PictureView } from '../../../miniprogram/contract/duty';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import { onMediaVerdict } from '../../../cloudfunctions/duty/events/on-media-verdict';
import { sweepActivities } from '../../../cloudfunctions/duty/events/on-visits-old';
import { onClock } from '../../../cloudfunctions/duty/events/on-check-overdue';
import { countPictures } from '../../../cloudfunctions/duty/pictures/rules/pictures';
import type { ActivityDocument } from '../../../cloudfunctions/duty/activities/rules/activity-document';
import { alsoKeep } from '../../support/death-law';
import { toldActs } from '../told-acts';
import { DEPUTY, LEADER, newKey, openDuty, OTHER, STAFF, type Duty } from './support';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
jest.mock('../../../cloudfunctions/shared/files', () => ({
  linkFiles: (files: readonly string[]) =>
    Promise.resolve(files.map((file) => `https://files/${file.slice(8)}`)),
}));
const called: [string, { files?: string[] }][] = [];
let fault = '';
jest.mock('../../../cloudfunctions/shared/own-call', () => ({
  ...jest.requireActual<object>('../../../cloudfunctions/shared/own-call'),
  callOwnFunction: (_fn: string, action: string, input: { file?: string; files?: string[] }) => {
    called.push([action, input]);
    const name = (input.file ?? '').split('/').slice(-2).join('-');
    const data = fault ? { fault } : { file: `cloud://e.b/bh/kept/${name}` };
    return Promise.resolve({ ok: true, data });
  },
}));
alsoKeep(() => {
  const { length } = called;
  return () => called.splice(length);
});
let answers = true;
jest.mock('../../../cloudfunctions/shared/wechat/security', () => ({
  ...jest.requireActual<object>('../../../cloudfunctions/shared/wechat/security'),
  mediaCheckAsync: (_openid: string, { url }: { url: string }) =>
    Promise.resolve(answers ? { ok: true, data: { traceId: `t${String(url.length)}` } } : { ok: false }),
}));

let duty: Duty;
beforeEach(async () => {
  called.splice(0);
  fault = '';
  answers = true;
  duty = await openDuty();
  process.env['CONTENT_CHECK'] = 'on';
  for (const name of ['requesttraces', 'inbox']) duty.cloud.replace(name, []);
});

const fileOf = (openid: string, name = '1.jpg') => `cloud://e.b/bh/u/${accountOf(openid)}/a/${name}`;
const noteHelp = () => duty.note(DEPUTY, { kind: 'help', date: '2026-11-20', title: '接通自来水' });
const noteCare = () => duty.note(DEPUTY, { kind: 'care', date: '2026-11-20', title: '看望老人' });
const add = (openid: string, activity: string, more: object = {}) =>
  duty.act(openid, 'addPicture', { activity, file: fileOf(openid), use: 'photo', ...more });
const look = async (openid: string, activity: string) =>
  ((await duty.ask(openid, 'activity', { activity })).data as ActivityView).pictures;
const links = async (openid: string, activity: string) =>
  ((await duty.ask(openid, 'openPictures', { activity })).data as { files: object[] }).files;
const trace = () => {
  const [found] = duty.cloud.documents<{ _id: string }>('requesttraces');
  return found?._id.split('~').at(-1) ?? '';
};
const verdict = (suggest: 'pass' | 'review' | 'risky') =>
  onMediaVerdict({ traceId: trace(), suggest }, duty.cloud.clock.now());
const states = (pictures: readonly PictureView[]) => pictures.map(({ state }) => state);

it('is its deputy’s and the office’s until WeChat has passed it, then everybody’s who sees the activity', async () => {
  const { activity } = await noteHelp();
  const { picture } = (await add(DEPUTY, activity)).data as { picture: string };
  expect(called).toEqual([['takeIn', { township: 'bh', file: fileOf(DEPUTY), use: 'photo', picture }]]);
  expect(states(await look(DEPUTY, activity))).toEqual(['checking']);
  expect(await links(LEADER, activity)).toEqual([]);
  expect(await links(STAFF, activity)).toHaveLength(1);
  await duty.relay();
  expect(await links(LEADER, activity)).toEqual([]);
  expect(await verdict('pass')).toBe(true);
  expect(states(await look(LEADER, activity))).toEqual(['clear']);
  expect(await links(LEADER, activity)).toHaveLength(1);
  expect(await duty.ask(OTHER, 'openPictures', { activity })).toMatchObject({ code: 'not-found' });
  // No answer names the file, nor where the phone laid it.
  expect(JSON.stringify(await look(DEPUTY, activity))).not.toContain('cloud://');
});

it.each([
  ['WeChat doubts it', () => verdict('review')],
  [
    'WeChat never answers',
    async () => {
      duty.cloud.clock.set(duty.cloud.clock.now() + 3_600_000);
      await onClock(['bh'], duty.cloud.clock.now());
    },
  ],
])('is held where %s; the office is told, and lets it through or keeps it back', async (_why, settle) => {
  const { activity } = await noteHelp();
  const added = await add(DEPUTY, activity);
  const { picture } = added.data as { picture: string };
  await duty.relay();
  await settle();
  expect(states(await look(DEPUTY, activity))).toEqual(['held']);
  expect(await links(LEADER, activity)).toEqual([]);
  await duty.relay();
  const inbox = await duty.cloud.invoke('notify', 'inbox', { township: 'bh' }, { openid: STAFF });
  expect(JSON.stringify(inbox.data)).toContain('有照片或录音要您看一眼');
  const decide = (openid: string, release: boolean) =>
    duty.act(openid, 'settlePicture', { activity, picture, release });
  expect(await decide(DEPUTY, true)).toMatchObject({ code: 'not-allowed' });
  expect(await decide(STAFF, false)).toMatchObject({ ok: true });
  expect(await links(LEADER, activity)).toEqual([]);
  expect(await decide(STAFF, true)).toMatchObject({ ok: true });
  expect(await links(LEADER, activity)).toHaveLength(1);
});

it('nobody decides over one that is still being checked', async () => {
  const { activity } = await noteHelp();
  const { picture } = (await add(DEPUTY, activity)).data as { picture: string };
  const settled = await duty.act(STAFF, 'settlePicture', { activity, picture, release: true });
  expect(settled).toMatchObject({ code: 'wrong-state' });
});

it('WeChat that cannot be asked leaves it to the office', async () => {
  answers = false;
  const { activity } = await noteHelp();
  await add(DEPUTY, activity);
  await duty.relay();
  expect(states(await look(DEPUTY, activity))).toEqual(['held']);
});

it('of 关爱行动 none without a word about faces, and whose face it is stays between who asked and the office', async () => {
  const { activity } = await noteCare();
  const refused = { code: 'bad-input', details: { field: 'consent' } };
  expect(await add(DEPUTY, activity)).toMatchObject(refused);
  const consent = { by: '周大山', on: '2026-11-20' };
  expect(await add(DEPUTY, activity, { faceless: true, consent })).toMatchObject(refused);
  expect(await add(DEPUTY, activity, { consent: { by: '周大山', on: '2026-11-24' } })).toMatchObject(refused);
  expect(called).toEqual([]);
  expect(await add(DEPUTY, activity, { consent })).toMatchObject({ ok: true });
  expect(await add(DEPUTY, activity, { faceless: true })).toMatchObject({ ok: true });
  expect((await look(DEPUTY, activity)).map((each) => each.consent)).toEqual([consent, undefined]);
  expect((await look(STAFF, activity))[0]?.consent).toEqual(consent);
  expect(JSON.stringify(duty.cloud.documents('activities'))).not.toContain('周大山');
  // Its leader sees the activity, and no picture of whom it was for.
  await duty.relay();
  await verdict('pass');
  expect(await links(LEADER, activity)).toEqual([]);
});

it('of a tied household there is none', async () => {
  const { activity } = await duty.note(DEPUTY, { kind: 'tied-help', date: '2026-11-20', words: '送鸡苗' });
  expect(await add(DEPUTY, activity)).toMatchObject({ code: 'wrong-state' });
});

it('out of another’s folder is refused, and so is the tenth; what is no picture is said', async () => {
  const { activity } = await noteHelp();
  expect(await add(DEPUTY, activity, { file: fileOf(OTHER) })).toMatchObject({ code: 'not-your-file' });
  fault = 'unreadable';
  expect(await add(DEPUTY, activity)).toMatchObject({ ok: true, data: { fault } });
  fault = '';
  for (let n = 0; n < 9; n++) expect(await add(DEPUTY, activity)).toMatchObject({ ok: true });
  expect(await add(DEPUTY, activity)).toMatchObject({ code: 'too-many-rows' });
  const spoken = { file: fileOf(DEPUTY, '1.mp3'), use: 'recording', seconds: 12 };
  expect(await add(DEPUTY, activity, spoken)).toMatchObject({ ok: true });
});

it('the office’s own is seen at once; dropped, its bytes go', async () => {
  const { activity } = await noteHelp();
  const { picture } = (await add(STAFF, activity)).data as { picture: string };
  expect(await links(LEADER, activity)).toHaveLength(1);
  const [document] = duty.cloud.documents<ActivityDocument>('activities');
  expect(document && countPictures(document)).toEqual({ photo: 1, recording: 0 });
  expect(await duty.act(LEADER, 'dropPicture', { activity, picture })).toMatchObject({ code: 'not-found' });
  expect(await duty.act(STAFF, 'dropPicture', { activity, picture })).toMatchObject({ ok: true });
  await duty.relay();
  expect(called.at(-1)?.[0]).toBe('forget');
  expect(await look(STAFF, activity)).toEqual([]);
});

it('is sent again under its key after many other acts: it stays as the office settled it', async () => {
  const { activity } = await noteHelp();
  const sent = { activity, file: fileOf(DEPUTY), use: 'photo' };
  const { picture } = (await duty.act(DEPUTY, 'addPicture', sent, 'duty-again')).data as { picture: string };
  await duty.relay();
  await verdict('review');
  await duty.act(STAFF, 'settlePicture', { activity, picture, release: false });
  for (let n = 0; n < 12; n++)
    await duty.act(STAFF, 'settlePicture', { activity, picture, release: n % 2 === 0 });
  const before = await look(DEPUTY, activity);
  const other = { ...sent, file: fileOf(DEPUTY, '2.jpg') };
  expect(await duty.act(DEPUTY, 'addPicture', other, 'duty-again')).toMatchObject({ data: { picture } });
  expect(await look(DEPUTY, activity)).toEqual(before);
  expect(called.filter(([action]) => action === 'takeIn')).toHaveLength(1);
});

it('is not turned into another kind’s, which shows its pictures to others or asks about faces', async () => {
  const { activity } = await noteCare();
  await add(DEPUTY, activity, { faceless: true });
  const correct = async (openid: string, kind: string) => {
    const edition = ((await duty.ask(DEPUTY, 'activity', { activity })).data as ActivityView).edition;
    const to = { kind, date: '2026-11-20', title: '看望老人' };
    return duty.act(openid, 'correct', { activity, edition, to });
  };
  const refused = { code: 'bad-input', details: { field: 'activity.kind' } };
  expect(await correct(DEPUTY, 'help')).toMatchObject(refused);
  expect(await correct(STAFF, 'help')).toMatchObject(refused);
  expect(await correct(DEPUTY, 'care')).toMatchObject({ ok: true });
  const [{ picture } = { picture: '' }] = await look(DEPUTY, activity);
  await duty.act(DEPUTY, 'dropPicture', { activity, picture });
  expect(await correct(DEPUTY, 'help')).toMatchObject({ ok: true });
});

it('is added by nobody to an activity that was swept, since nobody would sweep it again', async () => {
  const { activity } = await noteCare();
  const swept = duty.cloud.documents<ActivityDocument>('activities');
  duty.cloud.replace(
    'activities',
    swept.map((one) => Object.assign({}, one, { bare: true })),
  );
  expect(await add(DEPUTY, activity, { faceless: true })).toMatchObject({ code: 'wrong-state' });
});

it('swept, the bytes go of what its recorder alone saw, and of what was withdrawn; those of all stay', async () => {
  const kept = (name: string) => `cloud://e.b/bh/kept/a-${name}`;
  const notes = { care: await noteCare(), withdrawn: await noteHelp(), all: await noteHelp() };
  for (const [name, { activity }] of Object.entries(notes))
    await add(STAFF, activity, { file: fileOf(STAFF, `${name}.jpg`), faceless: true });
  const { withdrawn, all } = notes;
  await duty.act(DEPUTY, 'withdraw', { activity: withdrawn.activity, reason: '记错了' });
  const late = { before: '2029-01-01', after: '', limit: 50, endsAt: Infinity };
  await sweepActivities('bh', late, duty.cloud.clock.now());
  const forgotten = called.filter(([action]) => action === 'forget').map(([, { files = [] }]) => files);
  expect(forgotten.flat().sort()).toEqual([kept('care.jpg'), kept('withdrawn.jpg')]);
  expect(await look(STAFF, all.activity)).toHaveLength(1);
  expect(await look(STAFF, notes.care.activity)).toEqual([]);
});

it('under its key is added, settled and taken away once, and leaves which one it was', async () => {
  const { activity } = await noteHelp();
  const file = fileOf(DEPUTY);
  const once = async (openid: string, action: string, input: object, other: object) => {
    const key = newKey();
    const first = await duty.act(openid, action, input, key);
    expect(await duty.act(openid, action, input, key)).toMatchObject({ data: first.data });
    const wrong = await duty.act(openid, action, { ...input, ...other }, key);
    expect([action, wrong.code]).toEqual([action, 'key-reused']);
    return first.data;
  };
  const sent = { activity, file, use: 'photo' };
  const { picture } = (await once(DEPUTY, 'addPicture', sent, { file: fileOf(DEPUTY, '2.jpg') })) as {
    picture: string;
  };
  await duty.relay();
  await verdict('review');
  const settled = await once(
    STAFF,
    'settlePicture',
    { activity, picture, release: true },
    { release: false },
  );
  expect(settled).toEqual({ picture, released: true });
  expect(await links(DEPUTY, activity)).toEqual([
    { picture, file: expect.stringMatching(/^https:/) as unknown },
  ]);
  const stored = duty.cloud.documents<ActivityDocument>('activities')[0]?.pictures?.[picture];
  expect(stored).toMatchObject({ use: 'photo', by: 'p5', openid: DEPUTY });
  expect(await once(DEPUTY, 'dropPicture', { activity, picture }, { picture: 'f000000000000' })).toEqual({
    picture,
  });
  expect(await look(DEPUTY, activity)).toEqual([]);
  const clerk = accountOf(STAFF);
  const acts = toldActs(duty.cloud, 'activities').slice(-2);
  expect(acts.map(({ by, act, event, about }) => ({ by, act, event, about }))).toEqual([
    {
      by: clerk,
      act: 'picture-released',
      event: 'activity-picture-settled',
      about: { activity, by: clerk, picture },
    },
    {
      by: 'p5',
      act: 'drop-picture',
      event: 'activity-picture-dropped',
      about: { activity, by: 'p5', picture, file: stored?.file },
    },
  ]);
});

it('taken away its bytes go too', async () => {
  const { activity } = await noteHelp();
  const { picture } = (await add(DEPUTY, activity)).data as { picture: string };
  const file = duty.cloud.documents<ActivityDocument>('activities')[0]?.pictures?.[picture]?.file;
  await duty.act(DEPUTY, 'dropPicture', { activity, picture });
  await duty.relay();
  expect(called.at(-1)).toEqual(['forget', { township: 'bh', files: [file] }]);
});

it('a recording says how long it is', async () => {
  const { activity } = await noteHelp();
  const sent = { file: fileOf(DEPUTY, '1.mp3'), use: 'recording', seconds: 42 };
  expect(await add(DEPUTY, activity, sent)).toMatchObject({ ok: true });
  expect(await look(DEPUTY, activity)).toMatchObject([{ use: 'recording', seconds: 42, mayDrop: true }]);
});

it('of what is not there, or was withdrawn, nothing is added, settled, taken away or opened', async () => {
  const { activity } = await noteHelp();
  const { picture } = (await add(DEPUTY, activity)).data as { picture: string };
  const none = `bh~${'0'.repeat(16)}`;
  const wrong = [
    [DEPUTY, 'addPicture', { activity: none, file: fileOf(DEPUTY), use: 'photo' }],
    [OTHER, 'addPicture', { activity, file: fileOf(OTHER), use: 'photo' }],
    [DEPUTY, 'dropPicture', { activity: none, picture }],
    [OTHER, 'dropPicture', { activity, picture }],
    [DEPUTY, 'dropPicture', { activity, picture: 'f000000000000' }],
    [STAFF, 'settlePicture', { activity: none, picture, release: true }],
    [STAFF, 'settlePicture', { activity, picture: 'f000000000000', release: true }],
    [DEPUTY, 'openPictures', { activity: none }],
  ] as const;
  for (const [openid, action, input] of wrong)
    expect([action, (await duty.act(openid, action, input)).code]).toEqual([action, 'not-found']);
  await duty.act(DEPUTY, 'withdraw', { activity, reason: '记错了' });
  const settle = { activity, picture, release: true };
  expect(await duty.act(STAFF, 'settlePicture', settle)).toMatchObject({ code: 'not-found' });
  expect(await add(DEPUTY, activity)).toMatchObject({ code: 'wrong-state', details: { state: 'withdrawn' } });
});
