/** What may be done in the presidium's room, as buttons with what each needs, and what to send for it. */
import { KEY_KINDS, TOPIC_ACTS, TOPIC_FORMS } from '../../contract/congress/presidium-labels';
import type {
  KeyCandidate,
  MeetingItem,
  TopicAct,
  TopicForm,
  TopicStep,
  TopicView,
} from '../../contract/congress/presidium';
import { LIMITS } from '../../contract/limits';
import type { Places } from '../../contract/registry';
import type { PanelAct, PanelChoice, PanelField, Values } from '../../contract/shapes';

const line = (name: string, label: string): PanelField => ({
  name,
  label,
  kind: 'line',
  limit: LIMITS.title,
});
const words = (label: string): PanelField => ({
  name: 'words',
  label,
  kind: 'words',
  limit: LIMITS.stepWords,
});
const day = (name: string, label: string): PanelField => ({ name, label, kind: 'date' });
const choice = (name: string, label: string, choices: readonly PanelChoice[]): PanelField => ({
  name,
  label,
  kind: 'choice',
  choices,
});

const FORMS = Object.entries(TOPIC_FORMS).map(([id, text]) => ({ id, text }));
const topicFields = [line('title', '议题'), choice('form', '什么形式', FORMS), day('on', '计划哪天')];

export const PLAN: PanelAct = {
  id: 'plan',
  label: '列入监督计划',
  words: '一年的监督议题，一项一项列。',
  yes: '列入',
  fields: topicFields,
};

/** `topicAct.<id of the topic>`. */
export function topicActs(topic: TopicView, places: Places | null): PanelAct[] {
  const units = (places?.units ?? []).map(({ id, name }) => ({ id, text: name }));
  const fields: Readonly<Record<TopicAct, readonly PanelField[]>> = {
    edit: topicFields,
    hold: [day('date', '哪天开展的'), words('看到什么、听到什么')],
    handOn: [
      line('number', '审议意见文号'),
      words('审议意见'),
      choice('unit', '交给哪个单位', units),
      day('replyBy', '哪天前报告'),
    ],
    reportBack: [line('number', '报告文号'), words('研究处理情况')],
    accept: [words('主席团的意见')],
    again: [words('还要办什么'), day('replyBy', '哪天前再报告')],
    drop: [words('为什么不再开展')],
  };
  const { title, form, on } = topic;
  return topic.acts.map((id) => ({
    id: `${id}.${topic.topic}`,
    label: TOPIC_ACTS[id],
    words: title,
    yes: TOPIC_ACTS[id],
    fields: fields[id],
    ...(id === 'edit' && { values: { title, form, on } }),
    ...((id === 'edit' || id === 'drop') && { quiet: true }),
  }));
}

export function toTopicStep(act: TopicAct, values: Values): TopicStep {
  const text = (name: string) => String(values[name] ?? '');
  switch (act) {
    case 'edit':
      return { act, title: text('title'), form: text('form') as TopicForm, on: text('on') };
    case 'hold':
      return { act, date: text('date'), words: text('words') };
    case 'handOn':
      return {
        act,
        number: text('number'),
        words: text('words'),
        unit: text('unit'),
        replyBy: text('replyBy'),
      };
    case 'reportBack':
      return { act, number: text('number'), words: text('words') };
    case 'again':
      return { act, words: text('words'), replyBy: text('replyBy') };
    case 'accept':
    case 'drop':
      return { act, words: text('words') };
  }
}

const ITEM_HINT = '一行一项：事项 赞成票 反对票 弃权票。如：听取财政预算执行情况 9 0 1';

/** Several 视察意见 may be of one inspection. */
const keyOf = ({ id, part = '' }: KeyCandidate): string => `${id}~${part}`;

export function meetingAct(
  members: readonly { person: string; name: string }[],
  candidates: readonly KeyCandidate[],
): PanelAct {
  const keys = candidates.map((one) => ({ id: keyOf(one), text: `${one.number} ${one.words}` }));
  const decided: PanelField[] =
    keys.length === 0
      ? []
      : [
          {
            name: 'key',
            label: '表决重点督办',
            kind: 'choice',
            choices: keys,
            optional: true,
            hint: '主席团成员提请的代表建议、群众意见、视察意见。选了就按下面的票数决定。',
          },
          { ...line('keyVotes', '这一件的票数：赞成 反对 弃权'), optional: true },
        ];
  return {
    id: 'meeting',
    label: '登记一次会议',
    words: '到会超过成员半数才能开，全体成员过半数赞成才通过。',
    yes: '登记',
    fields: [
      day('date', '哪天开的'),
      line('place', '地点'),
      {
        name: 'persons',
        label: '谁到会',
        kind: 'choices',
        choices: members.map(({ person, name }) => ({ id: person, text: name })),
      },
      { name: 'items', label: '议了什么、怎么表决', kind: 'words', limit: 2_000, hint: ITEM_HINT },
      ...decided,
      line('minutes', '会议记录卷号'),
    ],
  };
}

const VOTES = /^(.*?)[\s,，、]+(\d+)[\s,，、]+(\d+)[\s,，、]+(\d+)$/;

/** «事项 9 0 1»; a string: the line that is none. */
export function readItems(values: Values, candidates: readonly KeyCandidate[]): MeetingItem[] | string {
  const items: MeetingItem[] = [];
  for (const each of String(values['items'] ?? '').split('\n')) {
    if (each.trim() === '') continue;
    const [, title = '', yes = '', no = '', none = ''] = VOTES.exec(each.trim()) ?? [];
    if (title === '') return each.trim();
    items.push({ title, for: Number(yes), against: Number(no), abstain: Number(none) });
  }
  const key = candidates.find((one) => keyOf(one) === values['key']);
  if (!key) return items;
  const said = String(values['keyVotes'] ?? '');
  const [, , yes = '', no = '', none = ''] = VOTES.exec(`票 ${said}`) ?? [];
  if (yes === '') return said === '' ? '重点督办的票数' : said;
  const { kind, id, part, number, words: named } = key;
  const title = `将${KEY_KINDS[kind]}${kind === 'opinion' ? `「${named}」` : number}列为重点督办`;
  const subject = part === undefined ? { kind, id } : { kind, id, part };
  return [...items, { title, for: Number(yes), against: Number(no), abstain: Number(none), subject }];
}
