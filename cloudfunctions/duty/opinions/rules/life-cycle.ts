/**
 * The one table of a 视察意见's life: code, buttons, tests and the late list read it. It stands inside its inspection, so
 * each step is one read and one write on the activity's edition.
 */
import { OPINION_STATES, type OpinionAct, type OpinionState } from '../../../../miniprogram/contract/opinion';
import { CHIEF, OFFICE, PRESIDIUM, UNIT_CLERKS, type Role } from '../../../../miniprogram/contract/roles';
import type { SettingName } from '../../../registry/directory/rules/settings';
import { from, missing, other } from '../../../shared/life/rules/needs';
import type { Life } from '../../../shared/life/rules/table';

/**
 * unit: the one that has it · office: for the presidium, which asks · member: of the presidium; overseer: one, of what is
 * 重点督办 · chair: for the presidium.
 */
export type OpinionActor = 'unit' | 'office' | 'member' | 'overseer' | 'chair';
export type OpinionOwner = 'unit' | 'office' | 'nobody';
export type OpinionSetting = Extract<
  SettingName,
  'opinionReplyDays' | 'opinionFollowDays' | 'assignDays' | 'unitReturnDays'
>;

export interface OpinionCaller {
  role: Role;
  unit?: string;
}

const reply = { setting: 'opinionReplyDays' } as const;
const atUnit = { owner: 'unit', reads: true } as const;

export const ROLES_OF: Readonly<Record<OpinionActor, readonly Role[]>> = {
  unit: UNIT_CLERKS,
  office: OFFICE,
  member: PRESIDIUM,
  overseer: PRESIDIUM,
  chair: CHIEF,
};

const OPEN = (Object.keys(OPINION_STATES) as OpinionState[]).filter((state) => OPINION_STATES[state].open);
const aside = { to: 'same', owner: 'kept', due: 'kept', reads: true } as const;

export const OPINION_LIFE: Life<
  OpinionAct,
  OpinionState,
  OpinionActor,
  OpinionOwner,
  OpinionSetting,
  OpinionCaller
> = {
  table: {
    accept: {
      from: ['transferred'],
      who: ['unit'],
      to: 'accepted',
      due: 'kept',
      event: 'opinion-accepted',
      ...atUnit,
    },
    answer: {
      from: ['transferred', 'accepted'],
      who: ['unit'],
      to: 'answered',
      owner: 'office',
      due: { setting: 'opinionFollowDays' },
      event: 'opinion-answered',
      reads: true,
    },
    // Once, and within the days that units have for it.
    return: {
      from: ['transferred'],
      who: ['unit'],
      to: 'returned',
      owner: 'office',
      due: { setting: 'assignDays' },
      event: 'opinion-returned',
      when: (today) => ({ returnBy: from(today), returned: missing }),
      reads: true,
    },
    reassign: {
      from: ['returned'],
      who: ['office'],
      to: 'transferred',
      due: reply,
      event: 'opinion-transferred',
      ...atUnit,
    },
    urge: {
      from: ['transferred', 'accepted'],
      // What is under key supervision the presidium urges itself.
      who: ['office', 'overseer'],
      to: 'same',
      owner: 'kept',
      due: 'kept',
      event: 'opinion-urged',
      when: (today) => ({ urgedOn: other(today) }),
      reads: true,
    },
    follow: {
      from: ['answered'],
      who: ['office'],
      to: 'closed',
      owner: 'nobody',
      due: 'none',
      event: 'opinion-closed',
      reads: true,
    },
    redo: {
      from: ['answered'],
      who: ['office'],
      to: 'accepted',
      due: reply,
      event: 'opinion-redone',
      when: () => ({ redone: missing }),
      ...atUnit,
    },
    proposeKey: {
      from: OPEN,
      who: ['member'],
      ...aside,
      event: 'opinion-key-proposed',
      when: () => ({ key: missing }),
    },
    supervise: {
      from: OPEN,
      who: ['chair'],
      ...aside,
      event: 'opinion-supervised',
      when: () => ({ 'key.state': other('decided') }),
    },
    declineKey: {
      from: OPEN,
      who: ['chair'],
      ...aside,
      event: 'opinion-key-declined',
      when: () => ({ 'key.state': 'proposed' }),
    },
    endSupervise: {
      from: [...OPEN, 'closed'],
      who: ['chair'],
      ...aside,
      event: 'opinion-unsupervised',
      when: () => ({ 'key.state': 'decided' }),
    },
  },
  mayBe: (actor, { role }) => ROLES_OF[actor].includes(role),
  needsOf: (actor, { unit = '-' }) => {
    if (actor === 'overseer') return { 'key.state': 'decided' };
    return actor === 'unit' ? { unit } : {};
  },
};

export function isOpenOpinion({ state }: { state: OpinionState }): boolean {
  return OPINION_STATES[state].open;
}

/** Somebody has to do something by its date, and that is past. */
export function isLate({ state, due }: { state: OpinionState; due: string }, today: string): boolean {
  return isOpenOpinion({ state }) && due < today;
}
