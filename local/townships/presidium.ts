/** The presidium of the sample: a year's plan with a topic in each stage, a meeting, liaison; by the rules of its acts. */
import { planTopic } from '../../cloudfunctions/congress/presidium/rules/plan-topic';
import { decide, presidiumOn } from '../../cloudfunctions/congress/presidium/rules/meeting';
import {
  listOfMeetings,
  listOfTopics,
  type MeetingDocument,
  type NoteDocument,
  type PresidiumRow,
  type TopicDocument,
} from '../../cloudfunctions/congress/presidium/rules/presidium-document';
import { closeRow, rowId, rowSeq } from '../../cloudfunctions/congress/presidium/store';
import type { Directory } from '../../cloudfunctions/registry/directory/rules/directory';
import { addDays, toInstant, toLocalDate } from '../../cloudfunctions/shared/china-time';
import { accountOf } from '../../cloudfunctions/shared/cipher';
import type { TopicForm, TopicStep } from '../../miniprogram/contract/congress/presidium';
import type { Instant, LocalDate } from '../../miniprogram/contract/wire';

const STAFF = 'bh-staff';
const SHIPPED = { history: [], outbox: [], outboxAt: 0 };

type Told = readonly [daysAgo: number, step: TopicStep];

interface Story {
  title: string;
  form: TopicForm;
  /** Planned so many days before today; below zero: to come. */
  daysAgo: number;
  steps: readonly Told[];
}

/** In the year of the sample's day, so that the plan of the year shows them. */
function storiesAt(today: LocalDate): readonly Story[] {
  const held = (ago: number, words: string): Told => [
    ago,
    { act: 'hold', date: addDays(today, -ago), words },
  ];
  return [
    {
      title: '农村饮水安全工作情况',
      form: 'inspection',
      daysAgo: 150,
      steps: [
        held(150, '看了四个村的水窖和管网，两个村冬天还停水。'),
        [
          140,
          {
            act: 'handOn',
            number: '审议意见〔1〕号',
            words: '入冬前更换保温管，落实管水员。',
            unit: 'u2',
            replyBy: addDays(today, -80),
          },
        ],
        [85, { act: 'reportBack', number: '白政报〔9〕号', words: '两个村的管道已经更换，配了管水员。' }],
        [70, { act: 'accept', words: '同意报告，冬天再看一次。' }],
      ],
    },
    {
      title: '镇村道路养护专项工作报告',
      form: 'report',
      daysAgo: 40,
      steps: [
        held(40, '听取交通建设办报告，代表提了六条意见。'),
        [
          30,
          {
            act: 'handOn',
            number: '审议意见〔2〕号',
            words: '把养护经费列入预算，公开路长名单。',
            unit: 'u1',
            replyBy: addDays(today, 20),
          },
        ],
      ],
    },
    { title: '森林防火条例执法检查', form: 'enforcement', daysAgo: -15, steps: [] },
  ];
}

function topicOf(directory: Directory, today: LocalDate, story: Story, n: number): TopicDocument & object {
  const { township, units } = directory;
  const on = addDays(today, -story.daysAgo);
  const _id = rowId(township, STAFF, `topic-${String(n)}`);
  const by = accountOf(STAFF);
  const planned = toInstant(addDays(today, -200), '09:00');
  let topic: TopicDocument = {
    _id,
    township,
    rev: 1,
    kind: 'topic',
    list: listOfTopics(Number(on.slice(0, 4))),
    seq: rowSeq(on, _id),
    born: { k: '', by, h: '' },
    title: story.title,
    form: story.form,
    on,
    state: 'planned',
    owner: 'office',
    due: on,
    steps: [{ at: planned, act: 'plan', by }],
    acts: [],
  };
  for (const [daysAgo, step] of story.steps) {
    const day = addDays(today, -daysAgo);
    const plan = planTopic(step, topic, { today: day, units, after: () => addDays(day, 14) });
    if ('refused' in plan) throw new Error(`${step.act} of ${story.title}: ${plan.refused}`);
    const { set, words } = plan;
    const last = {
      at: toInstant(day, '10:00'),
      act: step.act,
      by: step.act === 'accept' ? 'p1' : by,
      ...(words !== undefined && { words }),
    };
    topic = {
      ...topic,
      ...set,
      steps: [...topic.steps, last],
      rev: topic.rev + 1,
    };
  }
  return topic;
}

function meetingOf(directory: Directory, today: LocalDate): MeetingDocument {
  const { township } = directory;
  const date = addDays(today, -25);
  const due = presidiumOn(directory, date).map(({ person }) => person);
  const there = due.slice(0, due.length - 1);
  const _id = rowId(township, STAFF, 'meeting');
  return {
    _id,
    township,
    rev: 1,
    kind: 'meeting',
    list: listOfMeetings(Number(date.slice(0, 4))),
    seq: rowSeq(date, _id),
    born: { k: '', by: accountOf(STAFF), h: '' },
    date,
    place: '镇人大办会议室',
    due: due.length,
    persons: there,
    items: decide(
      [
        { title: '交办道路养护审议意见', for: there.length, against: 0, abstain: 0 },
        { title: '确定明年监督议题', for: there.length - 1, against: 0, abstain: 1 },
      ],
      due.length,
    ),
    minutes: '主席团会议卷四',
  };
}

function noteOf({ township }: Directory, today: LocalDate): NoteDocument {
  const date = addDays(today, -20);
  const _id = rowId(township, STAFF, 'note');
  return {
    _id,
    township,
    rev: 1,
    kind: 'training',
    list: 'guidance',
    seq: rowSeq(date, _id),
    born: { k: '', by: accountOf(STAFF), h: '' },
    date,
    by: accountOf(STAFF),
    words: '代表想学怎么看预算。',
  };
}

export function samplePresidium(directory: Directory, now: Instant): (PresidiumRow & object)[] {
  const today = toLocalDate(now);
  const topics = storiesAt(today).map((story, n) => topicOf(directory, today, story, n));
  return [...topics, meetingOf(directory, today), noteOf(directory, today)].map((row) => ({
    ...closeRow(row),
    ...SHIPPED,
  }));
}
