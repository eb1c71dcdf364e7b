/** @jest-environment jsdom */
import { fillFields, sayMissing, tidy, toggle } from '../../../miniprogram/components/act-panel/fill';
import type { PanelAct } from '../../../miniprogram/contract/shapes';
import { clearScreen, readScreen, showComponent } from '../../support/components';
import type { Shown } from '../../support/components';
import { tapAndHear } from '../../support/hear-events';

afterEach(clearScreen);

const bare: PanelAct = { id: 'take', label: '收到，我来联系', words: '', yes: '', fields: [] };
const asking: PanelAct = {
  ...bare,
  id: 'withdraw',
  label: '撤回',
  words: '撤回后不再办，要撤回吗？',
  yes: '撤回',
};
const filling: PanelAct = {
  id: 'assign',
  label: '交办',
  words: '交给承办单位',
  yes: '交办',
  fields: [
    { name: 'lead', kind: 'choice', label: '主办单位', choices: [{ id: 'u1', text: '镇村建办' }] },
    {
      name: 'assisting',
      kind: 'choices',
      label: '协办单位',
      optional: true,
      choices: [
        { id: 'u2', text: '镇水利站' },
        { id: 'u3', text: '柳树村委会' },
      ],
    },
    { name: 'words', kind: 'words', label: '意见', quick: ['请抓紧办理'] },
  ],
};
const more = { ...bare, id: 'more', label: '转组长' };

function show(acts: readonly PanelAct[], rest: Record<string, unknown> = {}): Shown {
  return showComponent('components/act-panel/act-panel', { acts, stamp: '1', ...rest });
}

const at = (panel: Shown, selector: string, index = 0): Shown | undefined =>
  panel.querySelectorAll(selector)[index] as Shown | undefined;

async function press(panel: Shown, name: string, dataset: object, detail: object = {}): Promise<void> {
  const methods = panel.instance as unknown as Record<string, (event: object) => void>;
  methods[name]?.call(panel.instance, { currentTarget: { dataset }, detail });
  await Promise.resolve();
}

test('an act that asks for nothing is done by its button', async () => {
  const panel = show([bare, more]);
  expect(readScreen(panel)).toBe('收到，我来联系转组长');
  expect(await tapAndHear(panel, at(panel, '.other'), ['act'])).toEqual([
    { name: 'act', detail: { id: 'more', values: {} } },
  ]);
});

test('nothing legal: no panel at all', () => {
  expect(readScreen(show([]))).toBe('');
});

test('what cannot be taken back is asked first', async () => {
  const panel = show([bare, asking]);
  expect(await tapAndHear(panel, at(panel, '.other'), ['act'])).toEqual([]);
  expect(readScreen(panel)).toContain('撤回后不再办，要撤回吗？');
});

test('more acts than fit stand behind 更多', async () => {
  const panel = show([bare, asking, filling, { ...bare, id: 'x', label: '甲' }, more]);
  expect(readScreen(panel)).not.toContain('转组长');
  await press(panel, 'showAll', {});
  expect(readScreen(panel)).toContain('转组长');
});

test('the button says what is missing until all is there, then tells what was filled in', async () => {
  const panel = show([bare, filling]);
  await press(panel, 'begin', { id: 'assign' });
  expect(readScreen(panel)).toContain('请先选：主办单位');
  await press(panel, 'choose', { name: 'lead' }, { id: 'u1' });
  expect(readScreen(panel)).toContain('请先写：意见');
  await press(panel, 'mark', { name: 'assisting', id: 'u3' });
  await press(panel, 'type', { name: 'words' }, { value: ' 请去看 ' });
  const heard: unknown[] = [];
  (
    panel as unknown as { addEventListener(n: string, f: (e: { detail: unknown }) => void): void }
  ).addEventListener('act', ({ detail }) => heard.push(detail));
  await press(panel, 'confirm', {});
  expect(heard).toEqual([{ id: 'assign', values: { lead: 'u1', assisting: ['u3'], words: '请去看' } }]);
});

test('a request that went on closes what was open; the same request again does not', async () => {
  const panel = show([bare, filling]);
  await press(panel, 'begin', { id: 'assign' });
  panel.setData({ acts: [bare, filling] });
  expect(readScreen(panel)).toContain('主办单位');
  panel.setData({ stamp: '2' });
  expect(readScreen(panel)).not.toContain('主办单位');
});

test('blanks alone are nothing written; what may be left out is left out', () => {
  expect(sayMissing(filling, { lead: 'u1', words: '  ' })).toBe('请先写：意见');
  expect(tidy(filling, { lead: 'u1', words: ' 好 ', assisting: [] })).toEqual({ lead: 'u1', words: '好' });
});

test('a second press takes a mark away again', () => {
  expect(toggle(toggle(['u2'], 'u3'), 'u2')).toEqual(['u3']);
  expect(fillFields(filling, { assisting: ['u3'] })[1]?.marked.map(({ on }) => on)).toEqual([false, true]);
});

test('what was typed before a proposal came in stays; the other fields take the proposal', async () => {
  const panel = show([filling]);
  await press(panel, 'begin', { id: 'assign' });
  await press(panel, 'type', { name: 'words' }, { value: '请周五前办好' });
  panel.setData({ given: { words: '拟的意见', lead: 'u1' } });
  const { data } = panel.instance as unknown as {
    data: { fields: readonly { name: string; text: string }[] };
  };
  expect(data.fields.map(({ name, text }) => [name, text])).toEqual([
    ['lead', 'u1'],
    ['assisting', ''],
    ['words', '请周五前办好'],
  ]);
});

test('a chosen day is read as people say it, and goes out as it is stored', async () => {
  const dated: PanelAct = {
    ...filling,
    fields: [{ name: 'date', kind: 'date', label: '哪天' }],
  };
  const panel = show([dated], { ready: true });
  expect(readScreen(panel)).toContain('选日期');
  await press(panel, 'setDay', { name: 'date' }, { value: '2026-11-23' });
  expect(readScreen(panel)).toContain('2026年11月23日');
  expect(readScreen(panel)).not.toContain('2026-11-23');
  expect(tidy(dated, { date: '2026-11-23' })).toEqual({ date: '2026-11-23' });
});
