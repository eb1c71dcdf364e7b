import { readerOf, seesNote } from '../../../../../cloudfunctions/congress/presidium/rules/note-readers';
import type { Role } from '../../../../../miniprogram/contract/roles';

const sees = (role: Role, kind: 'opinion' | 'difficulty', as?: string): boolean =>
  seesNote(readerOf([{ role, ...(as !== undefined && { person: as }) }]), { kind, person: 'p5' });

it('what deputies think is for the office and the presidium, a difficulty for the presidium alone', () => {
  const of = (kind: 'opinion' | 'difficulty') =>
    (['staff', 'chief', 'presidium', 'deputy', 'unit'] as const).map((role) => sees(role, kind));
  expect(of('opinion')).toEqual([true, true, true, false, false]);
  expect(of('difficulty')).toEqual([false, true, true, false, false]);
});

it('whose note it is sees it in either case; a note of nobody is nobody’s own', () => {
  expect([sees('deputy', 'difficulty', 'p5'), sees('deputy', 'opinion', 'p5')]).toEqual([true, true]);
  expect([sees('deputy', 'difficulty', 'p6'), sees('deputy', 'opinion', 'p6')]).toEqual([false, false]);
  expect(seesNote(readerOf([{ role: 'deputy', person: 'p6' }]), { kind: 'opinion' } as never)).toBe(false);
});

it('of several roles the one that sees decides', () => {
  const reader = readerOf([
    { role: 'deputy', person: 'p1' },
    { role: 'presidium', person: 'p2' },
    { role: 'staff' },
  ]);
  expect(reader).toEqual({ oversees: true, sits: true, persons: ['p1', 'p2'] });
});
