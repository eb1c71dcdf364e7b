/** A row of the audit as it is read: who did what with which one, in names, and never what anybody said. */
import { toAuditCard, type Names } from '../../../../../cloudfunctions/notify/audit/rules/audit-card';
import type { AuditRow } from '../../../../../cloudfunctions/notify/audit/rules/seal';
import {
  actId,
  AUDIT_KINDS,
  nameAct,
  nameThing,
  partsOfAct,
} from '../../../../../cloudfunctions/notify/audit/rules/audit-words';
import { ROLE_LABELS } from '../../../../../miniprogram/contract/roles';

const names = {
  directory: {
    people: [
      { id: 'p5', name: '马样样' },
      { id: 'p6', name: '文样样' },
    ],
    homes: [{ id: 'h1', name: '城关代表之家' }],
    groups: [{ id: 'g1', name: '第一小组' }],
    villages: [{ id: 'v4', name: '双井村' }],
    units: [{ id: 'u1', name: '交通办' }],
  },
  grants: [{ id: 'bh~i', account: 'staff', role: 'staff', name: '干事样' }],
  numbers: new Map([['bh~r', '1201-XX']]),
} as unknown as Names;
const row = (changes: Partial<AuditRow>) =>
  toAuditCard(
    {
      _id: 'x',
      at: 7,
      by: 'p5',
      collection: 'requests',
      document: 'bh~r',
      act: 'take',
      of: '',
      from: '',
      to: '',
      ...changes,
    } as AuditRow,
    names,
  );

it('says who, what and which one', () => {
  expect(row({})).toMatchObject({
    row: 'x',
    at: 7,
    by: 'p5',
    who: '马样样',
    act: 'requests.take',
    on: '群众意见 1201-XX',
  });
});

it.each([
  ['the clock', 'system', '系统'],
  ['nobody', '', '系统'],
  ['a person of the directory', 'p6', '文样样'],
  ['an account with a role', 'staff', `干事样（${ROLE_LABELS.staff}）`],
  ['a villager, told apart by a few letters', 'abcdefgh', '群众 abcd'],
])('%s', (_who, by, said) => {
  expect(row({ by }).who).toBe(said);
});

it.each([
  ['a request that the reader may not know of has no number', { document: 'bh~other' }, '群众意见'],
  ['a day', { collection: 'days', document: 'bh~2026-12-07' }, '接访日 2026年12月7日'],
  ['a year', { collection: 'rosters', document: 'bh~2026' }, '值班表 2026年'],
  ['an invitation that is known', { collection: 'invitations', document: 'bh~i' }, /^身份 .+ 干事样$/],
  ['an invitation that is not', { collection: 'invitations', document: 'bh~z' }, '身份'],
  ['what has no name of its own', { collection: 'townships', document: 'bh' }, '名册和设置'],
  ['a day that only begins like one', { collection: 'days', document: 'bh~2026-12-07x' }, '接访日'],
])('%s', (_what, changes, said) => {
  expect(row(changes).on).toMatch(said instanceof RegExp ? said : new RegExp(`^${said}$`));
});

it('names whom it was about, in the order in which it went, each once', () => {
  expect(row({ of: 'p5', from: 'u1', to: 'p6' }).on).toBe('群众意见 1201-XX 马样样 → 交通办 → 文样样');
  expect(row({ of: 'g1', from: 'h1', to: 'v4' }).on).toBe(
    '群众意见 1201-XX 第一小组 → 城关代表之家 → 双井村',
  );
  expect(row({ of: 'p5', from: 'p5', to: 'nobody' }).on).toBe('群众意见 1201-XX 马样样');
});

it('an act that nobody has named is still a line', () => {
  expect(row({ act: 'no-such' }).did).toBe('办了一件事');
  expect(row({ collection: 'none', act: 'no-such', document: '' })).toMatchObject({
    did: '办了一件事',
    on: '',
  });
});

it('an act’s name in a filter is read back, whatever stands in it', () => {
  for (const { of, acts } of AUDIT_KINDS)
    for (const act of Object.keys(acts)) expect(partsOfAct(actId(of, act))).toEqual({ collection: of, act });
});

it('of one name several acts are called by where they happen', () => {
  expect([nameAct('disputes', 'dispute'), nameAct('days', 'erase'), nameAct('articles', 'erase')]).toEqual([
    '提出',
    '按本人要求删除',
    '内容已删除',
  ]);
  expect([nameAct('activities', 'opinion-accept'), nameAct('activities', 'accept')]).toEqual([
    '签收',
    undefined,
  ]);
  expect([nameAct('presidium', 'upward')?.startsWith('记下'), nameThing('ties'), nameThing('none')]).toEqual([
    true,
    '结对帮扶',
    '',
  ]);
});
