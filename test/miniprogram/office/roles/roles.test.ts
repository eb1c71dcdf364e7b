/** @jest-environment jsdom */
import { clearScreen, readScreen, showPage } from '../../../support/components';
import { places } from '../../../support/sample-answers';

const asked: Record<string, unknown>[] = [];
const row = (name: string) => {
  return {
    invitation: name,
    role: 'deputy',
    name,
    state: 'claimed',
    since: 0,
    expiresAt: 0,
    tries: 0,
    own: false,
  };
};

/** Pages of one invitation each; where `names` has none any more the server refuses. */
function answerWith(names: readonly string[]): void {
  const list = (after = 0) => {
    const name = names[after];
    if (name === undefined) return { ok: false, code: 'internal' };
    return { ok: true, data: { rows: [row(name)], next: String(after + 1) } };
  };
  const callFunction = ({ data }: { data: { action: string; input: { after?: string } } }) => {
    const { action, input } = data;
    if (action === 'places') return Promise.resolve({ result: { ok: true, data: places } });
    if (action !== 'listInvitations') return Promise.resolve({ result: { ok: false, code: 'internal' } });
    asked.push(input);
    return Promise.resolve({ result: list(Number(input.after ?? 0)) });
  };
  Object.assign(wx, { cloud: { callFunction } });
}

beforeEach(() => {
  asked.length = 0;
});
afterEach(clearScreen);

interface Roles {
  find(event: object): void;
  findAll(): Promise<void>;
}

test('a name is looked for through all pages, until one does not come; then it says so', async () => {
  answerWith(['甲样样', '乙样样']);
  const { page } = await showPage('office/roles/roles');
  const roles = page.instance as unknown as Roles;
  roles.find({ detail: { value: '乙' } });
  expect(readScreen(page)).toContain('没有找到');
  await roles.findAll();
  expect(readScreen(page)).toContain('乙样样');
  expect(asked).toHaveLength(3);
  expect(readScreen(page)).toContain('再试');
});
