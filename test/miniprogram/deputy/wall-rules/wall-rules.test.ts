/** @jest-environment jsdom */
import { clearScreen, readScreen, showPage } from '../../../support/components';
import { NOW } from '../../../support/sample-answers';

const RULE = `bh~${'0'.repeat(16)}`;
const IN_FORCE = { version: 1, body: '每月一次。', since: '2026-01-01', by: '陈样样', at: NOW };
const OLDER = {
  version: 1,
  body: '每季一次。',
  since: '2025-01-01',
  until: '2026-01-01',
  by: '陈样样',
  at: NOW,
};

interface Sent {
  action: string;
  key?: string;
  input: { edition?: number };
}
const sent: Sent[] = [];
let role = 'staff';
let rules: object[] = [];
let rule: object = {};
let refusal: object | undefined;

const ANSWERS: Readonly<Record<string, () => object>> = {
  whoAmI: () => ({ account: 'a', grants: [{ role, state: 'confirmed' }] }),
  wallRules: () => ({ rules }),
  wallRule: () => rule,
  saveWallRule: () => ({ rule: RULE, edition: 4 }),
  actOnWallRule: () => ({ edition: 4 }),
};

beforeEach(() => {
  sent.length = 0;
  role = 'staff';
  refusal = undefined;
  rules = [{ rule: RULE, title: '学习培训制度', version: 1, since: '2026-01-01', drafted: true }];
  rule = {
    rule: RULE,
    title: '学习培训制度',
    version: 1,
    edition: 3,
    inForce: IN_FORCE,
    earlier: [OLDER],
    draft: { body: '每两月一次。', by: '文样样', at: NOW },
  };
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  const callFunction = ({ data }: { data: Sent }) => {
    sent.push(data);
    const refused = data.key === undefined ? undefined : refusal;
    return Promise.resolve({ result: refused ?? { ok: true, data: ANSWERS[data.action]?.() } });
  };
  Object.assign(wx, { cloud: { callFunction } });
});
afterEach(() => {
  clearScreen();
  jest.restoreAllMocks();
});

interface WallRules {
  open(event: object): Promise<void>;
  write(): void;
  chooseTitle(event: object): void;
  typeBody(event: object): void;
  save(): Promise<void>;
  act(event: object): Promise<void>;
  data: { lacking: string; form: { title: string; body: string } | null };
}

async function show() {
  const { page } = await showPage('deputy/wall-rules/wall-rules');
  return { page, rules: page.instance as unknown as WallRules };
}
const of = (dataset: object) => ({ currentTarget: { dataset } });

test('a deputy reads what is in force, and writes nothing', async () => {
  role = 'deputy';
  rules = [{ rule: RULE, title: '学习培训制度', version: 1, since: '2026-01-01' }];
  rule = { rule: RULE, title: '学习培训制度', version: 1, edition: 3, inForce: IN_FORCE, earlier: [] };
  const { page, rules: screen } = await show();
  expect(readScreen(page)).toContain('2026年1月1日起施行');
  expect(readScreen(page)).not.toContain('写一项制度');
  await screen.open(of({ id: RULE }));
  expect(readScreen(page)).toContain('每月一次。');
  expect(readScreen(page)).toContain('打印上墙');
  expect(readScreen(page)).not.toMatch(/修订|施行起|停止/);
});

test('usual titles are offered, those that are there are not; an empty text cannot be saved', async () => {
  const { page, rules: screen } = await show();
  screen.write();
  expect(readScreen(page)).toContain('代表述职制度');
  expect(readScreen(page)).not.toContain('学习培训制度');
  screen.chooseTitle({ detail: { id: '代表述职制度' } });
  expect(screen.data.lacking).toContain('内容要自己写');
  screen.typeBody({ detail: { value: ' \n' } });
  expect(screen.data.lacking).not.toBe('');
  screen.typeBody({ detail: { value: '每年一次。' } });
  expect(screen.data.lacking).toBe('');
  await screen.save();
  expect(sent.find(({ action }) => action === 'saveWallRule')?.input).toMatchObject({
    title: '代表述职制度',
    body: '每年一次。',
    edition: 0,
  });
});

test('a draft is gone on with; an answer that was lost is asked for again under the same key', async () => {
  const { page, rules: screen } = await show();
  await screen.open(of({ id: RULE }));
  expect(readScreen(page)).toContain('文样样写的草稿，还没有施行');
  expect(readScreen(page)).not.toContain('从这天起施行');
  screen.write();
  expect(screen.data.form?.body).toBe('每两月一次。');
  refusal = { ok: false, code: 'busy' };
  await screen.save();
  expect(screen.data.form?.body).toBe('每两月一次。');
  refusal = undefined;
  await screen.save();
  const saves = sent.filter(({ action }) => action === 'saveWallRule');
  expect(saves.length).toBeGreaterThan(1);
  expect(new Set(saves.map(({ input }) => input.edition))).toEqual(new Set([3]));
  expect(new Set(saves.map(({ key }) => key)).size).toBe(1);
});

test('the chief puts the draft into force on the edition that was read', async () => {
  role = 'chief';
  const { page, rules: screen } = await show();
  await screen.open(of({ id: RULE }));
  expect(readScreen(page)).toContain('从这天起施行');
  expect(readScreen(page)).toContain('每季一次。');
  await screen.act(of({ act: 'enforce' }));
  const [acted] = sent.filter(({ action }) => action === 'actOnWallRule');
  expect(acted?.input).toMatchObject({ rule: RULE, edition: 3, act: 'enforce', on: '2026-11-23' });
  expect(readScreen(page)).toContain('施行了');
});
