/** Which doors of work this phone's person has here; villagers have none and pay no call for them. */
import { ASK_WORKBENCH, DEPUTIES, DUTY_BOUND, holdsAny, MEMBERS, RECEIVERS } from '../contract/roles';
import type { Grant } from '../contract/registry';
import type { TodayView } from '../contract/overview';
import { today } from '../platform/clock';
import { keep, recall } from '../platform/storage';
import { goTo, township } from '../platform/whereabouts';
import { getToday } from './overview';
import { whoAmI } from './registry';

export interface Doors {
  /** 今日待办: sits on reception days. */
  receives: boolean;
  /** 工作台. */
  works: boolean;
  /** Has requests, and a group. */
  deputy: boolean;
  /** Has a duty record. */
  record: boolean;
  /** Sits in the congress: deputies' suggestions. */
  member: boolean;
  /** Claimed something, and waits for another's confirmation. */
  claimed: boolean;
}

/** As far as this phone knows. */
export function knownStanding(): Doors {
  const kept = recall('standing');
  const grants = kept?.township === township() ? kept.grants : [];
  return {
    receives: holdsAny(grants, RECEIVERS),
    works: holdsAny(grants, ASK_WORKBENCH),
    deputy: holdsAny(grants, DEPUTIES),
    record: holdsAny(grants, DUTY_BOUND),
    member: holdsAny(grants, MEMBERS),
    claimed: grants.some(({ state }) => state === 'claimed'),
  };
}

function rememberStanding(grants: readonly Grant[]): void {
  keep('standing', { township: township(), grants: grants.map(({ role, state }) => ({ role, state })) });
}

/** Asks anew; without a network what was known stays. */
export async function learnStanding(): Promise<Doors> {
  const who = await whoAmI();
  if (who.ok) rememberStanding(who.data.grants);
  return knownStanding();
}

/** To another township. Whoever works in one may work in another: its doors are known at once. Villagers pay no call. */
export async function moveTo(id: string): Promise<void> {
  goTo({ township: id });
  if ((recall('standing')?.grants.length ?? 0) > 0) await learnStanding();
}

/** What stands on 今日待办 for today: matters, agreed visits, a half-day on duty. */
function countToday({ requests, promises, duties }: TodayView): number {
  const day = today();
  return requests.length + promises.length + duties.filter(({ date }) => date === day).length;
}

/** «3 件»; empty when there is nothing, or it could not be asked. */
export async function sayTasks(): Promise<string> {
  if (!knownStanding().receives) return '';
  const found = await getToday();
  const count = found.ok ? countToday(found.data) : 0;
  return count > 0 ? `${String(count)} 件` : '';
}
