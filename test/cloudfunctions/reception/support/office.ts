/** The sample township 'bh' with its people and nothing else: no roster, no day. */
import type { RosterDocument } from '../../../../cloudfunctions/reception/roster/rules/roster-document';
import type { DayDocument } from '../../../../cloudfunctions/reception/days/rules/day-document';
import type { Answer } from '../../../support/cloud';
import { startSampleCloud, type SampleCloud } from '../../../support/sample-cloud';
import { newKey } from './reception';

export const BH = 'bh';
export const STAFF = 'bh-staff';
/** Chairman of the presidium, and a town deputy as well. */
export const CHIEF = 'bh-p1';
/** Friday before the first reception day of 2026, Monday 5 January. */
export const NEW_YEAR = '2026-01-02T09:00:00+08:00';

export interface Office extends SampleCloud {
  /** An act or a read of the roster, with a new key unless given one. */
  ask(openid: string, action: string, input?: object, key?: string): Promise<Answer>;
  kick(): Promise<Answer>;
  timer(): Promise<Answer>;
  roster(year?: number): RosterDocument;
  day(date: string): DayDocument | undefined;
  audit(): { document: string; act: string; by: string; id: string }[];
  /** People and places again, everything else gone, the clock back. */
  reset(): Promise<void>;
}

export async function openOffice(now = NEW_YEAR): Promise<Office> {
  const cloud = await startSampleCloud({ now });
  const kept = ['townships', 'invitations'].map(
    (name) => [name, [...cloud.database.exportDocuments(name)]] as const,
  );
  const all = <T>(name: string) => [...cloud.database.exportDocuments(name)] as T[];
  const office: Office = {
    ...cloud,
    ask: (openid, action, input = {}, key = newKey()) =>
      cloud.invoke('reception', action, { township: BH, ...input }, { openid, key }),
    kick: () => cloud.invoke('notify', 'kick', { township: BH }, { openid: 'o-anybody' }),
    async timer() {
      const { result } = await cloud.cloud.invoke(
        'notify',
        { Type: 'Timer', TriggerName: 'every-minute' },
        { timer: true },
      );
      return result as Answer;
    },
    roster(year = 2026) {
      const found = all<RosterDocument>('rosters').find((one) => one._id === `${BH}~${year}`);
      if (!found) throw new Error(`no roster of ${year}`);
      return found;
    },
    day: (date) => all<DayDocument>('days').find((one) => one._id === `${BH}~${date}`),
    audit: () => all('audit'),
    async reset() {
      await cloud.control({ faults: {}, clock: { set: now } });
      if (!putBack()) throw new Error('what it began with is gone');
    },
  };
  await cloud.database.drop();
  for (const [name, documents] of kept) await cloud.database.importDocuments(name, documents);
  const putBack = cloud.database.keep();
  await office.reset();
  return office;
}
