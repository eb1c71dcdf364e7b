import { papersFor, toPaperView } from '../../../../../cloudfunctions/congress/session/rules/papers-for';
import type { SessionPaper } from '../../../../../miniprogram/contract/congress/session';

const open = { id: 'p1', title: '报告' } as SessionPaper;
const scan = { id: 'p2', title: '议案', bill: 'b1' } as SessionPaper;
const bills = [{ _id: 'b0' }, { _id: 'b1', persons: ['p5', 'p6'] }];
const seen = (more: object) => papersFor([open, scan], { keeps: false, bills, ...more }).map(({ id }) => id);

it('the scan of a bill is seen by whoever moved it or keeps the session, by nobody else', () => {
  expect(seen({ person: 'p5' })).toEqual(['p1', 'p2']);
  expect(seen({ keeps: true })).toEqual(['p1', 'p2']);
  expect([seen({ person: 'p7' }), seen({}), seen({ person: 'p5', bills: [] })]).toEqual([
    ['p1'],
    ['p1'],
    ['p1'],
  ]);
  expect(seen({ person: 'p5', bills: [{ _id: 'b1' }] })).toEqual(['p1']);
});

it('a phone gets the kind of a file, not where it lies', () => {
  expect(toPaperView(open)).toEqual(open);
  expect(toPaperView({ ...open, file: 'cloud://x/bh/kept/abc.pdf' }).file).not.toContain('/');
});
