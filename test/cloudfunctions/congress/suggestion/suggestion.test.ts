/** Suggestions through their door: drafted, co-signed by each one, handed over, answered, kept, answered again. */
import { main as congress } from '../../../../cloudfunctions/congress/index';
import { onOwnerGone } from '../../../../cloudfunctions/congress/events/on-owner-gone';
import type { SuggestionDocument } from '../../../../cloudfunctions/congress/suggestion/rules/suggestion-document';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type {
  SuggestionFigures,
  SuggestionStep,
  SuggestionView,
} from '../../../../miniprogram/contract/congress/suggestion';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { toLocalDate } from '../../../../cloudfunctions/shared/china-time';
import { LIMITS } from '../../../../miniprogram/contract/limits';
import type { Output } from '../../../../miniprogram/contract/wire';
import { newKey } from '../../request/requests';
import { toldActs } from '../../told-acts';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

let cloud: InProcessCloud;
let sample: SuggestionDocument[];
beforeAll(async () => {
  cloud = await startInProcess({ congress });
  sample = cloud.documents('suggestions');
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 10 * 60_000);
});

const SIGNED: SuggestionStep = { act: 'reply', scan: 'cloud://e.b/bh/papers/letter.pdf', paper: 'public' };
const NONE = `bh~${'0'.repeat(16)}`;
const text = { title: '关于修路的建议', grounds: '路坏了。', plan: '修好它。' };
const draft = (openid: string, input: object = {}, key = newKey()) =>
  cloud.invoke(
    'congress',
    'draftSuggestion',
    { township: 'bh', category: 'road', requests: [], ...text, ...input },
    { openid, key },
  );
const act = (openid: string, suggestion: string, step: SuggestionStep, key = newKey()) =>
  cloud.invoke('congress', 'actOnSuggestion', { township: 'bh', suggestion, step }, { openid, key });
const look = async (openid: string, suggestion: string) => {
  const answer = await cloud.invoke('congress', 'suggestion', { township: 'bh', suggestion }, { openid });
  return answer.data as SuggestionView;
};
async function begin(openid = 'bh-p5'): Promise<string> {
  const { data } = await draft(openid);
  return (data as { suggestion: string }).suggestion;
}
async function all(suggestion: string, ...steps: readonly (readonly [string, SuggestionStep])[]) {
  for (const [openid, step] of steps) {
    const answer = await act(openid, suggestion, step);
    expect([step.act, answer.code ?? 'ok']).toEqual([step.act, 'ok']);
  }
}

it('a phone that tries again meets its own draft, and another body under the key is refused', async () => {
  const key = newKey();
  const first = await draft('bh-p5', {}, key);
  expect(await draft('bh-p5', {}, key)).toMatchObject({ ok: true, data: first.data });
  expect(await draft('bh-p5', { title: '另一件' }, key)).toMatchObject({ code: 'key-reused' });
  expect(first.cost.calls).toBeLessThanOrEqual(3);
});

it('lives from three co-signers to an answer that is kept and given again', async () => {
  const one = await begin();
  await all(
    one,
    ['bh-p5', { act: 'ask', persons: ['p6', 'p8'] }],
    ['bh-p6', { act: 'cosign' }],
    ['bh-p8', { act: 'decline' }],
    ['bh-p5', { act: 'submit' }],
    ['bh-staff', { act: 'examine' }],
    ['bh-p1', { act: 'assign', lead: 'u1', assist: ['u2'] }],
  );
  const view = await look('bh-unit', one);
  expect(view).toMatchObject({ state: 'assigned', due: '2027-02-23', cosigners: 1 });
  expect(view.acts).toEqual(expect.arrayContaining(['contact', 'return']));
  await all(
    one,
    ['bh-unit', { act: 'contact', date: '2026-11-23', words: '看过现场' }],
    [
      'bh-unit',
      { act: 'writeReply', letter: '1号', signer: '某', class: 'B', words: '在办', doneBy: '2027-03-01' },
    ],
    ['bh-unit', SIGNED],
    ['bh-p5', { act: 'opine', opinion: 'basic' }],
  );
  expect(await look('bh-p5', one)).toMatchObject({ state: 'promised', due: '2027-03-01' });
  await all(
    one,
    ['bh-unit', { act: 'writeReply', letter: '2号', signer: '签发人甲', class: 'A', words: '办好了' }],
    ['bh-unit', SIGNED],
    ['bh-p5', { act: 'opine', opinion: 'satisfied' }],
  );
  const closed = await look('bh-staff', one);
  expect(closed).toMatchObject({ state: 'closed', opinion: { opinion: 'satisfied' } });
  const about = { suggestion: one };
  const told = toldActs(cloud, 'suggestions').filter(({ document }) => document === one);
  expect(told[0]).toEqual({
    document: one,
    of: one,
    by: 'p5',
    act: 'draft',
    from: '',
    to: 'drafting',
    event: 'suggestion-drafted',
    about,
  });
  expect(told.slice(1, 3).map(({ act: done, by, from, to }) => [done, by, from, to])).toEqual([
    ['ask', 'p5', 'drafting', 'drafting'],
    ['cosign', 'p6', 'drafting', 'drafting'],
  ]);
  expect(told[2]).toMatchObject({ about: { ...about, by: 'p6', act: 'cosign', had: 'p5' } });
  expect(told.at(-1)).toMatchObject({ act: 'opine', by: 'p5', to: 'closed', event: 'suggestion-opined' });
  expect(closed.replies.at(-1)).toMatchObject({ signer: '签发人甲', letter: '2号' });
  expect(JSON.stringify(cloud.documents('suggestions'))).not.toContain('签发人甲');
});

it('a letter is no answer until the scan of the signed one is there, and what lies in a phone’s folder is none', async () => {
  const one = await begin();
  await all(
    one,
    ['bh-p5', { act: 'submit' }],
    ['bh-staff', { act: 'examine' }],
    ['bh-p1', { act: 'assign', lead: 'u1', assist: [] }],
    ['bh-unit', { act: 'contact', date: toLocalDate(cloud.clock.now()), words: '看过现场' }],
  );
  expect(await act('bh-unit', one, SIGNED)).toMatchObject({ code: 'step-used' });
  const letter = { letter: '3号', signer: '签发人乙', class: 'A', words: '办好了' } as const;
  await all(one, ['bh-unit', { act: 'writeReply', ...letter }]);
  expect(await look('bh-unit', one)).toMatchObject({ state: 'contacted', draft: letter, replies: [] });
  expect(await look('bh-p5', one)).not.toHaveProperty('draft');
  const own = { ...SIGNED, scan: 'cloud://e.b/bh/u/x/1.pdf' } as SuggestionStep;
  expect(await act('bh-unit', one, own)).toMatchObject({ code: 'bad-input' });
  const elsewhere = { ...SIGNED, scan: 'cloud://e.b/qs/papers/1.pdf' } as SuggestionStep;
  expect(await act('bh-unit', one, elsewhere)).toMatchObject({ code: 'bad-input' });
  await all(one, ['bh-unit', SIGNED]);
  const answered = await look('bh-p5', one);
  expect(answered).toMatchObject({ state: 'replied', replies: [{ ...letter, scan: 'public' }] });
  expect(JSON.stringify(answered)).not.toContain('cloud://');
  expect(JSON.stringify(cloud.documents('suggestions'))).not.toContain('签发人乙');
});

it('writes what people wrote so that nobody reads it in the store', async () => {
  const one = await begin();
  const stored = cloud.documents<SuggestionDocument>('suggestions').find(({ _id }) => _id === one);
  expect(JSON.stringify(stored)).not.toContain('路坏了');
});

it('shows a draft to its author and whom they asked, to nobody else', async () => {
  const one = await begin();
  await all(one, ['bh-p5', { act: 'ask', persons: ['p6'] }]);
  for (const openid of ['bh-p8', 'bh-staff', 'bh-unit', 'bh-p17'])
    expect([openid, (await look(openid, one)) as unknown]).toEqual([openid, undefined]);
  for (const openid of ['bh-p5', 'bh-p6'])
    expect(await look(openid, one)).toMatchObject({ title: text.title });
});

it('lets three who were asked agree at once, and loses none of them', async () => {
  const one = await begin();
  const persons = ['p6', 'p8', 'p17'];
  await all(one, ['bh-p5', { act: 'ask', persons }]);
  const acts = persons.map((person) => () => act(`bh-${person}`, one, { act: 'cosign' }));
  const answers = await cloud.together(acts, [2, 0, 1, 1, 0, 2, 1]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect((await look('bh-p5', one)).cosigners).toBe(3);
});

it('of two who hand it over at once one does it, and the other hears that it was done', async () => {
  const one = await begin();
  await all(one, ['bh-p5', { act: 'submit' }], ['bh-staff', { act: 'examine' }]);
  const acts = ['u1', 'u2'].map((lead) => () => act('bh-p1', one, { act: 'assign', lead, assist: [] }));
  const answers = await cloud.together(acts, [0, 1]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)?.code).toBe('wrong-state');
});

it('goes through the government where a unit stands for it', async () => {
  const before = cloud.documents<Directory>('townships');
  cloud.replace(
    'townships',
    before.map((one) => (one._id === 'bh' ? { ...one, settings: { governmentUnit: 'u2' } } : one)),
  );
  cloud.clock.set(cloud.clock.now() + 120_000);
  const one = await begin();
  await all(
    one,
    ['bh-p5', { act: 'submit' }],
    ['bh-staff', { act: 'examine' }],
    ['bh-p1', { act: 'entrust', difficult: true }],
  );
  expect(await act('bh-unit', one, { act: 'nameUnits', lead: 'u1', assist: [] })).toMatchObject({
    ok: false,
  });
  const clerk = cloud
    .documents<{ openid?: string; unit?: string }>('invitations')
    .find(({ unit }) => unit === 'u2');
  await all(one, [clerk?.openid ?? '', { act: 'nameUnits', lead: 'u1', assist: [] }]);
  expect(await look('bh-unit', one)).toMatchObject({ state: 'assigned', due: '2027-05-23', difficult: true });
  cloud.replace('townships', before);
  cloud.clock.set(cloud.clock.now() + 120_000);
});

it('goes on with a co-signer when its author is no deputy any more', async () => {
  const one = await begin();
  await all(
    one,
    ['bh-p5', { act: 'ask', persons: ['p6'] }],
    ['bh-p6', { act: 'cosign' }],
    ['bh-p5', { act: 'submit' }],
  );
  const before = cloud.documents<Directory>('townships');
  const people = (directory: Directory) =>
    directory.people.map((person) =>
      person.id === 'p5'
        ? { ...person, memberships: person.memberships.map((row) => ({ ...row, to: '2026-11-22' })) }
        : person,
    );
  cloud.replace(
    'townships',
    before.map((doc) => (doc._id === 'bh' ? { ...doc, people: people(doc) } : doc)),
  );
  // At once: this instance still remembers the directory as it was.
  await onOwnerGone({ township: 'bh' } as never, cloud.clock.now());
  cloud.clock.set(cloud.clock.now() + 120_000);
  expect(await look('bh-p6', one)).toMatchObject({ acts: expect.arrayContaining(['withdraw']) as unknown });
  expect((await look('bh-p6', one)).asked).toEqual([]);
  cloud.replace('townships', before);
  cloud.clock.set(cloud.clock.now() + 120_000);
});

it('refuses a draft without category or request, by whoever is no deputy, and what a stranger asks', async () => {
  const wrong = [
    ['bh-p5', { category: 'sea' }, { code: 'bad-input', details: { field: 'category' } }],
    ['bh-p5', { requests: [NONE] }, { code: 'bad-input', details: { field: 'requests' } }],
    ['bh-staff', {}, { code: 'not-allowed' }],
    ['bh-p7', {}, { code: 'not-allowed' }],
  ] as const;
  for (const [openid, input, refused] of wrong) expect(await draft(openid, input)).toMatchObject(refused);
  const one = await begin();
  const submit = { act: 'submit' } as const;
  expect(await act('bh-p8', one, submit)).toMatchObject({ code: 'not-found' });
  expect(await act('bh-p5', NONE, submit)).toMatchObject({ code: 'not-found' });
  await all(one, ['bh-p5', { act: 'ask', persons: ['p6'] }]);
  // Whoever was asked sees it, and learns that it is not theirs.
  expect(await act('bh-p6', one, submit)).toMatchObject({ code: 'not-owner' });
  const letter = (openid: string, suggestion: string, at: number) =>
    cloud.invoke('congress', 'openLetter', { township: 'bh', suggestion, at }, { openid });
  const [answered] = cloud
    .documents<SuggestionDocument>('suggestions')
    .filter(({ township, replies }) => township === 'bh' && replies.length > 0);
  const at = answered?.replies[0]?.at ?? 0;
  for (const [openid, suggestion, when] of [
    ['bh-p5', one, at],
    ['bh-p8', one, at],
    ['bh-staff', NONE, at],
    ['bh-staff', answered?._id ?? '', at + 1],
  ] as const)
    expect(await letter(openid, suggestion, when)).toMatchObject({ code: 'not-found' });
});

/** So many of them in place of all of the township's. */
function fillWith(one: SuggestionDocument | undefined, count: number, own: (n: number) => object) {
  const rows = Array.from({ length: count }, (_, n) => ({ ...one, ...own(n) }));
  cloud.replace('suggestions', rows);
}
const two = (n: number) => `${'0'.repeat(18)}${String(n).padStart(2, '0')}`;
async function read<T>(openid: string, action: string, input: object = {}): Promise<T> {
  return (await cloud.invoke('congress', action, { township: 'bh', ...input }, { openid })).data as T;
}

it('is read a page at a time: by date where it is open, the newest first otherwise', async () => {
  const [open] = sample.filter(({ township, state }) => township === 'bh' && state === 'assigned');
  const many = LIMITS.page + 2;
  fillWith(open, many, (n) => ({ _id: `bh~s${two(n)}`, number: two(n), seq: two(n), dueSeq: two(n) }));
  const numbers = Array.from({ length: many }, (_, n) => two(n));
  const inOrder = { waiting: numbers, all: [...numbers].reverse() };
  for (const [queue, wanted] of Object.entries(inOrder)) {
    const list = (after: object) =>
      read<Output<'congress', 'suggestions'>>('bh-staff', 'suggestions', { queue, ...after });
    const first = await list({});
    expect(first.suggestions.map(({ number }) => number)).toEqual(wanted.slice(0, LIMITS.page));
    const rest = await list({ after: first.next });
    expect(rest.suggestions.map(({ number }) => number)).toEqual(wanted.slice(LIMITS.page));
    expect(rest).not.toHaveProperty('next');
  }
  cloud.replace('suggestions', sample);
});

it('is public as the office worded it, a page at a time, with figures beside the first', async () => {
  const [closed] = sample.filter(({ township, state }) => township === 'bh' && state === 'closed');
  const id = closed?._id ?? '';
  const before = await read<Output<'congress', 'publicSuggestions'>>('bh-villager-1', 'publicSuggestions');
  expect(before.suggestions.map(({ suggestion }) => suggestion)).not.toContain(id);
  await all(id, ['bh-staff', { act: 'publish', title: '村道硬化', result: '已经通车' }]);
  const card = await read<Output<'congress', 'publicSuggestions'>>('bh-villager-1', 'publicSuggestions');
  const [directory] = cloud.documents<Directory>('townships').filter(({ _id }) => _id === 'bh');
  expect(card.suggestions.find(({ suggestion }) => suggestion === id)).toEqual({
    suggestion: id,
    number: closed?.number,
    title: '村道硬化',
    result: '已经通车',
    categoryName: directory?.categories.find((one) => one.id === closed?.category)?.name,
    unitName: directory?.units.find((one) => one.id === closed?.unit)?.name,
    class: closed?.replies.at(-1)?.class,
  });
  expect(card.figures).toEqual(await read('bh-staff', 'suggestionFigures'));
  const published = cloud.documents<SuggestionDocument>('suggestions').find(({ _id }) => _id === id);
  const many = LIMITS.page + 1;
  fillWith(published, many, (n) => ({ _id: `bh~s${two(n)}`, number: two(n), seq: two(n), board: two(n) }));
  const first = await read<Output<'congress', 'publicSuggestions'>>('bh-p5', 'publicSuggestions');
  expect([first.suggestions.length, first.suggestions[0]?.number]).toEqual([LIMITS.page, two(many - 1)]);
  const { next: after } = first;
  const rest = await read<Output<'congress', 'publicSuggestions'>>('bh-p5', 'publicSuggestions', { after });
  expect(rest.suggestions.map(({ number }) => number)).toEqual([two(0)]);
  expect(Object.keys(rest)).toEqual(['suggestions']);
  cloud.replace('suggestions', sample);
});

it('shows whoever writes another what was handed in on the matter: the newest ten, no drafts', async () => {
  const [unit] = sample.filter(
    ({ township, unit: has, submittedOn }) => township === 'bh' && has && submittedOn,
  );
  const states = ['assigned', 'drafting', 'withdrawn', 'letter'] as const;
  fillWith(unit, 48, (n) => ({ _id: `bh~s${two(n)}`, number: two(n), seq: two(n), state: states[n % 4] }));
  const { category = '', submittedOn, unit: handled } = unit ?? {};
  const earlier = await read<Output<'congress', 'earlierSuggestions'>>('bh-p8', 'earlierSuggestions', {
    category,
  });
  const [directory] = cloud.documents<Directory>('townships').filter(({ _id }) => _id === 'bh');
  const unitName = directory?.units.find(({ id }) => id === handled)?.name;
  const [first] = earlier.suggestions;
  expect(first).toEqual({
    number: two(44),
    title: first?.title,
    state: 'assigned',
    on: submittedOn,
    unitName,
  });
  expect(first?.title).toMatch(/\p{Script=Han}/u);
  expect(earlier.suggestions.map(({ number }) => number)).toEqual(
    Array.from({ length: 10 }, (_, n) => two(44 - 4 * n)),
  );
  const other = directory?.categories.find(({ id }) => id !== category)?.id;
  expect(await read('bh-p8', 'earlierSuggestions', { category: other })).toEqual({ suggestions: [] });
  cloud.replace('suggestions', sample);
});

it('counts eight suggestions of the first session, all 办复', async () => {
  cloud.replace('suggestions', sample);
  const { data } = await cloud.invoke(
    'congress',
    'suggestionFigures',
    { township: 'bh', session: 's181' },
    { openid: 'bh-staff' },
  );
  expect(data).toMatchObject({
    total: 8,
    open: 0,
    answered: 8,
    done: 8,
    promised: 0,
  } satisfies SuggestionFigures);
});

it('lists what waits for whom, and nothing to whoever has no such list', async () => {
  cloud.replace('suggestions', sample);
  const list = async (openid: string, queue: string) => {
    const answer = await cloud.invoke('congress', 'suggestions', { township: 'bh', queue }, { openid });
    if (!answer.ok) return answer.code;
    return (answer.data as { suggestions: SuggestionView[] }).suggestions.map(({ state }) => state).sort();
  };
  expect(await list('bh-staff', 'examine')).toEqual(['sent-back', 'submitted']);
  expect(await list('bh-p1', 'decide')).toEqual(['examined', 'returned', 'review']);
  expect(await list('bh-staff', 'promised')).toEqual(['promised']);
  expect(await list('bh-p8', 'asked')).toHaveLength(1);
  expect((await list('bh-unit', 'unit'))?.length).toBeGreaterThan(0);
  expect(await list('bh-staff', 'mine')).toBe('bad-input');
  expect(await list('bh-villager-1', 'all')).toBe('not-allowed');
});

it('drafts from a cluster of requests without a villager’s words, for nobody whom one is kept from', async () => {
  const requests = cloud
    .documents<RequestDocument>('requests')
    .filter(({ township, hidden }) => township === 'bh' && hidden.length === 0)
    .slice(0, 2);
  const draftAs = (openid: string) =>
    cloud.invoke(
      'congress',
      'draftFromRequests',
      { township: 'bh', requests: requests.map(({ _id }) => _id) },
      { openid },
    );
  const { data } = await draftAs('bh-staff');
  const [directory] = cloud.documents<Directory>('townships').filter(({ _id }) => _id === 'bh');
  const named = (rows: Directory['villages' | 'categories'] = [], id?: string) =>
    rows.find((row) => row.id === id)?.name ?? '';
  const places = [...new Set(requests.map(({ village }) => named(directory?.villages, village)))].join('、');
  const category = requests[0]?.category;
  const about = named(directory?.categories, category);
  const numbers = requests.map(({ number }) => number).join('、');
  expect(data).toEqual({
    title: `关于解决${places}${about}问题的建议`,
    grounds: `${places}群众反映${about}方面的意见2件（编号${numbers}）。`,
    category,
    requests: requests.map(({ _id }) => _id),
  });
  const lost = { township: 'bh', requests: [...requests.map(({ _id }) => _id), NONE] };
  expect(await cloud.invoke('congress', 'draftFromRequests', lost, { openid: 'bh-staff' })).toMatchObject({
    code: 'not-found',
  });
  expect(await draftAs('bh-p1')).toMatchObject({ ok: true });
  // One of them is about the chief.
  const all = cloud.documents<{ _id: string }>('requests');
  cloud.replace(
    'requests',
    all.map((one) => (one._id === requests[0]?._id ? Object.assign({}, one, { recused: ['p1'] }) : one)),
  );
  expect(await draftAs('bh-p1')).toMatchObject({ ok: false, code: 'not-found' });
  cloud.replace('requests', all);
});
