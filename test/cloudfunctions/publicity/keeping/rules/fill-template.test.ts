/** Templates: what each kind is filled with, cut to what may be kept, and a township's own in the place of ours. */
import {
  allTemplates,
  BUILT_IN,
} from '../../../../../cloudfunctions/publicity/keeping/rules/built-in-templates';
import { fillTemplate } from '../../../../../cloudfunctions/publicity/keeping/rules/fill-template';
import { ARTICLE_LIMITS, type Block } from '../../../../../miniprogram/contract/article';
import type { Template } from '../../../../../miniprogram/contract/article-template';
import app from '../../../../../miniprogram/app.json';

const template = (...blocks: Block[]): Template => ({
  id: 'x',
  name: 'x',
  kind: 'blank',
  title: '{{a}}',
  digest: '{{ a }}',
  blocks,
});
const [a] = fillTemplate(
  template({ id: 't', type: 'text', text: '[{{a}}{{b}}{{a1}}{{toString}}]' }),
  { a: '字' },
  '作者',
).blocks;

it('a field is filled wherever it stands, and one that is not there leaves nothing', () => {
  expect(a).toEqual({ id: 't', type: 'text', text: '[字{{a1}}]' });
});

it('every field of a block that holds words is filled, and cut to what may be kept', () => {
  const long = '👍'.repeat(4_000);
  const L = ARTICLE_LIMITS;
  const made = fillTemplate(
    template(
      { id: 'h', type: 'heading', text: '{{a}}' },
      { id: 't', type: 'text', text: '{{a}}' },
      { id: 'q', type: 'quote', text: '{{a}}', from: '{{a}}' },
      { id: 'p', type: 'picture', picture: { file: 'f', faces: 'none' }, caption: '{{a}}' },
      { id: 'k', type: 'code', scene: 'bh', caption: '{{a}}' },
      { id: 'c', type: 'card', title: '{{a}}', path: 'p' },
      { id: 'n', type: 'numbers', items: [{ value: '{{a}}', unit: '{{a}}', label: '{{a}}' }] },
    ),
    { a: long },
    long,
  );
  const cut = (max: number) => '👍'.repeat(max);
  expect(made).toEqual({
    title: cut(L.titleDraft),
    author: cut(L.authorDraft),
    digest: cut(L.digestDraft),
    blocks: [
      { id: 'h', type: 'heading', text: cut(L.heading) },
      { id: 't', type: 'text', text: cut(L.text) },
      { id: 'q', type: 'quote', text: cut(L.text), from: cut(L.caption) },
      { id: 'p', type: 'picture', picture: { file: 'f', faces: 'none' }, caption: cut(L.caption) },
      { id: 'k', type: 'code', scene: 'bh', caption: cut(L.caption) },
      { id: 'c', type: 'card', title: cut(L.caption), path: 'p' },
      {
        id: 'n',
        type: 'numbers',
        items: [{ value: cut(L.number), unit: cut(L.number), label: cut(L.number) }],
      },
    ],
  });
});

it('a township’s own template takes the place of ours by its id, others come behind', () => {
  const own = (id: string): Template => ({ ...template(), id });
  const all = allTemplates([own('mine'), own('solved')]);
  expect(all.map(({ id }) => id)).toEqual([...BUILT_IN.map(({ id }) => id), 'mine']);
  expect(all.find(({ id }) => id === 'solved')).toEqual(own('solved'));
  expect(allTemplates([])).toEqual(BUILT_IN);
});

describe('each of ours', () => {
  const PAGES: readonly string[] = app.pages;
  const FIELDS: Readonly<Record<string, readonly string[]>> = {
    'reception-day': [
      'township',
      'date',
      'homes',
      'homeNames',
      'receivers',
      'visits',
      'explained',
      'requests',
    ],
    request: ['township', 'title', 'village', 'category', 'asked', 'reply', 'days'],
    activity: ['township', 'date', 'profession', 'title', 'place', 'speaker', 'people'],
    duty: ['township', 'date', 'kind', 'title', 'deputies', 'place', 'sites', 'words', 'result'],
    blank: [],
  };

  it.each(BUILT_IN.map((one) => [one.id, one] as const))(
    '%s names only fields of its kind, blocks apart by their ids, and pages that there are',
    (_id, one) => {
      const named = [...JSON.stringify(one).matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
      expect(named.filter((name) => !FIELDS[one.kind]?.includes(name))).toEqual([]);
      const ids = one.blocks.map(({ id }) => id);
      expect(ids.every((id) => /^[a-z-]+$/.test(id))).toBe(true);
      expect(new Set(ids).size).toBe(ids.length);
      const cards = one.blocks.flatMap((block) => (block.type === 'card' ? [block.path] : []));
      expect(cards.filter((path) => !PAGES.includes(path))).toEqual([]);
      const photos = one.blocks.flatMap((block) => (block.type === 'picture' ? [block.picture] : []));
      expect(photos).toEqual(photos.map(() => ({ file: '', faces: 'unknown' })));
    },
  );

  it('there is one for each kind of source, and an empty sheet', () => {
    expect(BUILT_IN.map(({ kind }) => kind)).toEqual([
      'reception-day',
      'request',
      'activity',
      'duty',
      'blank',
    ]);
    expect(BUILT_IN.map(({ blocks }) => blocks.map(({ type }) => type).join(' '))).toEqual([
      'text numbers picture heading text heading text card',
      'heading text picture heading text numbers card',
      'text picture heading text quote card',
      'text picture text text text card',
      'text',
    ]);
    expect(BUILT_IN.at(-1)).toMatchObject({ title: '', digest: '', blocks: [{ text: '' }] });
  });
});
