/** In a closed township every action that writes is refused at the door; each is named with its reason where it is not. */
import { main as congress } from '../../../cloudfunctions/congress/index';
import { main as duty } from '../../../cloudfunctions/duty/index';
import { main as notify } from '../../../cloudfunctions/notify/index';
import { main as overview } from '../../../cloudfunctions/overview/index';
import { main as publicity } from '../../../cloudfunctions/publicity/index';
import { main as reception } from '../../../cloudfunctions/reception/index';
import { onRosterChanged } from '../../../cloudfunctions/reception/events/on-roster-changed';
import { onInvitationChanged } from '../../../cloudfunctions/registry/events/on-invitation-changed';
import { main as registry } from '../../../cloudfunctions/registry/index';
import { main as report } from '../../../cloudfunctions/report/index';
import { main as request } from '../../../cloudfunctions/request/index';
import { ACCESS, type Access } from '../../../cloudfunctions/shared/access';
import type { Role } from '../../../miniprogram/contract/roles';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import type { Table } from '../../support/listed-actions';
import { newKey } from '../request/requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

jest.mock('../../../cloudfunctions/shared/serve', () => {
  const v = jest.requireActual<typeof import('valibot')>('valibot');
  const real = jest.requireActual<{ serve: (...all: unknown[]) => unknown }>(
    '../../../cloudfunctions/shared/serve',
  );
  const tables: Table[] = [];
  const input = v.looseObject({ township: v.string() });
  const run = () => Promise.resolve({ ok: true, data: 'ran' });
  /** The door before actions that take any input and do nothing, but for the ones of this story. */
  const serve = (fn: string, actions: Table['actions'], ...rest: unknown[]) => {
    tables.push({ fn, actions });
    const isReal = (name: string) => fn === 'notify' || ['closeTownship', 'book', 'takeOver'].includes(name);
    const shown = Object.entries(actions).map(([name, load]) => [
      name,
      isReal(name) ? load : async () => ({ ...(await load()), input, run }),
    ]);
    return real.serve(fn, Object.fromEntries(shown), ...rest);
  };
  return { ...real, serve, tables };
});
const { tables } = jest.requireMock<{ tables: Table[] }>('../../../cloudfunctions/shared/serve');

const accessOf = (fn: string, action: string): Access =>
  (ACCESS as unknown as Record<string, Record<string, Access>>)[fn]?.[action] as Access;
interface Listed {
  fn: string;
  action: string;
  write: boolean;
  access: Access;
}
let all: readonly Listed[];
let refused: readonly Listed[];

let cloud: InProcessCloud;
beforeAll(async () => {
  const listed = tables.flatMap(({ fn, actions }) =>
    Object.entries(actions)
      .filter(([name]) => fn !== 'notify' && !['closeTownship', 'book', 'takeOver'].includes(name))
      .map(async ([action, load]) => ({ fn, action, ...(await load()), access: accessOf(fn, action) })),
  );
  all = await Promise.all(listed);
  refused = all.filter(
    ({ write, access }) => write && access.by !== 'platform' && access.whenClosed === undefined,
  );
  cloud = await startInProcess({
    congress,
    duty,
    notify,
    overview,
    publicity,
    reception,
    registry,
    report,
    request,
  });
});

interface Grant {
  township: string;
  state: string;
  role: Role;
  openid: string;
}
/** Somebody who may. */
function holderOf(access: Access): string {
  if (!('roles' in access)) return 'a-villager';
  const held = cloud
    .documents<Grant>('invitations')
    .find(
      ({ township, state, role }) =>
        township === 'bh' && state === 'confirmed' && access.roles.includes(role),
    );
  if (!held) throw new Error('nobody holds such a role');
  return held.openid;
}

async function codes(some: readonly Listed[]): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const { fn, action, access } of some) {
    cloud.clock.set(cloud.clock.now() + 2_000);
    const caller = { openid: holderOf(access), key: newKey() };
    const { ok, code } = await cloud.invoke(fn, action, { township: 'bh' }, caller);
    said[`${fn}.${action}`] = ok ? 'ran' : String(code);
  }
  return said;
}
const every = (some: readonly Listed[], code: string) =>
  Object.fromEntries(some.map(({ fn, action }) => [`${fn}.${action}`, code]));

async function turn(closed: boolean) {
  const openid = holderOf({ by: 'role', roles: ['admin'] });
  const input = { township: 'bh', closed, words: '并入青石镇' };
  const done = await cloud.invoke('registry', 'closeTownship', input, { openid, key: newKey() });
  cloud.clock.set(cloud.clock.now() + 61_000);
  await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: 'a-villager' });
  cloud.clock.set(cloud.clock.now() + 61_000);
  return done;
}

test('a closed township can be closed no second time, and hands over to a township that there is', async () => {
  const openid = holderOf({ by: 'role', roles: ['admin'] });
  const close = (input: object) =>
    cloud.invoke('registry', 'closeTownship', { township: 'bh', ...input }, { openid, key: newKey() });
  expect(await close({ closed: false, words: '某' })).toMatchObject({ code: 'wrong-state' });
  expect(await close({ closed: true, words: '某', to: 'nowhere' })).toMatchObject({ code: 'not-found' });
  expect(await close({ closed: true, words: '某', to: 'bh' })).toMatchObject({ code: 'not-found' });
  expect(await close({ closed: true, words: '某', to: 'qs' })).toMatchObject({ ok: true });
  expect(await close({ closed: true, words: '某' })).toMatchObject({ code: 'wrong-state' });
  cloud.clock.set(cloud.clock.now() + 61_000);
  const listed = await cloud.invoke(
    'registry',
    'closeTownship',
    { township: 'bh', closed: false, words: '某' },
    { openid, key: newKey() },
  );
  expect(listed).toMatchObject({ ok: true });
});

test('every act is refused while the township is closed, reads go on, and all is as before when it is opened', async () => {
  expect(refused.length).toBeGreaterThan(80);
  expect(await codes(refused)).toEqual(every(refused, 'ran'));
  expect(await turn(true)).toMatchObject({ ok: true });
  expect(await codes(refused)).toEqual(every(refused, 'township-closed'));
  const reads = all.filter(({ write, access }) => !write && access.by !== 'platform');
  expect(await codes(reads)).toEqual(every(reads, 'ran'));
  expect(await turn(false)).toMatchObject({ ok: true });
  expect(await codes(refused)).toEqual(every(refused, 'ran'));
});

const DATE = '2026-12-07';

/** What books the first free place of that day. */
function booking() {
  const days = cloud.documents<{ township: string; date: string; place: Record<string, string | 0> }>('days');
  const day = days.find(({ township, date }) => township === 'bh' && date === DATE);
  const [place = ''] = Object.entries(day?.place ?? {}).find(([id, by]) => by === 0 && /\d$/.test(id)) ?? [];
  const [home = ''] = place.split('-');
  const person = { wish: { who: 'any' }, whom: 'self', name: '王先生' };
  const wish = { township: 'bh', date: DATE, home, place, ...person };
  return () => cloud.invoke('reception', 'book', wish, { openid: 'a-villager', key: newKey() });
}

test('a day that was published ahead takes no booking while its township is closed, nor gives a slip away', async () => {
  const book = booking();
  const slip = { township: 'bh', date: DATE, home: 'h1', half: 'am', number: 1, code: 'AAAAA' };
  const takeOver = () => cloud.invoke('reception', 'takeOver', slip, { openid: 'a-villager', key: newKey() });
  await turn(true);
  expect(await book()).toMatchObject({ ok: false, code: 'township-closed' });
  expect(await takeOver()).toMatchObject({ ok: false, code: 'township-closed' });
  await turn(false);
  expect(await takeOver()).toMatchObject({ ok: false, code: 'code-wrong' });
  expect(await book()).toMatchObject({ ok: true });
});

describe('what was under way when the township was closed', () => {
  beforeAll(() => turn(true));
  afterAll(() => turn(false));
  const event = { id: 'e1', township: 'bh', collection: '', document: '', by: 'system', at: 0 };

  test('a day that is published after the others were closed is closed as well', async () => {
    const book = booking();
    cloud.replace(
      'days',
      cloud.documents<{ _id: string }>('days').filter(({ _id }) => _id !== `bh~${DATE}`),
    );
    const about = { year: 2026, date: DATE };
    await onRosterChanged({ ...event, event: 'roster-published', about }, cloud.clock.now());
    expect(cloud.documents<{ _id: string }>('days').some(({ _id }) => _id === `bh~${DATE}`)).toBe(true);
    expect(await book()).toMatchObject({ ok: false, code: 'township-closed' });
  });

  test('a day that was withdrawn before, and is published anew after it was closed, is closed as well', async () => {
    const book = booking();
    const days = cloud.documents<{ _id: string; publication?: number }>('days');
    const day = days.find(({ _id }) => _id === `bh~${DATE}`);
    if (!day) throw new Error('no such day');
    expect(day).toHaveProperty('closedBefore');
    const withdrawn = { ...day, state: 'draft', publication: (day.publication ?? 0) - 1 };
    cloud.replace('days', [...days.filter((one) => one !== day), withdrawn]);
    const about = { year: 2026, date: DATE };
    await onRosterChanged({ ...event, event: 'roster-published', about }, cloud.clock.now());
    const after = cloud.documents<{ _id: string }>('days').find(({ _id }) => _id === `bh~${DATE}`);
    expect(after).toMatchObject({ state: 'published', publication: day.publication });
    expect(await book()).toMatchObject({ ok: false, code: 'township-closed' });
  });

  test('a grant that is confirmed after the others were shut is shut as well', async () => {
    const openid = holderOf({ by: 'role', roles: ['staff'] });
    const grants = cloud.documents<Grant & { _id: string; shut?: true }>('invitations');
    const grant = grants.find((one) => one.openid === openid);
    if (!grant) throw new Error('no such grant');
    const { shut, ...late } = grant;
    expect(shut).toBe(true);
    cloud.replace('invitations', [...grants.filter((one) => one !== grant), late]);
    const about = { invitation: grant._id };
    await onInvitationChanged({ ...event, event: 'invitation-confirmed', about }, cloud.clock.now());
    const after = cloud.documents<{ _id: string }>('invitations').find(({ _id }) => _id === grant._id);
    expect(after).toHaveProperty('shut', true);
  });
});

test('a grant that was shut a moment after its township was opened is open again by its own event', async () => {
  const openid = holderOf({ by: 'role', roles: ['staff'] });
  const grants = cloud.documents<Grant & { _id: string }>('invitations');
  const grant = grants.find((one) => one.openid === openid);
  if (!grant) throw new Error('no such grant');
  cloud.replace('invitations', [...grants.filter((one) => one !== grant), { ...grant, shut: true }]);
  const event = { id: 'e2', township: 'bh', collection: '', document: '', by: 'system', at: 0 };
  const about = { invitation: grant._id };
  await onInvitationChanged({ ...event, event: 'invitation-confirmed', about }, cloud.clock.now());
  const after = cloud.documents<{ _id: string }>('invitations').find(({ _id }) => _id === grant._id);
  expect(after).not.toHaveProperty('shut');
});
