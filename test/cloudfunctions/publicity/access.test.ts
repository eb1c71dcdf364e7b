/** Who may do what, cell by cell: roles × actions, and states × acts, asked of the artefacts. */
import { ARTICLE_LIFE, type LifeStep } from '../../../cloudfunctions/publicity/articles/rules/article-life';
import { ACCESS, type Access } from '../../../cloudfunctions/shared/access';
import { invite } from '../../../local/townships/grants';
import type { ArticleState } from '../../../miniprogram/contract/article';
import { ROLE_LABELS } from '../../../miniprogram/contract/roles';
import { ARTICLE_STATES } from '../../../miniprogram/contract/publicity-labels';
import type { Role } from '../../../miniprogram/contract/roles';
import { fairShare } from '../../support/fair-share';
import { inputs, type Act } from './inputs';
import { BH, CHIEF, openPublicity, STAFF, type Publicity } from './office';

jest.setTimeout(120_000);

const ROLES = Object.keys(ROLE_LABELS) as Role[];
const openidOf = (role: Role) => `only-${role}`;

let office: Publicity;
beforeAll(async () => {
  office = await openPublicity();
  const now = office.clock.now();
  const grants = ROLES.map((role) =>
    invite(
      BH,
      {
        code: `only${role}`,
        role,
        name: '某',
        openid: openidOf(role),
        person: 'p5',
        group: 'g3',
        village: 'v4',
      },
      now,
    ),
  );
  await office.database.importDocuments('invitations', grants);
});
afterAll(() => office.close());

const rules = Object.entries(ACCESS.publicity as Readonly<Record<Act, Access>>) as [Act, Access][];

const isOpen = (access: Access, role: Role) =>
  access.by === 'account' || (access.by === 'role' && access.roles.includes(role));

/** In `npm test` an eighth of the refusals, of roles and of states, other ones for each action; the proof has all. */
it.each(rules)('%s is open to whom the table says and nobody else', async (action, access) => {
  const input = inputs()[action];
  const refused = ROLES.filter((role) => !isOpen(access, role));
  const at = rules.findIndex(([one]) => one === action);
  for (const role of [...ROLES.filter((one) => isOpen(access, one)), ...fairShare(refused, 8, at)]) {
    const { code } = await office.ask(openidOf(role), action, input);
    const open = isOpen(access, role);
    expect(`${role} ${String(code === 'not-allowed')}`).toBe(`${role} ${String(!open)}`);
    expect(code).not.toBe('bad-input');
  }
  const elsewhere = await office.ask(openidOf('chief'), action, { ...input, township: 'qs' });
  if (access.by !== 'account') expect(elsewhere.code).toBe('not-allowed');
});

const ACTS: readonly (readonly [Act, LifeStep['act']])[] = [
  ['submit', 'submit'],
  ['withdraw', 'withdraw'],
  ['review', 'review'],
  ['approve', 'approve'],
  ['sendBack', 'send-back'],
  ['reopen', 'reopen'],
  ['drop', 'drop'],
  ['restore', 'restore'],
  ['markPublished', 'mark-published'],
  ['handOver', 'hand-over'],
  ['takeBack', 'take-back'],
  ['push', 'push'],
];

const stepOf = (act: LifeStep['act']) => ARTICLE_LIFE.find((one) => one.act === act);
const states = Object.keys(ARTICLE_STATES) as ArticleState[];

describe.each(states)('an article that is %s', (state) => {
  const taken = ACTS.filter(([, act]) => stepOf(act)?.from.includes(state));
  const refused = ACTS.filter((one) => !taken.includes(one));
  it.each([...taken, ...fairShare(refused, 8, states.indexOf(state))])('%s', async (action, act) => {
    const step = stepOf(act);
    for (const [at, openid] of [STAFF, CHIEF].entries()) {
      const template = await pattern();
      const _id = `${BH}~${state.replace(/\W/g, '').slice(0, 4).padEnd(4, '0')}${action.slice(0, 8).toLowerCase().padEnd(8, '0')}000${String(at)}`;
      await office.database.importDocuments('articles', [{ ...template, _id, state, acts: [] }]);
      const { ok, code } = await office.ask(openid, action, inputs(_id, template.edition)[action]);
      if (step?.actor === 'chief' && openid === STAFF) expect(code).toBe('not-allowed');
      // Whoever wrote it does not read it a second time for others.
      else if (act === 'review' && openid === STAFF && state === 'submitted')
        expect(code).toBe('own-article');
      else if (step?.from.includes(state)) expect([ok, code]).toEqual([true, undefined]);
      else expect(code).toBe('wrong-state');
      expect(office.article(_id).state).toBe(ok ? step?.to : state);
    }
  });
});

let approved: ReturnType<Publicity['article']> | undefined;
/** An article that nothing but its state stands against. */
async function pattern() {
  approved ??= office.article((await office.approved({ title: '样子' })).article);
  return approved;
}
