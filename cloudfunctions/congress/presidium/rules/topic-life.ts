/** The life of a topic of supervision, as a table on shared/life (mission G2). */
import type { TopicAct, TopicOwner, TopicState } from '../../../../miniprogram/contract/congress/presidium';
import { CHIEF, OFFICE, UNIT_CLERKS, type Role } from '../../../../miniprogram/contract/roles';
import type { Life, Table } from '../../../shared/life/rules/table';

/** office: staff and chief · body: the presidium, by its chair · unit: whoever has it to report back. */
export type TopicActor = 'office' | 'body' | 'unit';

export interface TopicCaller {
  account: string;
  role: Role;
  person?: string;
  unit?: string;
}

const ROLES: Readonly<Record<TopicActor, readonly Role[]>> = {
  office: OFFICE,
  body: CHIEF,
  unit: UNIT_CLERKS,
};

type Setting = 'suggestionDecideDays';
const decide = { setting: 'suggestionDecideDays' } as const;

export const TOPIC_TABLE: Table<TopicAct, TopicState, TopicActor, TopicOwner, Setting> = {
  edit: {
    from: ['planned'],
    who: ['office'],
    to: 'same',
    owner: 'kept',
    due: 'said',
    event: 'topic-edited',
    reads: true,
  },
  hold: {
    from: ['planned'],
    who: ['office'],
    to: 'held',
    owner: 'office',
    due: decide,
    event: 'topic-held',
    reads: true,
  },
  handOn: {
    from: ['held'],
    who: ['office'],
    to: 'handed',
    owner: 'unit',
    due: 'said',
    event: 'topic-handed',
    reads: true,
  },
  reportBack: {
    from: ['handed'],
    who: ['unit', 'office'],
    to: 'reported',
    owner: 'presidium',
    due: decide,
    event: 'topic-reported',
    reads: true,
  },
  accept: {
    from: ['reported'],
    who: ['body'],
    to: 'accepted',
    owner: 'nobody',
    due: 'none',
    event: 'topic-accepted',
    reads: true,
  },
  again: {
    from: ['reported'],
    who: ['body'],
    to: 'handed',
    owner: 'unit',
    due: 'said',
    event: 'topic-again',
    reads: true,
  },
  drop: {
    from: ['planned', 'held'],
    who: ['office'],
    to: 'dropped',
    owner: 'nobody',
    due: 'none',
    event: 'topic-dropped',
    reads: true,
  },
};

export const TOPIC_LIFE: Life<TopicAct, TopicState, TopicActor, TopicOwner, Setting, TopicCaller> = {
  table: TOPIC_TABLE,
  mayBe: (actor, { role }) => ROLES[actor].includes(role),
  needsOf: (actor, { unit = '-' }) => (actor === 'unit' ? { unit } : {}),
};

export function rolesOf(act: TopicAct): Role[] {
  return [...new Set(TOPIC_TABLE[act].who.flatMap((actor) => ROLES[actor]))];
}
