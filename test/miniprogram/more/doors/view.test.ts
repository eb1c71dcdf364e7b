import { doorsFor } from '../../../../miniprogram/more/doors/view';
import { DOORS } from '../../../../miniprogram/view/doors';

const idsFor = (named: string): string[] => doorsFor(named, DOORS).doors.map(({ id }) => id);

test('danger comes first, and no door is missing', () => {
  expect(idsFor('')).toEqual(['emergency', 'court', 'legal-aid', 'petition', 'hotline']);
});

test('the door that the office named comes before all others, which stay', () => {
  expect(idsFor('petition')).toEqual(['petition', 'emergency', 'court', 'legal-aid', 'hotline']);
  expect(doorsFor('petition', DOORS).intro).toContain('第一个地方');
});

test('a door that this version does not know changes nothing', () => {
  expect(doorsFor('moon', DOORS)).toEqual(doorsFor('', DOORS));
});
