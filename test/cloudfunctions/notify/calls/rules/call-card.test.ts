/** Whom the office telephones: a deputy by name, a villager masked, never a number on the list. */
import { toCall } from '../../../../../cloudfunctions/notify/calls/rules/call-card';

const people = [
  { id: 'p5', name: '马样样' },
  { id: 'p6', name: '文样样' },
] as never;
const open = (sealed: string) => sealed.replace('sealed ', '');
const called = { _id: 'c', title: '候补到了', call: '您来得了吗？', at: 7 };

it('a deputy is named, with the role', () => {
  expect(toCall({ ...called, person: 'p6', phone: 'x' }, people, open)).toStrictEqual({
    call: 'c',
    who: '文样样',
    role: '人大代表',
    about: '候补到了',
    sentence: '您来得了吗？',
    at: 7,
    phone: true,
    state: 'open',
  });
});

it('a villager is masked, and one who left no name is said to have left none', () => {
  const villager = toCall({ ...called, name: 'sealed 王大山', called: { state: 'missed' } }, people, open);
  expect(villager).toMatchObject({ phone: false, state: 'missed' });
  expect(villager).not.toHaveProperty('role');
  expect(villager.who).not.toContain('大');
  expect(villager.who).toMatch(/^王/);
  expect(toCall(called, people, open).who).toBe('没留称呼');
});
