import { DISCIPLINE, DOORS } from '../../../../miniprogram/more/doors/door-list';
import { doorsFor } from '../../../../miniprogram/more/doors/view';

const idsFor = (named: string, stopped = false): string[] =>
  doorsFor(named, DOORS, stopped).doors.map(({ id }) => id);

test('danger comes first, and no door is missing', () => {
  expect(idsFor('')).toEqual(['emergency', 'court', 'discipline', 'legal-aid', 'petition', 'hotline']);
});

test('the door that the office named comes before all others, which stay', () => {
  expect(idsFor('petition')[0]).toBe('petition');
  expect(idsFor('petition')).toHaveLength(DOORS.length);
  expect(doorsFor('petition', DOORS).intro).toContain('第一个地方');
});

test('whoever was stopped before sending sees that one door, and that nothing was sent', () => {
  expect(idsFor(DISCIPLINE, true)).toEqual([DISCIPLINE]);
  expect(doorsFor(DISCIPLINE, DOORS, true).intro).toContain('没有交出去');
  expect(JSON.stringify(DOORS.find(({ id }) => id === DISCIPLINE))).toContain('12388');
});

test('a door that this version does not know changes nothing', () => {
  expect(doorsFor('moon', DOORS)).toEqual(doorsFor('', DOORS));
});
