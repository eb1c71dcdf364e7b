/** What each act costs in database calls, and the way from opening the app to the slip. */
import type { HomeView } from '../../miniprogram/contract/overview';
import type { DayView, Slip } from '../../miniprogram/contract/reception';
import { loadSample } from '../../local/townships';
import { makeDay } from '../cloudfunctions/reception/support/days';
import { AT_START, newKey, type Reception } from '../cloudfunctions/reception/support/reception';
import type { Answer } from '../support/cloud';
import { TEST_FIELD_KEYS } from '../support/given';

export interface Calls {
  dbCalls: number;
}

function mustBe(answer: Answer, ok: boolean): Answer {
  if (answer.ok !== ok)
    throw new Error(`expected ${ok ? 'a grant' : 'a refusal'}: ${JSON.stringify(answer)}`);
  return answer;
}

export async function countCalls(
  reception: Reception,
): Promise<{ book: Calls; move: Calls; cancel: Calls; refuse: Calls; day: Calls; listMine: Calls }> {
  await reception.replaceDay(makeDay());
  const booked = mustBe(await reception.book('o1'), true);
  const slip = booked.data as Slip;
  const refused = mustBe(await reception.book('o1', { place: 'h1-0830-2' }), false);
  const moved = mustBe(await reception.move('o1', slip, 'h1-1430-1'), true);
  const where = { township: 't1', date: slip.date };
  const day = mustBe(await reception.act('day', where, { openid: 'o1' }), true);
  const listed = mustBe(await reception.act('listMine', { township: 't1' }, { openid: 'o1' }), true);
  const cancelled = mustBe(await reception.cancel('o1', { ...slip, place: 'h1-1430-1' }), true);
  const calls = ({ cost }: Answer): Calls => ({ dbCalls: cost.calls });
  return {
    book: calls(booked),
    move: calls(moved),
    cancel: calls(cancelled),
    refuse: calls(refused),
    day: calls(day),
    listMine: calls(listed),
  };
}

export interface Journey {
  functionCalls: number;
  dbCalls: number;
  steps: { step: string; dbCalls: number }[];
}

/** On the sample, with instances that have read nothing yet: open, choose a time, book, and see the slip. */
export async function travel(reception: Reception): Promise<Journey> {
  const { current, keys } = JSON.parse(TEST_FIELD_KEYS) as { current: string; keys: Record<string, string> };
  await reception.database.drop();
  const now = Date.parse(AT_START);
  const sample = await loadSample(reception.database, {
    now,
    keys: { id: current, key: keys[current] ?? '' },
  });
  const voter = sample.identities.find(({ role }) => role.includes('选民')) ?? sample.identities[0];
  const { openid = '', township = '' } = voter ?? {};
  const opened = mustBe(await reception.invoke('overview', 'home', { township }, { openid }), true);
  const { next, home } = opened.data as HomeView;
  const { date } = next;
  const chosen = mustBe(await reception.act('day', { township, date }, { openid }), true);
  const view = (chosen.data as DayView).homes.find((each) => each.home === home.id);
  const place = view?.times.flatMap(({ free }) => free)[0]?.place ?? '';
  const wish = { wish: { who: 'any' }, whom: 'family', name: '量一量' };
  const input = { township, date, home: home.id, place, ...wish };
  // The answer is the slip: nothing more is asked to see it.
  const booked = mustBe(await reception.act('book', input, { openid, key: newKey() }), true);
  const steps = [
    { step: 'overview.home', dbCalls: opened.cost.calls },
    { step: 'reception.day', dbCalls: chosen.cost.calls },
    { step: 'reception.book', dbCalls: booked.cost.calls },
  ];
  return { functionCalls: steps.length, dbCalls: steps.reduce((sum, step) => sum + step.dbCalls, 0), steps };
}
