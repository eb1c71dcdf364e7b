/** Who sees an activity, and what of it: what is not the reader's, or was not said, is not there at all. */
import {
  maySee,
  toCard,
  toOpinion,
  toView,
  type Reader,
} from '../../../../../cloudfunctions/duty/activities/rules/activity-view';
import {
  listsOf,
  saidOf,
  type ActivityDocument,
} from '../../../../../cloudfunctions/duty/activities/rules/activity-document';
import { mayConsent, mayTell } from '../../../../../cloudfunctions/duty/activities/rules/story';
import type { ActivityInput } from '../../../../../miniprogram/contract/duty';

const bare = {
  _id: 'bh~a',
  kind: 'help',
  state: 'held',
  date: '2026-11-05',
  edition: 3,
  by: 'p5',
  persons: ['p5', 'p7'],
  invited: {},
  opinions: {},
  recordedAt: 9,
} as unknown as ActivityDocument;
const activity = (changes: Partial<ActivityDocument>): ActivityDocument => ({ ...bare, ...changes });
const reader = (actor: string, changes: Partial<Reader> = {}): Reader => ({
  actor,
  office: false,
  leader: false,
  ...changes,
});
const opened = {
  said: {},
  opinions: [],
  reasons: {},
  materials: [],
  pictures: [],
  mayAddPictures: false,
};

describe('who sees it', () => {
  const asked = activity({ group: 'g1', invited: { p8: { a: 'invited' } } });

  it.each([
    ['who recorded it', reader('p5')],
    ['who took part', reader('p7')],
    ['who is invited', reader('p8')],
    ['the office', reader('bh-staff', { office: true })],
    ['the leader of its group', reader('p6', { leader: true, group: 'g1' })],
  ])('%s', (_who, one) => {
    expect(maySee(asked, one)).toBe(true);
  });

  it.each([
    ['somebody else', reader('p9')],
    ['a member of its group who does not lead it', reader('p9', { group: 'g1' })],
    ['the leader of another group', reader('p9', { leader: true, group: 'g2' })],
  ])('not %s', (_who, one) => {
    expect(maySee(asked, one)).toBe(false);
  });

  it('what belongs to no group is not shown to a leader who has none', () => {
    expect(maySee(bare, reader('p9', { leader: true }))).toBe(false);
  });
});

describe('a card', () => {
  it('of what was held names who was there, and nothing that nobody said', () => {
    expect(toCard(bare, {}, 'p5')).toStrictEqual({
      activity: 'bh~a',
      kind: 'help',
      state: 'held',
      date: '2026-11-05',
      title: '',
      persons: ['p5', 'p7'],
      entered: false,
      leaves: 0,
    });
  });

  it('of what is planned names whom it invites, how many asked for leave, and how the reader answered', () => {
    const invited = { p5: { a: 'coming' }, p7: { a: 'leave-asked' }, p8: { a: 'on-leave' } } as const;
    const planned = activity({
      state: 'planned',
      persons: [],
      invited,
      village: 'v4',
      group: 'g1',
      entered: true,
    });
    expect(toCard(planned, { title: '看渠' }, 'p7')).toStrictEqual({
      activity: 'bh~a',
      kind: 'help',
      state: 'planned',
      date: '2026-11-05',
      title: '看渠',
      persons: ['p5', 'p7', 'p8'],
      entered: true,
      leaves: 1,
      village: 'v4',
      group: 'g1',
      mine: 'leave-asked',
    });
  });

  it('of what was held counts no leaves any more', () => {
    expect(toCard(activity({ invited: { p7: { a: 'leave-asked' } } }), {}, 'p5').leaves).toBe(0);
  });
});

describe('an opinion', () => {
  const stored = {
    unit: 'u1',
    due: '2026-12-01',
    state: 'transferred',
    said: 'x',
    returnBy: '2026-11-20',
  } as never;
  const words = { site: '渠', words: '漏水', acts: [] } as never;

  it('that nobody answered or urged says neither', () => {
    expect(toOpinion('o1', stored, words)).toStrictEqual({
      opinion: 'o1',
      unit: 'u1',
      due: '2026-12-01',
      state: 'transferred',
      site: '渠',
      words: '漏水',
      acts: [],
    });
  });

  it('says when it was answered and urged, and how far its supervision is, but not who proposed it', () => {
    const more = { answeredOn: '2026-11-25', urgedOn: '2026-11-24', key: { state: 'proposed', by: 'p1' } };
    expect(toOpinion('o1', Object.assign({}, stored, more), words)).toStrictEqual({
      opinion: 'o1',
      unit: 'u1',
      due: '2026-12-01',
      state: 'transferred',
      site: '渠',
      words: '漏水',
      acts: [],
      answeredOn: '2026-11-25',
      urgedOn: '2026-11-24',
      key: 'proposed',
    });
  });
});

describe('the whole', () => {
  it('has no field for what nobody said', () => {
    expect(toView(bare, opened, reader('p5'))).toStrictEqual({
      ...toCard(bare, {}, 'p5'),
      edition: 3,
      sites: [],
      opinions: [],
      invited: [],
      materials: [],
      pictures: [],
      mayAddPictures: false,
      mayAddMaterials: false,
      mayTell: true,
      mayConsent: false,
      consented: false,
      recordedAt: 9,
      mayCorrect: true,
    });
  });

  it('has whatever was said', () => {
    const own = { pictures: 'all' } as const;
    const helped = { elders: 3 };
    const facts = {
      own,
      category: 'road',
      people: 0,
      promised: '2026-12-05',
      helped,
      topicFrom: 'people',
      tag: '渠',
    } as const;
    const said = {
      title: '修渠',
      words: '话',
      result: '成',
      place: '村口',
      mandate: '区〔1〕号',
      sites: [{ name: '渠' }],
    };
    expect(toView(activity(facts), { ...opened, said }, reader('p5'))).toMatchObject({
      ...facts,
      ...said,
    });
  });

  it('a household’s name is for whoever met it and the office, its phone for nobody', () => {
    const said = { household: { name: '某家', phone: '0930123' } };
    const shown = (one: Reader) => toView(bare, { ...opened, said }, one).household;
    expect(shown(reader('p5'))).toStrictEqual({ name: '某家' });
    expect(shown(reader('bh-staff', { office: true }))).toStrictEqual({ name: '某家' });
    expect(shown(reader('p7'))).toBeUndefined();
    expect(toView(bare, opened, reader('p5'))).not.toHaveProperty('household');
  });

  it('the reason of a leave is for its person and for whoever decides it', () => {
    const invited = { p7: { a: 'leave-asked', there: true }, p8: { a: 'leave-asked' } } as const;
    const planned = activity({ state: 'planned', group: 'g1', invited });
    const reasons = { p7: '看病' };
    const rows = (one: Reader) => toView(planned, { ...opened, reasons }, one).invited;
    const open = [
      { person: 'p7', answer: 'leave-asked', words: '看病', attended: true },
      { person: 'p8', answer: 'leave-asked' },
    ];
    const closed = [
      { person: 'p7', answer: 'leave-asked', attended: true },
      { person: 'p8', answer: 'leave-asked' },
    ];
    expect(rows(reader('p7'))).toStrictEqual(open);
    expect(rows(reader('bh-staff', { office: true }))).toStrictEqual(open);
    expect(rows(reader('p6', { leader: true, group: 'g1' }))).toStrictEqual(open);
    expect(rows(reader('p6', { leader: true, group: 'g2' }))).toStrictEqual(closed);
    expect(rows(reader('p6', { group: 'g1' }))).toStrictEqual(closed);
  });

  it.each([
    ['who recorded it', 'held', reader('p5'), true],
    ['the office', 'held', reader('bh-staff', { office: true }), true],
    ['who only took part', 'held', reader('p7'), false],
    ['nobody once it was withdrawn', 'withdrawn', reader('p5'), false],
  ] as const)('is corrected by %s', (_who, state, one, may) => {
    expect(toView(activity({ state }), opened, one).mayCorrect).toBe(may);
  });

  it.each([
    ['the office to a study', 'study', 'held', reader('bh-staff', { office: true }), true],
    ['its group’s leader to a study', 'study', 'held', reader('p6', { leader: true, group: 'g1' }), true],
    ['another leader not', 'study', 'held', reader('p6', { leader: true, group: 'g2' }), false],
    ['a member not', 'study', 'held', reader('p5', { group: 'g1' }), false],
    ['to what asks for none not', 'help', 'held', reader('bh-staff', { office: true }), false],
    ['to what was withdrawn not', 'study', 'withdrawn', reader('bh-staff', { office: true }), false],
  ] as const)('files are added by %s', (_who, kind, state, one, may) => {
    expect(toView(activity({ kind, state, group: 'g1' }), opened, one).mayAddMaterials).toBe(may);
  });
});

describe('an article about it', () => {
  it.each([
    ['what several did is the office’s to tell', {}, true],
    ['what nobody of the directory did as well', { persons: [] }, true],
    ['what one did alone takes that person’s leave', { persons: ['p5'] }, false],
    ['which was given', { persons: ['p5'], story: 'p5' }, true],
    ['and not by somebody who did it before', { persons: ['p5'], story: 'p7' }, false],
    ['what is only planned did not happen', { state: 'planned' }, false],
    ['what was withdrawn neither', { state: 'withdrawn' }, false],
    ['of a tied household nothing is told', { kind: 'tied-help' }, false],
    ['nor of a colleague’s difficulties', { kind: 'liaison' }, false],
  ] as const)('%s', (_why, changes, may) => {
    expect(mayTell(activity(changes))).toBe(may);
  });

  it.each([
    ['who did it alone is asked', { persons: ['p5'] }, true],
    ['not where others were there', {}, false],
    ['not somebody else', { persons: ['p7'] }, false],
    ['not before it was held', { persons: ['p5'], state: 'planned' }, false],
    ['not about a tied household', { persons: ['p5'], kind: 'tied-help' }, false],
  ] as const)('%s', (_why, changes, may) => {
    expect(mayConsent(activity(changes), 'p5')).toBe(may);
  });

  it('whose leave was given is said, and no longer once somebody else did it', () => {
    const consented = (changes: Partial<ActivityDocument>) =>
      toView(activity(changes), opened, reader('p5')).consented;
    expect(consented({ persons: ['p5'], story: 'p5' })).toBe(true);
    expect(consented({ persons: ['p7'], story: 'p5' })).toBe(false);
    expect(consented({ persons: [] })).toBe(false);
  });
});

describe('what is stored of it', () => {
  it('of the words those that were said, and nothing that is no words', () => {
    const said = {
      title: '',
      words: '话',
      result: '成',
      place: '村口',
      mandate: '区〔1〕号',
      household: { name: '某家' },
      sites: [{ name: '渠' }],
    };
    const input: ActivityInput = { kind: 'help', date: '2026-11-05', village: 'v4', ...said };
    expect(saidOf(input)).toStrictEqual(said);
    expect(saidOf({ kind: 'help', date: '2026-11-05' })).toStrictEqual({});
  });

  it('it stands in the lists of all, its group and everybody who has to do with it, whole and by kind', () => {
    const invited = { p8: { a: 'invited' } } as const;
    expect(listsOf(activity({ by: 'p1', group: 'g1', persons: ['p5', 'p8'], invited })).sort()).toEqual(
      ['all', 'group.g1', 'person.p1', 'person.p5', 'person.p8']
        .flatMap((one) => [one, `${one}.help`])
        .sort(),
    );
    expect(listsOf(activity({ by: 'p5', persons: ['p5'] }))).toEqual([
      'all',
      'all.help',
      'person.p5',
      'person.p5.help',
    ]);
  });

  it('a tied household is its deputy’s business alone', () => {
    expect(listsOf(activity({ kind: 'tied-help', group: 'g1', persons: ['p5'] }))).toEqual([
      'person.p5',
      'person.p5.tied-help',
    ]);
  });

  it('an inspection stands with the units that its opinions went to, and is open while one of them is', () => {
    const opinion = (unit: string, state: string) => ({ unit, state }) as never;
    const lists = (...states: string[]) =>
      listsOf(
        activity({
          persons: [],
          opinions: Object.fromEntries(
            states.map((state, n) => [`o${String(n)}`, opinion(n === 0 ? 'u1' : 'u2', state)]),
          ),
        }),
      );
    expect(lists('transferred')).toEqual(expect.arrayContaining(['unit.u1', 'opinions']));
    expect(lists('closed', 'transferred')).toEqual(
      expect.arrayContaining(['unit.u1', 'unit.u2', 'opinions']),
    );
    expect(lists('closed')).toContain('unit.u1');
    expect(lists('closed')).not.toContain('opinions');
    expect(lists()).not.toContain('opinions');
  });
});
