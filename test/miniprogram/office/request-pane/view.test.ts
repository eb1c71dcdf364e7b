import { readStep, takeOut, toDraft, toPaneScreen } from '../../../../miniprogram/office/request-pane/view';
import { card, places, request } from '../../../support/sample-answers';
import { answered, assigned } from '../../../support/sample-requests';

const TODAY = '2026-11-23';

test('names, phones and numbers that are proposed for removal are taken out, and it is said which', () => {
  const text = '张样样说路断了，电话13800000000，再打';
  const remove = [
    { from: 0, to: 3, why: 'name' as const },
    { from: text.indexOf('1'), to: text.indexOf('1') + 11, why: 'phone' as const },
  ];
  expect(takeOut({ text, remove })).toBe('某说路断了，电话某，再打');
  const clean = { text: '路断了', remove: [] };
  expect(toDraft({ title: clean, summary: { text, remove }, result: clean })).toEqual({
    values: { title: '路断了', summary: '某说路断了，电话某，再打', result: '路断了' },
    removed: '已经替您去掉：张样样、13800000000。请再看一遍。',
  });
  expect(toDraft({ title: clean, summary: clean, result: clean }).removed).toBe('');
});

test('what is assigned or answered can be printed by the office, not by the unit', () => {
  const prints = (view: typeof request) =>
    toPaneScreen({ view, places, similar: [], today: TODAY }).prints.map(({ id }) => id);
  expect(prints(assigned)).toEqual(['receipt', 'assignment']);
  expect(prints({ ...answered, reader: 'office' })).toEqual(['receipt', 'reply']);
  expect(prints({ ...assigned, reader: 'unit' })).toEqual([]);
});

test('the unit of the category stands first though the card knows only its name', () => {
  const view = { ...assigned, acts: ['assign' as const] };
  const { acts } = toPaneScreen({ view, places, similar: [card], today: TODAY });
  expect(acts[0]?.fields[0]?.choices?.[0]?.id).toBe('u2');
});

test('a reply is marked as paper only when the office enters it', () => {
  const values = { class: 'A', words: '好了' };
  expect(readStep('reply', values, assigned)).toMatchObject({ paper: true });
  expect(readStep('reply', values, { ...assigned, reader: 'unit' })).not.toHaveProperty('paper');
});

test('extension, assisting units and dispatches are before the office’s eyes', () => {
  const { request, dispatches } = toPaneScreen({ view: assigned, places, similar: [], today: TODAY });
  expect(request.marks).toEqual([
    '主办 镇水利站，协办 柳树城村委会，12月11日前答复',
    '申请延期到 12月25日：要等管道到货',
  ]);
  expect(dispatches[0]).toContain('11月调度会');
});

test('交办 says by when the unit answers: the usual day stands there, and what was set goes along', () => {
  const replyDays = { first: '2026-11-24', usual: '2026-12-14', latest: '2027-01-05' };
  const view = { ...assigned, acts: ['assign' as const, 'note' as const], replyDays };
  const { acts } = toPaneScreen({ view, places, similar: [], today: TODAY });
  const [assign, note] = acts;
  expect(assign?.values).toMatchObject({ replyBy: '2026-12-14' });
  expect(assign?.fields.map(({ name }) => name)).toEqual(['lead', 'assist', 'replyBy', 'words']);
  expect(assign?.fields[2]).toMatchObject({ kind: 'date', from: '2026-11-24', to: '2027-01-05' });
  expect(note?.fields.some(({ name }) => name === 'replyBy')).toBe(false);
  const step = readStep('assign', { lead: 'u1', assist: [], replyBy: '2026-12-20' }, view);
  expect(step).toMatchObject({ act: 'assign', replyBy: '2026-12-20' });
});
