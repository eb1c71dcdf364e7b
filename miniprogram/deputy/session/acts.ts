/** What may be done with a session, as buttons with what each needs. */
import { NOT_HERE, PAPER_LABELS, SESSION_ACTS } from '../../contract/congress/session-labels';
import type { SessionView } from '../../contract/congress/session';
import { LIMITS } from '../../contract/limits';
import type { Places } from '../../contract/registry';
import type { LocalDate } from '../../contract/wire';
import type { PanelAct, PanelChoice, PanelField } from '../../contract/shapes';
import { HALVES, writeAgenda } from './steps';

const line = (name: string, label: string): PanelField => ({
  name,
  label,
  kind: 'line',
  limit: LIMITS.title,
});
const choice = (name: string, label: string, choices: readonly PanelChoice[]): PanelField => ({
  name,
  label,
  kind: 'choice',
  choices,
});

const act = (id: string, label: string, words: string, fields: readonly PanelField[]): PanelAct => ({
  id,
  label,
  words,
  yes: label,
  fields,
  quiet: true,
});
/** What leads on: the main button. */
const main = ({ id, label, words, yes, fields }: PanelAct): PanelAct => ({ id, label, words, yes, fields });

const HALF_CHOICES = Object.entries(HALVES).map(([id, [start, end, name]]) => ({
  id,
  text: `${name} ${start}-${end}`,
}));
const KIND_CHOICES = Object.entries(PAPER_LABELS).map(([id, text]) => ({ id, text }));
const LISTED: readonly PanelChoice[] = [
  { id: 'yes', text: '列入' },
  { id: 'no', text: '不列入，作代表建议办理' },
];

const AGENDA_ACT = act(
  'saveAgenda',
  SESSION_ACTS.saveAgenda,
  '一行一项议程，定了时间的写在前面，如“9:00 听取报告”。每天开哪几个半天。',
  [
    { name: 'agenda', label: '议程（一行一项）', kind: 'words', limit: 2_000 },
    { name: 'halves', label: '哪几个半天', kind: 'choices', choices: HALF_CHOICES },
  ],
);
/** What stands there is there to be changed. */
function saveAgenda({ agenda, sittings, from }: SessionView): PanelAct {
  const halves = Object.entries(HALVES).flatMap(([id, [start]]) =>
    sittings.some((one) => one.start === start) ? [id] : [],
  );
  if (agenda.length === 0) return AGENDA_ACT;
  return { ...AGENDA_ACT, values: { agenda: writeAgenda(agenda, from), halves } };
}
const ADD_PAPER = act('addPaper', SESSION_ACTS.addPaper, NOT_HERE, [
  line('title', '材料名称'),
  choice('kind', '是公开还是周知性内容', KIND_CHOICES),
  line('where', '文号，或者在哪里取'),
]);
const NOTIFY = main(
  act('notify', SESSION_ACTS.notify, '代表会收到通知，答复参加或请假。', [line('place', '地点')]),
);
const MINUTES = act('fileMinutes', SESSION_ACTS.fileMinutes, '只记卷号，正文在档案里。', [
  line('number', '卷号'),
]);
const CLOSE = act('close', SESSION_ACTS.close, '闭会以后议程和通知不能再改。', []);

function actsInSession(
  items: readonly PanelChoice[],
  deputies: readonly PanelChoice[],
  categories: readonly PanelChoice[],
) {
  const leftOff = { field: 'listed', is: ['no'] };
  return {
    vote: act('recordVote', SESSION_ACTS.recordVote, '应到按在职代表计算，过全体代表半数才通过。', [
      choice('item', '哪一项', items),
      line('title', '表决什么'),
      line('present', '实到'),
      line('for', '赞成'),
      line('against', '反对'),
      line('abstain', '弃权'),
    ]),
    opinion: act('addOpinion', '登记审议意见', '按发言记录填写，谁对哪一项说了什么。', [
      choice('item', '哪一项', items),
      choice('person', '谁发言', deputies),
      { name: 'words', label: '说了什么', kind: 'words', limit: LIMITS.stepWords },
    ]),
    bill: act('addBill', '登记议案', '五名以上代表在纸上联名。', [
      line('title', '案由'),
      { name: 'persons', label: '哪几位联名', kind: 'choices', choices: deputies },
      choice('listed', '列入议程吗', LISTED),
      { ...choice('lead', '哪一位领衔（在联名的里面）', deputies), when: leftOff },
      { ...choice('category', '哪一类', categories), when: leftOff },
    ]),
  };
}

export function officeActs(view: SessionView, places: Places | null, today: LocalDate): PanelAct[] {
  const { agenda, state, to } = view;
  const agendaAct = saveAgenda(view);
  const items = agenda.map(({ id, title }) => ({ id, text: title }));
  const deputies = (places?.deputies ?? [])
    .filter(({ level }) => level === 'town')
    .map(({ person, name }) => ({ id: person, text: name }));
  const categories = (places?.categories ?? []).map(({ id, name }) => ({ id, text: name }));
  const { vote, opinion, bill } = actsInSession(items, deputies, categories);
  if (state === 'prepared')
    return items.length > 0 ? [NOTIFY, agendaAct, ADD_PAPER] : [main(agendaAct), ADD_PAPER];
  // It can be closed on its last day; when that is over, closing it is what is left.
  const closing = today < to ? [] : today > to ? [main(CLOSE)] : [CLOSE];
  if (state === 'noticed') return [opinion, vote, bill, ADD_PAPER, MINUTES, agendaAct, ...closing];
  // What stands on paper is often typed when it is over.
  return [opinion, vote, bill, ADD_PAPER, MINUTES];
}

export const ANSWER: PanelAct = {
  id: 'answerNotice',
  label: '答复会议通知',
  words: '请假要写事由，由人大办答复。',
  yes: '答复',
  fields: [
    choice('answer', '来不来', [
      { id: 'attending', text: '参加' },
      { id: 'leave', text: '请假' },
    ]),
    {
      name: 'reason',
      label: '事由',
      kind: 'line',
      limit: LIMITS.reason,
      when: { field: 'answer', is: ['leave'] },
    },
  ],
};
