import { sayReason, toPaper, villagesFor } from '../../../../miniprogram/office/enter/view';
import type { Grant } from '../../../../miniprogram/contract/registry';
import type { Role } from '../../../../miniprogram/contract/roles';
import { emptyDraft } from '../../../../miniprogram/platform/drafts';
import { places, request } from '../../../support/sample-answers';

const grant = (role: Role, village?: string): Grant => ({
  role,
  name: '样样',
  state: 'confirmed',
  since: 0,
  ...(village !== undefined && { village }),
});

test('a village helper enters for the own village alone, the office for all', () => {
  expect(villagesFor([grant('helper', 'v2')], places)).toEqual([{ id: 'v2', text: '柳树城村' }]);
  expect(villagesFor([grant('staff')], places)).toHaveLength(places.villages.length);
  expect(villagesFor([grant('deputy')], places)).toEqual([]);
});

test('one thing after the other is asked for; a recording alone is enough', () => {
  const draft = { ...emptyDraft('bh'), village: 'v2' };
  expect(sayReason(draft, '')).toContain('住哪个村');
  expect(sayReason(draft, 'v2')).toContain('怎么称呼');
  expect(sayReason({ ...draft, name: '张大爷' }, 'v2')).toContain('哪方面');
  const known = { ...draft, name: '张大爷', category: 'water' };
  expect(sayReason(known, 'v2')).toContain('有一样就行');
  expect(sayReason({ ...known, recordings: [{ i: 1, path: '/a', seconds: 3 }] }, 'v2')).toBe('');
  expect(sayReason({ ...known, text: '渠', phone: '12' }, 'v2')).toContain('电话号码');
});

test('the paper has the number and where to ask, never what it is about', () => {
  const { owner, reason } = request;
  const route = { owner, reason, groupName: '第二代表小组' };
  const paper = toPaper(
    { request: 'r1', number: '1123-K7Q2', route, nextDate: '2026-11-26' },
    '张大爷',
    places.homes,
    '2026-11-23',
  );
  expect(paper).toMatchObject({
    number: '1123-K7Q2',
    route: '交给 第二代表小组 李样样',
    next: '11月26日前联系',
  });
  expect(JSON.stringify(paper)).not.toContain('水');
});
