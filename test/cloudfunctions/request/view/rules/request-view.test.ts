import type { Reader } from '../../../../../cloudfunctions/request/view/rules/reader';
import { readerBy } from '../../../../../cloudfunctions/request/view/rules/reader';
import { toCard } from '../../../../../cloudfunctions/request/lists/rules/request-card';
import type { RequestDocument } from '../../../../../cloudfunctions/request/rules/request-document';
import { toView } from '../../../../../cloudfunctions/request/view/rules/request-view';
import { smallDirectory } from '../../rules/books';
import { born } from '../../rules/born';

const directory = smallDirectory([], [{ id: 'p1', level: 'town', constituency: 'c1', group: 'g1' }]);
const office = { kind: 'office', person: '', group: '' } as const;
const view = (changes: Partial<RequestDocument>, reader: Reader, phone = '13812345678') =>
  toView(
    { request: { ...born, ...changes }, name: '某人', phone, photos: ['link'], recordings: [] },
    directory,
    reader,
    [],
    '2026-06-02',
  );

describe('who somebody is to a request', () => {
  it.each([
    [{ role: 'deputy', person: 'p1', group: 'g1' }, 'owner'],
    [{ role: 'deputy', person: 'p2', group: 'g1' }, undefined],
    [{ role: 'leader', person: 'p1', group: 'g1' }, 'owner'],
    [{ role: 'leader', person: 'p9', group: 'g1' }, 'leader'],
    [{ role: 'leader', person: 'p9', group: 'g2' }, undefined],
    [{ role: 'leader', person: 'p9' }, undefined],
    [{ role: 'staff' }, 'office'],
    [{ role: 'chief' }, 'office'],
    [{ role: 'chief', person: 'p9' }, 'office'],
    // A chief who is the deputy it belongs to takes it, and what is hidden from deputies is hidden.
    [{ role: 'chief', person: 'p1' }, 'owner'],
    [{ role: 'presidium', person: 'p9' }, undefined],
    [{ role: 'unit', unit: 'u1' }, undefined],
    [{ role: 'admin' }, undefined],
    [{ role: 'deputy' }, undefined],
  ] as const)('%j → %s', (grant, reader) => {
    expect(readerBy(grant, born, directory, '2026-06-02')).toBe(reader);
  });

  it('lets the presidium read what it supervises, what came back too often, and what is late', () => {
    const read = (changes: Partial<RequestDocument>, day = '2026-06-02') =>
      readerBy({ role: 'presidium', person: 'p9' }, { ...born, ...changes }, directory, day);
    expect([read({ key: true }), read({ state: 'escalated' }), read({}, '2026-06-05')]).toEqual(
      new Array(3).fill('overseer'),
    );
    expect(read({ open: false, state: 'closed' }, '2026-06-05')).toBeUndefined();
  });

  it('makes nobody the owner of what the office has', () => {
    const held = { ...born, owner: office, group: '' };
    expect(readerBy({ role: 'deputy' }, held, directory, '2026-06-02')).toBeUndefined();
    expect(readerBy({ role: 'leader', group: '' }, held, directory, '2026-06-02')).toBeUndefined();
  });

  it('shows no leader what the office has, for the asker is told that the office alone sees it', () => {
    const leader = { role: 'leader', person: 'p9', group: 'g1' } as const;
    const held = { ...born, owner: { ...office, group: 'g1' } };
    expect(readerBy(leader, held, directory, '2026-06-02')).toBeUndefined();
  });
});

describe('不让本村代表看', () => {
  const leaders = smallDirectory(
    [],
    [
      { id: 'p1', level: 'town', constituency: 'c2', group: 'g1' },
      { id: 'p2', level: 'town', constituency: 'c1', group: 'g1', leader: true },
      { id: 'p3', level: 'district', constituency: 'd1', group: 'g1', leader: true },
    ],
  );
  const shy = { ...born, privacy: { ...born.privacy, notOwnVillage: true } };
  const as = (person: string | undefined, request = shy) => {
    const grant = { role: 'leader', group: 'g1', ...(person !== undefined && { person }) } as const;
    return readerBy(grant, request, leaders, '2026-06-02');
  };

  it('keeps it from the leader of its group who is the deputy of the village', () => {
    expect([as('p2'), as('p2', born)]).toEqual([undefined, 'leader']);
  });

  it('keeps it from the deputy whom the district elected there as well', () => {
    expect([as('p3'), as('p3', born)]).toEqual([undefined, 'leader']);
  });

  it('keeps it from a leader of whom nothing is known', () => {
    expect([as('p9'), as(undefined)]).toEqual([undefined, undefined]);
  });

  const said = (privacy: RequestDocument['privacy'], people: typeof leaders) =>
    toView({ request: { ...born, privacy }, photos: [], recordings: [] }, people, 'asker', [], '2026-06-02')
      .seenBy[0];
  it('names the leader among those who see it only where there is one who does', () => {
    const one = { ...leaders, people: leaders.people.filter(({ id }) => id !== 'p3') };
    expect(said(born.privacy, one)).toMatch(/代表p1代表和组长看得到/);
    expect(said(shy.privacy, one)).toMatch(/代表p1代表看得到/);
  });
});

describe('the phone', () => {
  it.each([
    ['asker', '13812345678'],
    ['owner', '138****5678'],
    ['leader', '138****5678'],
    ['office', '138****5678'],
  ] as const)('is shown to %s as %s', (reader, phone) => {
    expect(view({}, reader).asker?.phone).toBe(phone);
  });

  it('is masked also for the office where the office must call', () => {
    expect(view({ owner: office }, 'office').asker?.phone).toBe('138****5678');
  });

  it('hides most of a short landline', () => {
    expect(view({}, 'leader', '7654321').asker?.phone).toBe('*****21');
  });
});

describe('不让代表看到我的名字', () => {
  const hidden = { privacy: { ...born.privacy, hideName: true } };
  it.each(['owner', 'leader'] as const)('shows %s nothing but the office’s summary', (reader) => {
    const seen = view({ ...hidden, summary: '有人反映路灯' }, reader);
    expect(seen).toMatchObject({
      photos: [],
      recordings: [],
      title: '有人反映路灯',
      summary: '有人反映路灯',
    });
    expect(JSON.stringify([seen, view(hidden, reader)])).not.toMatch(/第一行|第二行/);
    expect(seen.asker).toBeUndefined();
  });
  it.each(['asker', 'office'] as const)('hides nothing from %s', (reader) => {
    expect(view(hidden, reader)).toMatchObject({ photos: ['link'], asker: { name: '某人' } });
  });
  it('is said on the screen', () => {
    expect(view(hidden, 'asker').seenBy[0]).toMatch(/只看得到人大办写的摘要/);
    expect(view({ ...hidden, owner: office, deputy: '' }, 'asker').seenBy[0]).toMatch(/^测试镇人大办/);
  });
  it.each(['owner', 'leader', 'office'] as const)('is not said to %s as if it were theirs', (reader) => {
    const said = [view({}, reader), view(hidden, reader)].flatMap(({ seenBy }) => seenBy).join('\n');
    expect(said).toContain('反映人写的、拍的、说的');
    expect(said).not.toContain('您');
  });
});

describe('a card', () => {
  const card = (changes: Partial<RequestDocument>, reader: Reader = 'asker', today = '2026-06-04') =>
    toCard({ ...born, ...changes }, directory, reader, today);
  const { text: _text, ...silent } = born;

  it('takes the first line as its title, and cuts a long one by characters, not halves of them', () => {
    expect(card({}).title).toBe('第一行');
    expect(card({ text: '😀'.repeat(30) }).title).toBe(`${'😀'.repeat(24)}…`);
  });

  it('names what there is where nothing was written', () => {
    const of = (changes: Partial<RequestDocument>) =>
      toCard({ ...silent, ...changes }, directory, 'asker', '2026-06-02').title;
    expect([of({}), of({ recordings: [] })]).toEqual(['1张照片、1段录音', '1张照片']);
  });

  it('is late from the day after the due day on, and never once closed', () => {
    expect([card({}).late, card({}, 'asker', '2026-06-05').late]).toEqual([false, true]);
    const closed = card({ open: false }, 'asker', '2026-06-05');
    expect([closed.late, closed.nextDate]).toEqual([false, undefined]);
  });

  it.each([
    [{}, 'asker', '2026-06-02', '第一小组代表p1代表会在6月4日前联系您'],
    [{ state: 'contacting' }, 'asker', '2026-06-02', '第一小组代表p1代表已收到，6月4日前联系您'],
    [{ owner: office }, 'asker', '2026-06-02', '测试镇人大办会在6月4日前联系您'],
    [{}, 'asker', '2026-06-05', '第一小组代表p1代表，说好6月4日前联系您，晚了，人大办会催'],
    [{}, 'owner', '2026-06-02', '请在6月4日前联系'],
    [{}, 'owner', '2026-06-05', '原定6月4日前联系，已经过期'],
  ] as const)('says in one sentence who has it: %j to %s on %s', (changes, reader, today, sentence) => {
    expect(card(changes, reader, today).sentence).toBe(sentence);
  });
});
