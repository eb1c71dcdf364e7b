/** The reception day with an office: staff, chief, village helper, receivers; the relay may be kicked. */
import { invite } from '../../../../local/townships/grants';
import type { DeskView, VisitState } from '../../../../miniprogram/contract/desk';
import type { Slip } from '../../../../miniprogram/contract/reception';
import type { Role } from '../../../../miniprogram/contract/roles';
import type { Answer } from '../../../support/cloud';
import { TEST_FIELD_KEYS } from '../../../support/given';
import { DATE, makeDay, TOWNSHIP } from './days';
import { newKey, openReception, resetReception, type Reception } from './reception';

/** The morning of the day, before anybody sits. */
export const DAY_MORNING = '2026-12-07T08:20:00+08:00';

const HELD: readonly (readonly [openid: string, role: Role, own: object])[] = [
  ['o-staff', 'staff', { person: 'p90' }],
  ['o-staff2', 'staff', { person: 'p91' }],
  ['o-chief', 'chief', { person: 'p92' }],
  ['o-helper', 'helper', { person: 'p93', village: 'v1' }],
  ['o-p1', 'deputy', { person: 'p1' }],
  ['o-p2', 'receiver', { person: 'p2' }],
  ['o-p4', 'leader', { person: 'p4' }],
  ['o-p9', 'deputy', { person: 'p9' }],
  ['o-both', 'deputy', { person: 'p94' }],
  ['o-both', 'staff', { person: 'p94' }],
  ['o-presidium', 'presidium', { person: 'p95' }],
  ['o-unit', 'unit', { person: 'p96' }],
  ['o-admin', 'admin', { person: 'p97' }],
  ['o-district', 'district', {}],
];

export interface Visited {
  booking: string;
  place: string;
}

export interface Desk extends Reception {
  /** An act or a read of the day, in the township unless said otherwise. */
  ask(openid: string, action: string, input?: object, key?: string): Promise<Answer>;
  step(
    who: string,
    visitor: Visited,
    from: VisitState,
    to: VisitState,
    own?: object,
    key?: string,
  ): Promise<Answer>;
  walkIn(who: string, place: string, own?: object, key?: string): Promise<Answer>;
  bookFor(who: string, own?: object, key?: string): Promise<Answer>;
  wait(openid: string, time?: string, own?: object, key?: string): Promise<Answer>;
  view(who: string, own?: object): Promise<DeskView>;
  kick(): Promise<Answer>;
  reset(): Promise<void>;
}

/** Invitations of everybody in HELD, with none of their calls counted. */
export function grantsOf(now: number) {
  process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
  const all = HELD.map(([openid, role, own]) =>
    invite(TOWNSHIP, { code: `code${openid}${role}`, role, name: '某', openid, ...own }, now),
  );
  const elsewhere = { code: 'codet2staff', role: 'staff', name: '某', openid: 'o-t2', person: 'p1' } as const;
  return [...all, invite('t2', elsewhere, now)];
}

export async function openDesk(options: Parameters<typeof openReception>[0] = {}): Promise<Desk> {
  process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
  const reception = await openReception(options);
  const ask: Desk['ask'] = (openid, action, input = {}, key = newKey()) =>
    reception.act(action, { township: TOWNSHIP, date: DATE, ...input }, { openid, key });
  const noon = { wish: { who: 'any' }, home: 'h1' };
  return {
    ...reception,
    ask,
    step: (who, { booking, place }, from, to, own, key) =>
      ask(who, 'setVisit', { booking, place, from, to, ...own }, key),
    walkIn: (who, place, own, key) =>
      ask(who, 'walkIn', { home: 'h1', half: 'am', place, name: '老周', ...own }, key),
    bookFor: (who, own, key) =>
      ask(who, 'bookFor', { ...noon, place: 'h1-0830-1', name: '柳奶奶', village: 'v1', ...own }, key),
    wait: (openid, time = '14:30', own = {}, key = newKey()) =>
      ask(openid, 'wait', { home: 'h1', time, whom: 'self', name: '王先生', ...own }, key),
    async view(who, own) {
      const answer = await ask(who, 'desk', own);
      if (!answer.ok) throw new Error(`no desk: ${answer.code ?? ''}`);
      return answer.data as DeskView;
    },
    kick: () => reception.invoke('notify', 'kick', { township: TOWNSHIP }, { openid: 'o-anybody' }),
    async reset() {
      await resetReception(reception);
      await reception.replaceDay(makeDay());
      await reception.database.importDocuments('invitations', grantsOf(reception.clock.now()));
    },
  };
}

/** A booking made before closing; then the clock stands at the day itself. */
export async function bookAndCome(desk: Desk, openid = 'o1', own: object = {}): Promise<Slip> {
  const slip = await desk.hold(openid, own);
  await desk.setClock(DAY_MORNING);
  return slip;
}
