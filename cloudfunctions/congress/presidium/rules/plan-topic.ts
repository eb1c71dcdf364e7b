/** What a step makes of a topic, as plain data. */
import type { TopicFields, TopicState, TopicStep } from '../../../../miniprogram/contract/congress/presidium';
import type { ErrorCode } from '../../../../miniprogram/contract/errors';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { fixedBy } from '../../../shared/life/rules/table';
import { listOfTopics, type TopicDocument } from './presidium-document';
import { TOPIC_TABLE } from './topic-life';

type Fields = Partial<
  Pick<TopicDocument, 'title' | 'form' | 'on' | 'heldOn' | 'opinion' | 'report' | 'unit' | 'list' | 'due'>
>;

export interface TopicPlan {
  set: Fields & Pick<TopicDocument, 'state' | 'owner' | 'due'>;
  words?: string;
}
export interface TopicRefusal {
  refused: ErrorCode;
  details: Readonly<Record<string, string>>;
}
export interface TopicContext {
  today: LocalDate;
  units: readonly { id: string }[];
  /** The day so many working days from today. */
  after: (setting: 'suggestionDecideDays') => LocalDate;
}

const wrong = (field: string): TopicRefusal => ({
  refused: 'bad-input',
  details: { field: `step.${field}` },
});

type Planner<A extends keyof TopicFields> = (
  step: TopicFields[A],
  before: TopicDocument,
  context: TopicContext,
) => { set: Fields; words?: string } | TopicRefusal;

const PLANNERS: { readonly [A in keyof TopicFields]: Planner<A> } = {
  edit: ({ title, form, on }) => ({
    set: { title, form, on, list: listOfTopics(Number(on.slice(0, 4))), due: on },
  }),
  hold: ({ date, words }, _before, { today }) =>
    date > today ? wrong('date') : { set: { heldOn: date }, words },
  handOn: ({ number, words, unit, replyBy }, _before, { today, units }) => {
    if (!units.some(({ id }) => id === unit)) return wrong('unit');
    if (replyBy <= today) return wrong('replyBy');
    return { set: { opinion: { number, words, replyBy }, unit, due: replyBy }, words: number };
  },
  reportBack: ({ number, words }, _before, { today }) => ({
    set: { report: { number, words, on: today } },
    words: number,
  }),
  accept: ({ words }) => ({ set: {}, words }),
  again: ({ words, replyBy }, before, { today }) => {
    if (replyBy <= today || !before.opinion) return wrong('replyBy');
    return { set: { opinion: { ...before.opinion, replyBy }, due: replyBy }, words };
  },
  drop: ({ words }) => ({ set: {}, words }),
};

export function planTopic(
  step: TopicStep,
  before: TopicDocument,
  context: TopicContext,
): TopicPlan | TopicRefusal {
  const planner = PLANNERS[step.act] as Planner<keyof TopicFields>;
  const plan = planner(step, before, context);
  if ('refused' in plan) return plan;
  const { to, owner, due } = fixedBy(TOPIC_TABLE[step.act], context.today, context.after);
  const state: TopicState = to ?? before.state;
  return {
    set: { ...plan.set, state, owner: owner ?? before.owner, due: due ?? plan.set.due ?? before.due },
    ...(plan.words !== undefined && { words: plan.words }),
  };
}
