/**
 * Several invited at once: each under a key of its own, whoever fails stays chosen, the slips of all that went out.
 * @jest-environment jsdom
 */
import { clearScreen, readScreen, showComponent, type Shown } from '../../../support/components';

type Asked = { action: string; input: Record<string, unknown>; key?: string };
const asked: Asked[] = [];
/** Who is refused once. */
let refused = '';
/** Whom somebody else invited meanwhile. */
let taken = '';
const people = ['甲样样', '乙样样', '丙样样'].map((name, n) => ({
  person: `p${String(n)}`,
  name,
  role: 'deputy',
}));

function answer({ action, input }: Asked): object {
  if (action === 'listUninvited') {
    const sent = asked.filter((one) => one.action === 'issueInvitation').map((one) => one.input['person']);
    return {
      ok: true,
      data: {
        people: people
          .filter(({ person }) => !sent.includes(person) || person === refused)
          .filter(({ person }) => person !== taken),
      },
    };
  }
  if (action === 'issueInvitation' && input['person'] === refused) return { ok: false, code: 'role-beyond' };
  if (action === 'issueInvitation')
    return { ok: true, data: { invitation: `bh~${String(input['person'])}` } };
  return { ok: false, code: 'internal' };
}

beforeEach(() => {
  asked.length = 0;
  refused = '';
  taken = '';
  const callFunction = ({ data }: { data: Asked }) => {
    asked.push(data);
    return Promise.resolve({ result: answer(data) });
  };
  Object.assign(wx, { cloud: { callFunction } });
});
afterEach(clearScreen);

interface Many {
  load(): Promise<void>;
  chooseAll(): void;
  choose(event: object): void;
  type(event: object): void;
  send(): Promise<void>;
}

async function open(): Promise<{ page: Shown; many: Many }> {
  const page = showComponent('office/roles/invite-many/invite-many');
  const many = page.instance as unknown as Many;
  await many.load();
  return { page, many };
}
const of = (id: string, value = '') => ({ currentTarget: { dataset: { id } }, detail: { value } });
const issues = () => asked.filter(({ action }) => action === 'issueInvitation');

test('chosen ones go out with their digits; whoever does not is named and stays chosen, under the same key', async () => {
  const { page, many } = await open();
  many.chooseAll();
  expect(readScreen(page)).toContain('还有 3 位没填手机号后四位');
  many.choose(of('p2'));
  many.type(of('p0', '0135'));
  expect(readScreen(page)).toContain('还有 1 位没填手机号后四位');
  await many.send();
  expect(issues()).toEqual([]);
  many.type(of('p1', '2468'));
  refused = 'p1';
  await many.send();
  expect(issues().map(({ input }) => [input['person'], input['phoneLast4']])).toEqual([
    ['p0', '0135'],
    ['p1', '2468'],
  ]);
  expect(asked.find(({ action }) => action === 'invitationSlips')?.input['invitations']).toEqual(['bh~p0']);
  expect(readScreen(page)).toContain('发了 1 份邀请。没发成的还选着：乙样样');
  refused = '';
  await many.send();
  const [, first, again] = issues();
  expect([again?.input['person'], again?.key]).toEqual(['p1', first?.key]);
});

test('whoever was invited by another meanwhile is no longer chosen either', async () => {
  const { page, many } = await open();
  many.choose(of('p0'));
  many.type(of('p0', '0135'));
  expect(readScreen(page)).toContain('发 1 份');
  taken = 'p0';
  await many.load();
  expect(readScreen(page)).not.toContain('甲样样');
  expect(readScreen(page)).not.toContain('发 1 份');
});
