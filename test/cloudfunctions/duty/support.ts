import { main as duty } from '../../../cloudfunctions/duty/index';
import { main as notify } from '../../../cloudfunctions/notify/index';
import { main as reception } from '../../../cloudfunctions/reception/index';
import { main as request } from '../../../cloudfunctions/request/index';
import type { StoredFact } from '../../../cloudfunctions/duty/ledger/store';
import type { ActivityInput, Recorded } from '../../../miniprogram/contract/duty';
import type { Count, FactQuery, FactRow } from '../../../miniprogram/contract/facts';
import { startInProcess, type InProcessCloud } from '../../support/in-process';

export const STAFF = 'bh-staff';
export const CHIEF = 'bh-p1';
export const DEPUTY = 'bh-p5';
export const LEADER = 'bh-p6';
export const OTHER = 'bh-p8';
export const TOWNSHIP = 'bh';

let keys = 0;
export const newKey = () => `duty-${String(keys++).padStart(6, '0')}`;

export interface Duty {
  cloud: InProcessCloud;
  ask(openid: string, action: string, input?: object): ReturnType<InProcessCloud['invoke']>;
  act(openid: string, action: string, input: object, key?: string): ReturnType<InProcessCloud['invoke']>;
  /** Everything that is due is shipped. */
  relay(): Promise<void>;
  note(openid: string, activity: ActivityInput, key?: string): Promise<Recorded>;
  count(of: FactQuery['of'], by?: FactQuery['by']): Promise<Count>;
  rows(of: FactQuery['of'], by?: FactQuery['by']): Promise<readonly FactRow[]>;
  /** Rows that activities left; requests of the sample leave theirs beside them. */
  facts(): StoredFact[];
}

/** `more`: functions that a story needs besides. */
export async function openDuty(more: Parameters<typeof startInProcess>[0] = {}): Promise<Duty> {
  const cloud = await startInProcess({ duty, notify, reception, request, ...more });
  for (const collection of ['facts', 'activities', 'disputes', 'promises']) cloud.replace(collection, []);
  const ask: Duty['ask'] = (openid, action, input = {}) =>
    cloud.invoke('duty', action, { township: TOWNSHIP, ...input }, { openid });
  const act: Duty['act'] = (openid, action, input, key = newKey()) =>
    cloud.invoke('duty', action, { township: TOWNSHIP, ...input }, { openid, key });
  const span = { from: '2026-01-01', to: '2026-12-31' };
  return {
    cloud,
    ask,
    act,
    async relay() {
      const answer = await cloud.invoke(
        'notify',
        'kick',
        { township: TOWNSHIP },
        { openid: STAFF, key: newKey() },
      );
      expect(answer).toMatchObject({ ok: true, data: { failed: 0 } });
    },
    async note(openid, activity, key) {
      const answer = await act(openid, 'note', { activity }, key);
      if (!answer.ok) throw new Error(`note was refused: ${answer.code ?? ''}`);
      return answer.data as Recorded;
    },
    async count(of, by) {
      const { data } = await ask(STAFF, 'figures', { queries: [{ of, ...span, ...(by && { by }) }] });
      const [first] = (data as { counts: Count[] }).counts;
      if (!first) throw new Error('no count');
      return first;
    },
    async rows(of, by) {
      const { data } = await ask(STAFF, 'facts', { of, ...span, ...(by && { by }) });
      return (data as { facts: FactRow[] }).facts;
    },
    facts: () => cloud.documents<StoredFact>('facts').filter(({ source }) => source.startsWith('activity~')),
  };
}
