/** The yearly plan of supervision: what is planned, each step of it, and the plan as each role sees it. */
import type { TopicView } from '../../../miniprogram/contract/congress/presidium';
import { TOPIC_OWNERS, TOPIC_STATES } from '../../../miniprogram/contract/congress/presidium-labels';
import { UNIT_CLERKS } from '../../../miniprogram/contract/roles';
import type { Answer, Input, LocalDate, Output } from '../../../miniprogram/contract/wire';
import { nameOf, type Directory } from '../../registry/directory/rules/directory';
import { settingsOf } from '../../registry/directory/rules/settings';
import { listRoles } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { addWorkingDays, holidaysOf } from '../../request/life/rules/deadline';
import { actorOf, findAct, markOf, replay } from '../../shared/act';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import { tellParts } from '../../shared/cut-lists';
import { legalActs } from '../../shared/life/rules/table';
import { takeStep } from '../../shared/life/take-step';
import type { Action, Admitted, Call } from '../../shared/serve';
import { planTopic as planStep } from './rules/plan-topic';
import { listOfTopics, type TopicDocument } from './rules/presidium-document';
import { rolesOf, TOPIC_LIFE, TOPIC_TABLE, type TopicCaller } from './rules/topic-life';
import { actInput, planInput, topicsInput } from './schemas';
import { createRow, readList, readOfUnit, readRow, rowId, rowSeq, writeTopic } from './store';

type Planned = Output<'congress', 'planTopic'>;
type Acted = Output<'congress', 'actOnTopic'>;

export const planTopic: Action<Input<'congress', 'planTopic'>, Planned> = {
  write: true,
  input: planInput,
  async run(call, { township, title, form, on }) {
    const { account, key, now } = call;
    const _id = rowId(township, account, key);
    const by = actorOf(call);
    const born: TopicDocument = {
      _id,
      township,
      rev: 1,
      kind: 'topic',
      list: listOfTopics(Number(on.slice(0, 4))),
      seq: rowSeq(on, _id),
      born: markOf(call),
      title,
      form,
      on,
      state: 'planned',
      owner: 'office',
      due: on,
      steps: [{ at: now, act: 'plan', by }],
      acts: [],
    };
    if (await createRow(born, { by, event: 'topic-planned', key, at: now })) return ok({ topic: _id });
    const before = await readRow<TopicDocument>(township, _id);
    return replay(call, before && { hash: before.born.h, answer: { topic: _id } }) ?? refuse('busy');
  },
};

function callerOf({ account }: Call, { role, person, unit }: Admitted): TopicCaller {
  return { account, role, ...(person !== undefined && { person }), ...(unit !== undefined && { unit }) };
}

/** Where nobody has it any more there is no date. */
function toActed(topic: string, state: TopicDocument['state'], due: LocalDate): Acted {
  const open = TOPIC_STATES[state].type === 'open';
  return { topic, state, ...(open && { due }) };
}

/** Two calls, two more for each step that came in between, one where another role of the same person counts. */
export const actOnTopic: Action<Input<'congress', 'actOnTopic'>, Acted> = {
  write: true,
  input: actInput,
  async run(call, { township, topic, step }) {
    const { act } = step;
    const { admitted } = call;
    const known = await recallTownship(township, call.now);
    if (!known || !admitted) return refuse('not-found');
    const { directory } = known;
    const today = toLocalDate(call.now);
    const settings = settingsOf(directory.settings);
    const context = {
      today,
      units: directory.units,
      after: (setting: 'suggestionDecideDays') =>
        addWorkingDays(today, settings[setting], holidaysOf(directory)),
    };
    return takeStep({
      life: TOPIC_LIFE,
      act,
      call,
      callers: [callerOf(call, admitted)],
      widen: async () => ok((await listRoles(call, rolesOf(act))).map((one) => callerOf(call, one))),
      read: async () => {
        const before = await readRow<TopicDocument>(township, topic);
        return before?.kind === 'topic' ? { before } : undefined;
      },
      replay: ({ before }) => {
        const kept = findAct(call, before.acts);
        return replay(call, kept && { hash: kept.h, answer: toActed(topic, kept.state, kept.due) });
      },
      refuseStranger: (actors) => refuse(actors.length === 0 ? 'not-allowed' : 'not-found'),
      attempt: async ({ caller }, read): Promise<Answer<Acted> | undefined> => {
        if (!read) return undefined;
        const plan = planStep(step, read.before, context);
        if ('refused' in plan) return refuse(plan.refused, plan.details);
        const by = caller.person ?? caller.unit ?? caller.account;
        const { event } = TOPIC_TABLE[act];
        const meta = { act, event, by, key: call.key, now: call.now, mark: markOf(call) };
        const done = await writeTopic(read.before, plan, meta);
        return done ? ok(toActed(topic, plan.set.state, plan.set.due)) : undefined;
      },
    });
  },
};

function nameOfActor({ people, units }: Directory, by: string): string {
  return nameOf(people, by) || nameOf(units, by) || '人大办';
}

export function toTopicView(
  directory: Directory,
  topic: TopicDocument,
  callers: readonly TopicCaller[],
  today: LocalDate,
): TopicView {
  const { _id, title, form, on, state, owner, due, unit = '', heldOn, opinion, report, steps } = topic;
  const unitName = nameOf(directory.units, unit);
  const { due: day } = toActed(_id, state, due);
  return {
    topic: _id,
    title,
    form,
    on,
    state,
    owner,
    ownerName: owner === 'unit' ? unitName : TOPIC_OWNERS[owner],
    ...(day !== undefined && { due: day }),
    ...(heldOn !== undefined && { heldOn }),
    ...(opinion && { opinion: { ...opinion, unitName } }),
    ...(report && { report }),
    steps: steps.map(({ at, act, by, words }) => ({
      at,
      act,
      byName: nameOfActor(directory, by),
      ...(words !== undefined && { words }),
    })),
    acts: legalActs(TOPIC_LIFE, topic, callers, today),
  };
}

/** One read beside the directory and the caller's roles. */
export const topics: Action<Input<'congress', 'topics'>, Output<'congress', 'topics'>> = {
  write: false,
  input: topicsInput,
  async run(call, { township, year, ...asked }) {
    const { admitted } = call;
    if (!admitted) return refuse('not-allowed');
    const known = await recallTownship(township, call.now);
    if (!known) return refuse('not-found');
    const caller = callerOf(call, admitted);
    const clerk = UNIT_CLERKS.includes(caller.role);
    const found = clerk
      ? await readOfUnit(township, caller.unit ?? '')
      : await readList<TopicDocument>(township, listOfTopics(year), 'asc');
    const today = toLocalDate(call.now);
    const seen = clerk ? found.filter(({ opinion }) => opinion !== undefined) : found;
    const told = seen.map((one) => toTopicView(known.directory, one, [caller], today));
    return tellParts({ topics: told }, {}, asked);
  },
};
