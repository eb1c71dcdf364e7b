/** A request on its way to a unit: straight, through the government, to another one, and back. */
import {
  assign,
  changeUnit,
  nameUnit,
  replyDays,
  rule,
  sendBack,
  takeBack,
} from '../../../../../cloudfunctions/request/life/rules/plan-assign';
import { type Plan } from '../../../../../cloudfunctions/request/life/rules/plan';
import { born } from '../../rules/born';
import { TODAY, NOW, directory, through, context, request, wrong, settings } from './scene';

describe('to a unit', () => {
  const give = (step: object, changes: object = {}, of = directory) =>
    assign({ lead: 'u1', assist: [], ...step }, context(of), request({ state: 'proposed', ...changes }));
  const { first, usual, latest } = replyDays(context(), born);

  it('has the township’s days, more of them where it is done again', () => {
    expect([first, usual < latest]).toEqual(['2026-06-02', true]);
    const again = replyDays(
      { ...context(), settings: { ...settings, redoDays: 3, unitReplyDays: 9, unitReplyLongDays: 1 } },
      { redone: 1 },
    );
    expect([again.usual, again.latest]).toEqual(['2026-06-04', '2026-06-04']);
    expect(
      replyDays(
        { ...context(), settings: { ...settings, redoDays: 3, unitReplyDays: 1, unitReplyLongDays: 9 } },
        { redone: 0 },
      ),
    ).toMatchObject({ usual: '2026-06-02', latest: '2026-06-12' });
  });

  it('straight: the unit has it, with what it was told and until when it may give it back', () => {
    expect(give({ assist: ['u2'], words: 'w' })).toMatchObject({
      to: 'assigned',
      owner: { kind: 'unit', person: '', group: '' },
      due: usual,
      about: 'u1',
      tell: { unit: 'u1' },
      words: 'w',
      set: {
        lead: 'u1',
        led: '',
        assists: { u2: { due: expect.any(String) as string } },
        assigned: { at: NOW, replyBy: usual, longBy: latest, words: 'w' },
        returnBy: expect.any(String) as string,
      },
      drop: ['extension', 'ruled', 'through', 'copy'],
    });
    const plan = give({}) as Plan;
    expect(plan.set?.facets).toContain('u:u1');
    expect(plan.set?.assigned).not.toHaveProperty('fixed');
    expect(plan).not.toHaveProperty('words');
  });

  it('what one unit gave back the next may not', () => {
    const plan = give({}, { sentBack: true }) as Plan;
    expect(plan.set).not.toHaveProperty('returnBy');
    expect(plan.drop).toContain('returnBy');
  });

  it('is refused to units that there are not, twice, or to one of the county’s alone', () => {
    expect(give({ lead: 'none' })).toEqual(wrong('step.lead'));
    for (const assist of [['none'], ['u1'], ['u2', 'u2']])
      expect(give({ assist })).toEqual(wrong('step.assist'));
    expect(give({ lead: 'uc' })).toEqual({ refused: 'county-unit', details: { unit: '县公司' } });
    expect(give({ assist: ['uc'] })).toMatchObject({ refused: 'county-unit' });
  });

  it('by a day that the office chose, within the rule, which is then fixed', () => {
    expect(give({ replyBy: first })).toMatchObject({
      due: first,
      set: { assigned: { replyBy: first, fixed: true } },
    });
    expect(give({ replyBy: usual })).toMatchObject({ due: usual });
    expect(give({ replyBy: usual })).not.toHaveProperty('set.assigned.fixed');
    expect(give({ replyBy: TODAY })).toHaveProperty('refused');
    expect(give({ replyBy: latest })).toEqual({
      refused: 'bad-input',
      details: { field: 'step.words', why: 'empty' },
    });
    expect(give({ replyBy: latest, words: '难' })).toMatchObject({ due: latest });
    expect(give({ replyBy: '2027-06-01', words: '难' })).toHaveProperty('refused');
  });

  it('through the government where the township wants it, or a unit of the county’s is meant', () => {
    const plan = give({ words: '请快办' }, {}, through('government'));
    expect(plan).toMatchObject({
      to: 'entrusted',
      words: '建议由交通办主办。请快办',
      set: { lead: 'u9', through: 'u9', assists: {} },
    });
    expect((plan as Plan).drop).toContain('copy');
    expect((plan as Plan).due).toBe('2026-06-08');
    expect(give({ lead: 'uc' }, {}, through('unit'))).toMatchObject({
      to: 'entrusted',
      words: '建议由县公司主办。',
    });
    expect(give({ lead: 'u9' }, {}, through('government'))).toMatchObject({
      to: 'assigned',
      set: { lead: 'u9' },
    });
    expect(give({ lead: 'none' }, {}, through('government'))).toEqual(wrong('step.lead'));
    expect(give({ replyBy: first }, {}, through('government'))).toMatchObject({
      set: { assigned: { replyBy: first, fixed: true } },
    });
  });

  it('the government may give back only what no unit gave back, and has to be a unit itself', () => {
    const way = through('government');
    expect(give({}, {}, way)).toHaveProperty('set.returnBy');
    expect(give({}, { sentBack: true }, way)).not.toHaveProperty('set.returnBy');
    const without = { ...way, units: way.units.filter(({ id }) => id !== 'u9') };
    expect(give({}, {}, without)).toEqual(wrong('step.lead'));
    const named = nameUnit(
      { lead: 'u9', assist: [] },
      context(without),
      request({ state: 'entrusted', lead: 'u9', through: 'u9' }),
    );
    expect(named).toEqual(wrong('step.lead'));
  });

  it('with a copy to the government where it goes straight', () => {
    const plan = give({}, {}, through('unit')) as Plan;
    expect(plan).toMatchObject({ to: 'assigned', set: { copy: 'u9' } });
    expect(plan.drop).not.toContain('copy');
    expect(give({ lead: 'u9' }, {}, through('unit'))).not.toHaveProperty('set.copy');
  });

  it('the government names one, who answers by the day that the office chose while it is to come', () => {
    const name = (changes: object, step: object = {}) =>
      nameUnit(
        { lead: 'u1', assist: [], ...step },
        context(through('government')),
        request({ state: 'entrusted', lead: 'u9', through: 'u9', ...changes }),
      );
    expect(name({ assigned: { fixed: true, replyBy: '2026-06-02' } })).toMatchObject({ due: '2026-06-02' });
    expect(name({ assigned: { fixed: true, replyBy: TODAY } })).toMatchObject({ due: usual });
    expect(name({ assigned: { replyBy: '2026-06-02' } })).toMatchObject({ due: usual });
    expect(name({})).toMatchObject({ due: usual, set: { lead: 'u1' } });
    expect((name({}) as Plan).drop).not.toContain('through');
    expect((name({}, { lead: 'u9' }) as Plan).drop).toContain('through');
    expect(name({}, { lead: 'uc' })).toMatchObject({ set: { lead: 'uc' } });
    expect(name({})).toHaveProperty('set.returnBy');
    expect(name({ sentBack: true })).not.toHaveProperty('set.returnBy');
  });

  it('what the chief ruled is not given back', () => {
    const plan = rule(
      { lead: 'u1', assist: [], words: 'w' },
      context(),
      request({ state: 'disputed' }),
    ) as Plan;
    expect(plan).toMatchObject({ to: 'assigned', set: { ruled: true } });
    expect(plan.set).not.toHaveProperty('returnBy');
    expect(rule({ lead: 'none', assist: [], words: '' }, context(), request())).toEqual(wrong('step.lead'));
  });

  it('another unit has all its days; what one that goes on assisting said stays, and who has nothing more is told', () => {
    const before = { state: 'assigned', lead: 'u1', assists: { u2: { due: '2026-05-01', at: 5 } } };
    const change = (step: object, more: object = {}) =>
      changeUnit(
        { lead: 'u9', assist: ['u2'], words: 'w', ...step },
        context(),
        request({ ...before, ...more }),
      );
    expect(change({})).toMatchObject({
      tell: { unit: 'u9', hadUnits: 'u1' },
      set: { lead: 'u9', assists: { u2: { due: '2026-05-01', at: 5 } } },
    });
    expect(change({ assist: ['u1'] })).toMatchObject({
      tell: { hadUnits: 'u2' },
      set: { assists: { u1: { due: expect.any(String) as string } } },
    });
    expect(change({})).not.toHaveProperty('set.ruled');
    expect(change({}, { ruled: true })).toMatchObject({ set: { ruled: true } });
    expect(change({}, { ruled: true })).not.toHaveProperty('set.returnBy');
    expect(change({ lead: 'u1' })).toEqual(wrong('step.lead'));
    expect(change({ lead: 'uc' })).toEqual({ refused: 'county-unit', details: { unit: '县公司' } });
  });

  it('given back, or taken back, no unit knows it any more; who had it is told', () => {
    const before = request({ state: 'assigned', lead: 'u1', assists: { u2: {} } });
    const gone = ['returnBy', 'extension', 'assists', 'assigned', 'through', 'copy'];
    expect(sendBack({ words: 'w' }, context(), before)).toMatchObject({
      words: 'w',
      set: { sentBack: true, lead: '' },
      drop: gone,
    });
    expect(takeBack({ words: 'w' }, context(), before)).toMatchObject({
      words: 'w',
      about: 'u1',
      tell: { hadUnits: 'u1 u2' },
      set: { lead: '' },
      drop: ['returnBy', 'extension', 'assists', 'assigned', 'ruled', 'through', 'copy'],
    });
    for (const plan of [
      sendBack({ words: 'w' }, context(), before),
      takeBack({ words: 'w' }, context(), before),
    ] as Plan[])
      expect(plan.set?.facets?.filter((facet) => facet.includes('u:'))).toEqual([]);
    expect(takeBack({ words: 'w' }, context(), request({ lead: '', assists: undefined }))).toMatchObject({
      tell: { hadUnits: '' },
    });
  });
});
