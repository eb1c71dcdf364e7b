/** To whom a request goes, and by which day. */
import {
  followerOf,
  giveTo,
  handOver,
  isAhead,
  keep,
  leaderOf,
  reassign,
  recuse,
} from '../../../../../cloudfunctions/request/life/rules/plan-owner';
import { type Plan } from '../../../../../cloudfunctions/request/life/rules/plan';
import { TODAY, context, request, wrong, cannot, OFFICE, DEPUTY, LEADER } from './scene';

describe('given to somebody', () => {
  const give = (owner: object, changes: object = {}) => giveTo(owner as never, request(changes), context());

  it('keeps the day that was promised while it is to come, and else has the days of a contact', () => {
    expect(give(DEPUTY)).toMatchObject({
      to: 'submitted',
      due: '2026-06-10',
      about: 'p1',
      tell: { to: 'p1' },
      set: { group: 'g1', led: 'g1', deputy: 'p1', lead: '' },
    });
    const contact = give(DEPUTY, { due: TODAY }).due;
    expect(contact).toBe('2026-06-04');
    expect(give(DEPUTY, { state: 'contacting' }).due).toBe(contact);
    expect(give(DEPUTY, { state: 'face' }).to).toBe('face');
  });

  it('takes from the units what they knew, and leaves the deputy who follows it where nobody has it', () => {
    const plan = give(OFFICE, { assists: { u1: {} }, lead: 'u1' });
    expect(plan.drop).toEqual(['assists', 'assigned', 'returnBy', 'extension', 'through', 'copy']);
    expect(plan.set).not.toHaveProperty('deputy');
    expect(plan.set).toMatchObject({ led: '', group: 'g1' });
    expect(plan.set?.facets).not.toContain('u:u1');
  });

  it('in another group it is that group’s, in its lists as well, and no more the former one’s', () => {
    const plan = give({ kind: 'deputy', person: 'p3', group: 'g2' });
    expect(plan.set).toMatchObject({ group: 'g2', led: 'g2', deputy: 'p3' });
    expect(plan.set?.facets).toEqual(expect.arrayContaining(['g:g2', 'c:road', 'v:v1', 'c:road g:g2']));
    expect(plan.set?.facets).not.toContain('g:g1');
    expect(give(OFFICE).set?.facets).toContain('g:g1');
  });

  it('the group’s leader has it, who is another than whoever has it and may know of it', () => {
    expect(leaderOf(request(), context())).toEqual(LEADER);
    expect(leaderOf(request({ owner: LEADER }), context())).toBeUndefined();
    expect(leaderOf(request({ group: 'g2' }), context())).toBeUndefined();
    expect(leaderOf(request({ recused: ['p2'] }), context())).toBeUndefined();
  });

  it('its follower has it again, where that one still can', () => {
    expect(followerOf(request(), context())).toEqual(DEPUTY);
    expect([
      followerOf(request({ deputy: '' }), context()),
      followerOf(request({ deputy: 'p0' }), context()),
      followerOf(request({ recused: ['p1'] }), context()),
    ]).toEqual([OFFICE, OFFICE, OFFICE]);
  });

  it('a day is ahead from tomorrow on, and at most 400 days', () => {
    expect([TODAY, '2026-06-02', '2027-07-06', '2027-07-07'].map((date) => isAhead(context(), date))).toEqual(
      [false, true, true, false],
    );
  });
});

describe('handing over', () => {
  it('the leader gives it to one of the own group who can have it', () => {
    expect(handOver({ to: 'p2', words: 'w' }, context(), request())).toMatchObject({
      owner: LEADER,
      words: 'w',
    });
    expect(handOver({ to: 'p3', words: 'w' }, context(), request())).toEqual(cannot('role'));
    expect(handOver({ to: 'p2', words: 'w' }, context(), request({ recused: ['p2'] }))).toMatchObject({
      refused: 'cannot-own',
    });
  });

  it('whoever steps back is kept from it from then on, and somebody else of the group has it', () => {
    const plan = recuse({ words: 'w' }, context(), request()) as Plan;
    expect(plan).toMatchObject({
      words: 'w',
      owner: LEADER,
      set: { recused: ['p1'], hidden: ['p1'], deputy: 'p2' },
    });
    expect(recuse({ words: 'w' }, context(), request({ recused: ['p1', 'p2'] }))).toMatchObject({
      owner: OFFICE,
      set: { deputy: '', recused: ['p1', 'p2'] },
    });
  });

  it('the office takes it back, and whoever had it goes on following it', () => {
    expect(keep({ words: 'w' }, context(), request({ state: 'contacting' }))).toEqual({
      to: 'contacting',
      owner: OFFICE,
      due: '2026-06-04',
      set: { led: '' },
      words: 'w',
    });
  });

  it('the office gives it to a person or a group, each of which there must be', () => {
    const to = (step: object, changes: object = {}) =>
      reassign({ words: 'w', ...step }, context(), request(changes));
    expect(to({ to: 'p3' })).toMatchObject({
      owner: { kind: 'deputy', person: 'p3', group: 'g2' },
      words: 'w',
    });
    expect(to({ to: 'p3' })).not.toHaveProperty('set.recused');
    expect(to({ group: 'g2' })).toMatchObject({ owner: { person: 'p3' } });
    expect(to({})).toEqual(wrong('step.group'));
    expect(to({ group: 'g9' })).toEqual(wrong('step.group'));
    expect(to({ to: 'p9' })).toEqual(cannot('role'));
    expect(to({ group: 'g2' }, { recused: ['p3'] })).toEqual(cannot('role'));
  });

  it('where only the former one is to be kept from it, it stays in the group', () => {
    const plan = reassign({ words: 'w', recuses: true }, context(), request()) as Plan;
    expect(plan).toMatchObject({ owner: LEADER, set: { recused: ['p1'], hidden: ['p1'] } });
    expect(
      reassign({ words: 'w', recuses: true, to: 'p2' }, context(), request({ owner: OFFICE })),
    ).toMatchObject({ set: { recused: ['p1'] } });
    expect(
      reassign({ words: 'w', recuses: true, to: 'p2' }, context(), request({ owner: OFFICE, deputy: '' })),
    ).toMatchObject({ set: { recused: [] } });
    expect(reassign({ words: 'w', recuses: true, to: 'p1' }, context(), request())).toMatchObject({
      refused: 'cannot-own',
    });
  });
});
