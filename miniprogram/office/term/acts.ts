/** What the office may do with a change of term, as buttons with what each needs; and the step from what was filled in. */
import { TERM_ACTS } from '../../contract/congress/term';
import type { TermAct, TermStep, TermView } from '../../contract/congress/term';
import { LIMITS } from '../../contract/limits';
import type { Places } from '../../contract/registry';
import type { PanelAct, PanelField, Values } from '../../contract/shapes';

const line = (name: string, label: string): PanelField => ({
  name,
  label,
  kind: 'line',
  limit: LIMITS.title,
});

export const PREPARE: PanelAct = {
  id: 'prepare',
  label: '准备换届',
  words:
    '选举由选举委员会主持，这里只管当选以后的事。开幕那天零点起，代表身份、小组、组长、值班和应到人数都按新名单。',
  yes: '开始准备',
  fields: [
    line('name', '哪一届（如：第十九届）'),
    { name: 'opens', label: '新一届一次会议哪天开幕', kind: 'date' },
  ],
};

interface Ask {
  words: string;
  fields: readonly PanelField[];
  quiet?: boolean;
}

const RESULTS = [
  { id: 'all', text: '全部当选有效' },
  { id: 'some', text: '有当选无效的' },
];
const VOID = { field: 'result', is: ['some'] };

const LIST_HINT = '一行一位：姓名 选区 代表小组；是组长、主席团成员的写在后面。名册里没有的人会添进名册。';
const VILLAGE_HINT = '一行一个村：村名 代表小组。没有列出的照旧。';

const ASKS: Readonly<Record<TermAct, Ask>> = {
  saveList: {
    words: '从表格里整列复制过来就行，按姓氏笔画排。再贴一次就整个换掉。',
    fields: [{ name: 'lines', label: '当选名单', kind: 'words', limit: LIMITS.electedText, hint: LIST_HINT }],
  },
  saveVillages: {
    words: '开幕那天起，路由表里没有写明的事归这个小组。',
    fields: [{ name: 'villages', label: '各村归哪个小组', kind: 'words', limit: 2_000, hint: VILLAGE_HINT }],
    quiet: true,
  },
  examine: {
    words: '代表资格审查委员会向主席团报告、主席团确认以后登记。当选无效的不进名册；名单改了要重新审查。',
    fields: [
      { name: 'date', label: '哪天审查的', kind: 'date' },
      line('number', '报告文号'),
      { name: 'result', label: '审查结果', kind: 'choice', choices: RESULTS },
      { name: 'invalid', label: '谁当选无效', kind: 'choices', when: VOID },
      { ...line('words', '为什么无效'), when: VOID },
    ],
  },
  publish: {
    words: '公布以后名册里就写上新一届，从开幕那天起算。开幕以前还能撤回。',
    fields: [line('notice', '公告文号')],
  },
  changeDay: {
    words: '名册里的日期一起改。',
    fields: [{ name: 'opens', label: '改到哪天开幕', kind: 'date' }],
    quiet: true,
  },
  withdraw: { words: '名册回到公布以前的样子。', fields: [line('words', '为什么撤回')], quiet: true },
  drop: { words: '这次准备作废，名册不动。', fields: [line('words', '为什么不用了')], quiet: true },
};

function valuesOf(act: TermAct, { lines, villages }: TermView, places: Places): Values | undefined {
  if (act === 'saveList') return lines === '' ? undefined : { lines };
  if (act !== 'saveVillages') return undefined;
  const nameOf = (id: string) => places.groups.find((group) => group.id === id)?.name ?? '';
  return { villages: villages.map(({ name, group }) => `${name} ${nameOf(group)}`).join('\n') };
}

/** What leads on first: list, examination, publishing. */
function isNext(act: TermAct, { rows, examined, state }: TermView): boolean {
  if (state !== 'preparing') return false;
  if (rows.length === 0) return act === 'saveList';
  return act === (examined ? 'publish' : 'examine');
}

export function toActs(view: TermView | undefined, places: Places): PanelAct[] {
  if (!view || view.acts.length === 0) return [PREPARE];
  return view.acts.map((id) => {
    const { words } = ASKS[id];
    const fields = ASKS[id].fields.map((field) =>
      field.name === 'invalid'
        ? { ...field, choices: view.rows.map(({ row, name }) => ({ id: row, text: name })) }
        : field,
    );
    const values = valuesOf(id, view, places);
    const label = TERM_ACTS[id];
    return {
      id,
      label,
      words,
      yes: label,
      fields,
      ...(values && { values }),
      ...(!isNext(id, view) && { quiet: true }),
    };
  });
}

/** «柳树村 第三代表小组»: names as the directory has them; a line that names nothing known is answered. */
function readVillages(text: string, places: Places): { village: string; group: string }[] | string {
  const found: { village: string; group: string }[] = [];
  for (const one of text.split('\n')) {
    const [village = '', group = ''] = one.trim().split(/[\s,，、]+/);
    if (village === '') continue;
    const place = places.villages.find(({ name }) => name === village);
    const to = places.groups.find(({ name }) => name === group);
    if (!place || !to) return one.trim();
    found.push({ village: place.id, group: to.id });
  }
  return found;
}

/** A string: the line that could not be read. */
export function toStep(id: string, values: Values, places: Places): TermStep | string {
  const act = id as TermAct;
  const text = (name: string) => String(values[name] ?? '');
  switch (act) {
    case 'saveList':
      return { act, lines: text('lines') };
    case 'saveVillages': {
      const villages = readVillages(text('villages'), places);
      return typeof villages === 'string' ? villages : { act, villages };
    }
    case 'examine':
      return {
        act,
        date: text('date'),
        number: text('number'),
        ...(text('result') === 'some' && {
          invalid: (values['invalid'] ?? []) as readonly string[],
          words: text('words'),
        }),
      };
    case 'publish':
      return { act, notice: text('notice') };
    case 'changeDay':
      return { act, opens: text('opens') };
    case 'withdraw':
    case 'drop':
      return { act, words: text('words') };
  }
}
