/** 述职: a draft in the ledger's own numbers, a text that a person's hand outweighs, a ballot that adds up. */
import { findUnfitBallot } from '../../../../../cloudfunctions/duty/duty-reports/rules/ballot';
import { draftParts, type DraftedFact } from '../../../../../cloudfunctions/duty/duty-reports/rules/draft';
import { reportsAt } from '../../../../../cloudfunctions/duty/duty-reports/rules/reports-at';
import {
  draftText,
  PARTS,
  toWritten,
  typeText,
} from '../../../../../cloudfunctions/duty/duty-reports/rules/text';
import { DUTY_REPORT_LIMITS } from '../../../../../miniprogram/contract/duty-report';
import type { Heading } from '../../../../../miniprogram/contract/facts';

describe('a ballot', () => {
  const grades = ['满意', '基本满意', '不满意'];
  const ballot = (present: number, ns: readonly number[], spoiled = 0) => ({
    present,
    counts: ns.map((n, at) => ({ grade: grades[at] ?? '别的', n })),
    spoiled,
  });

  it('has as many papers as voters at most, whichever count for nothing', () => {
    expect(findUnfitBallot(ballot(10, [6, 3, 1]), grades)).toBeUndefined();
    expect(findUnfitBallot(ballot(10, [6, 2, 1], 1), grades)).toBeUndefined();
    expect(findUnfitBallot(ballot(10, [6, 3, 1], 1), grades)).toBe('present');
    expect(findUnfitBallot(ballot(10, [1, 0, 0]), grades)).toBeUndefined();
  });

  it('of no paper is none, though all of its papers may be spoiled', () => {
    expect(findUnfitBallot(ballot(10, [0, 0, 0]), grades)).toBe('present');
    expect(findUnfitBallot(ballot(10, [0, 0, 0], 2), grades)).toBeUndefined();
  });

  it('names each grade once', () => {
    expect(findUnfitBallot(ballot(10, [6, 3]), grades)).toBe('counts');
    expect(findUnfitBallot(ballot(10, [6, 1, 1, 1]), grades)).toBe('counts');
    const twice = [grades[0], grades[0], grades[1]].map((grade) => ({ grade: String(grade), n: 1 }));
    expect(findUnfitBallot({ present: 10, counts: twice, spoiled: 0 }, grades)).toBe('counts');
  });
});

describe('whose report a meeting is', () => {
  const meeting = (changes: object = {}) =>
    ({
      kind: 'duty-report',
      state: 'planned',
      persons: ['p5'],
      invited: { p6: { a: 'coming' } },
      ...changes,
    }) as never;

  it.each([
    ['who was there', meeting(), 'p5', true],
    ['who is invited', meeting(), 'p6', true],
    ['nobody else', meeting(), 'p7', false],
    ['nobody of one that was withdrawn', meeting({ state: 'withdrawn' }), 'p5', false],
    ['nobody of a study', meeting({ kind: 'study' }), 'p5', false],
    ['nobody of none', undefined, 'p5', false],
  ])('%s', (_who, activity, person, reports) => {
    expect(reportsAt(activity, person)).toBe(reports);
  });
});

describe('the text', () => {
  const before = { basis: { words: '旧' }, contact: { words: '手写', edited: true } } as const;

  it('has all parts in their order, empty where nothing was written', () => {
    expect(toWritten(before).map(({ part }) => part)).toEqual(PARTS);
    expect(toWritten(before).filter(({ words }) => words !== '')).toEqual([
      { part: 'basis', words: '旧', edited: false },
      { part: 'contact', words: '手写', edited: true },
    ]);
    expect(toWritten({})[0]).toEqual({ part: 'basis', words: '', edited: false });
  });

  it('what a person wrote stays through every new draft; what the ledger wrote is written anew or goes', () => {
    expect(draftText(before, { contact: '新', training: '学习' })).toStrictEqual({
      contact: { words: '手写', edited: true },
      training: { words: '学习' },
    });
    expect(draftText(before, { basis: '新' }).basis).toStrictEqual({ words: '新' });
  });

  it('is a person’s where it was changed, and only there', () => {
    const typed = typeText(before, [
      { part: 'basis', words: '旧' },
      { part: 'training', words: '我写的' },
    ]);
    expect(typed).toStrictEqual({ ...before, training: { words: '我写的', edited: true } });
    expect(typeText(before, [{ part: 'basis', words: '改了' }]).basis).toStrictEqual({
      words: '改了',
      edited: true,
    });
  });

  it('what a person emptied is the ledger’s again, blanks too', () => {
    expect(typeText(before, [{ part: 'contact', words: ' \n' }])).toStrictEqual({ basis: { words: '旧' } });
    expect(
      draftText(typeText(before, [{ part: 'contact', words: '' }]), { contact: '新' }).contact,
    ).toStrictEqual({ words: '新' });
  });
});

describe('a draft', () => {
  const standing = { name: '马样样', level: '镇人大代表', from: '2026-01-01', to: '2026-06-30' };
  const fact = (kind: string, heading: Heading, changes: Partial<DraftedFact> = {}): DraftedFact => ({
    kind,
    heading,
    date: '2026-03-05',
    ...changes,
  });
  const draft = (...facts: DraftedFact[]) => draftParts(standing, facts);

  it('says who reports about which days, and with which group', () => {
    expect(draft().basis).toBe(
      '我是镇人大代表马样样。现将2026年1月1日至2026年6月30日履行代表职务的情况报告如下。',
    );
    expect(draftParts({ ...standing, group: '第一小组' }, []).basis).toMatch(
      /^我是镇人大代表马样样，在第一小组参加活动。/,
    );
  });

  it('is silent where the ledger is, and about what is ahead', () => {
    expect(Object.keys(draft())).toEqual(['basis']);
  });

  it('counts each kind in its own unit', () => {
    const visits = ['a', 'a', 'b'].map((household) => fact('household-visit', 'contact', { household }));
    expect(draft(...visits, fact('help', 'contact'), fact('request-solved', 'contact')).contact).toBe(
      '入户走访3户次（2户），帮办实事1件，解决群众意见1件。',
    );
  });

  it('counts people who were received as far as somebody knows them', () => {
    const came = [{ party: 'a' }, { party: 'a' }, {}].map((who) => fact('reception', 'contact', who));
    expect(draft(...came).contact).toBe('接待群众3人次（1人，其中1次没有登记是谁）。');
    expect(draft(fact('reception', 'contact')).contact).toBe('接待群众1人次。');
  });

  it.each([
    ['request-answered', 'contact', '答复群众意见1件。'],
    ['session-attended', 'meetings', '出席人代会1次。'],
    ['session-spoke', 'meetings', '审议发言1次。'],
    ['meeting-attended', 'meetings', '参加主席团会议1次。'],
    ['suggestion-made', 'suggestions', '提出代表建议1件。'],
    ['suggestion-answered', 'suggestions', '收到代表建议答复1件。'],
    ['bill-moved', 'suggestions', '提出或联名议案1件。'],
    ['own-夜校', 'training', '夜校1次。'],
  ] as const)('%s', (kind, heading, said) => {
    expect(draft(fact(kind, heading))[heading]).toBe(said);
  });

  it('says nothing of what it has no word for, and puts nothing under another heading', () => {
    expect(draft(fact('something', 'group'))).not.toHaveProperty('group');
    expect(Object.keys(draft(fact('help', 'contact')))).toEqual(['basis', 'contact']);
    expect(draft(fact('something', 'contact'), fact('help', 'contact')).contact).toBe('帮办实事1件。');
  });

  it('names what was studied and looked at with its day, and no visit', () => {
    const study = (date: string, title?: string) =>
      fact('study', 'training', { date, ...(title !== undefined && { title }) });
    expect(draft(study('2026-03-05', '学代表法'), study('2026-04-06', '学预算')).training).toBe(
      '小组学习2次。分别是：3月5日学代表法；4月6日学预算。',
    );
    expect(draft(study('2026-03-05', ''), study('2026-03-06')).training).toBe('小组学习2次。');
    expect(draft(fact('help', 'contact', { title: '修灯' })).contact).toBe('帮办实事1件。');
  });

  it('of more than eight names the latest eight', () => {
    const days = Array.from({ length: 9 }, (_, n) =>
      fact('study', 'training', { date: `2026-03-0${String(n + 1)}`, title: '学' }),
    );
    expect(draft(...days).training).toMatch(/^小组学习9次。最近的是：3月2日学；.*3月9日学。$/);
    expect(draft(...days.slice(1)).training).toMatch(/^小组学习8次。分别是：3月2日学；/);
  });

  it('is cut at the end of a clause where it is too long', () => {
    const long = (title: string) => Array.from({ length: 8 }, () => fact('study', 'training', { title }));
    const said = draft(...long('长'.repeat(90))).training ?? '';
    expect(said.length).toBeLessThanOrEqual(DUTY_REPORT_LIMITS.part);
    expect(said).toMatch(/3月5日长+。$/);
    // Six whole clauses fit, of 94 letters and a semicolon each.
    expect(said.match(/3月5日/g)).toHaveLength(6);
    // Without any clause it is cut where it must be; the number's own full stop is kept.
    expect(draft(...long('长'.repeat(700))).training).toBe('小组学习8次。');
    const kinds = Array.from({ length: 60 }, (_, n) =>
      fact(`own-${'很长的名字'.repeat(3)}${String(n)}`, 'group'),
    );
    expect(draft(...kinds).group).toHaveLength(DUTY_REPORT_LIMITS.part);
  });

  it('that just fits is whole', () => {
    const base = draft(fact('study', 'training', { title: 'x' })).training ?? '';
    const title = 'x'.repeat(DUTY_REPORT_LIMITS.part - base.length + 1);
    expect(draft(fact('study', 'training', { title })).training).toHaveLength(DUTY_REPORT_LIMITS.part);
  });
});
