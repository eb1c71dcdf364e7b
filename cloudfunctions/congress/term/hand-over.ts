/** 离任代表交接: what hangs on somebody who has left or leaves goes on with who stays. */
import type { Input, Instant, LocalDate, Output } from '../../../miniprogram/contract/wire';
import { handOnVisitsOf } from '../../duty/promises/heirs-store';
import { countPromises } from '../../duty/promises/store';
import { endAll, openCount } from '../../duty/ties/rules/tie';
import { changeTies, readTies } from '../../duty/ties/store';
import { membersOn } from '../../registry/directory/rules/directory';
import { countSeatsToHandOn, handOnSeatsOf } from '../../reception/roster/seats-store';
import { recallTownship, type Township } from '../../registry/store';
import { ownerGoneStep } from '../../request/life/rules/plan-clock';
import { countOpenByOwner, readOpenOf, writeStep } from '../../request/store';
import { actorOf } from '../../shared/act';
import { toLocalDate } from '../../shared/china-time';
import { encryptField } from '../../shared/cipher';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Action } from '../../shared/serve';
import { handOverLed } from '../suggestion/leads-store';
import { countToHandOver } from '../suggestion/store';
import { deputiesAmong, leaveSoon } from './rules/leave-soon';
import { handOverInput } from './schemas';

const AT_ONCE = 50;

/** The township with nobody in it but those who stay, so that what goes on with somebody need not go on again. */
function withStayers(known: Township, stay: ReadonlySet<string>): Township {
  const people = known.directory.people.filter(({ id }) => stay.has(id));
  return { ...known, directory: { ...known.directory, people } };
}

interface Handing {
  township: string;
  person: string;
  now: Instant;
  by: string;
  key: string;
}

async function handOverRequests(
  { township, person, now, by, key }: Handing,
  known: Township,
): Promise<number> {
  let moved = 0;
  for (const request of await readOpenOf(township, person, AT_ONCE)) {
    const step = ownerGoneStep(request, known, now);
    const meta = { ...step, from: request.state, now, by, key };
    if (await writeStep(request, step.plan, meta)) moved++;
  }
  return moved;
}

/** They end with a reason that says why; how many there were. */
async function endTies({ township, person, now, by, key }: Handing, today: LocalDate): Promise<number> {
  const found = await readTies(township, person);
  const ties = found && endAll(found.ties, today, encryptField('代表不再任职'));
  if (!found || !ties) return 0;
  const act = { at: now, by, act: 'end-tie', of: person, from: '', to: '', key };
  const changes = { ties: put(ties), ...recordAct({ ...act, event: 'tie-ended', about: { person } }) };
  return (await changeTies(found, changes)) ? openCount(found.ties) : 0;
}

export const handOver: Action<Input<'congress', 'handOver'>, Output<'congress', 'handOver'>> = {
  write: true,
  input: handOverInput,
  async run(call, { township, person, what }) {
    const { now } = call;
    const today = toLocalDate(now);
    const known = await recallTownship(township, now);
    if (!known?.directory.people.some(({ id }) => id === person)) return refuse('not-found');
    const soon = leaveSoon(known.directory, today);
    const able = deputiesAmong(membersOn(known.directory.people, today));
    if (able.has(person) && !soon.has(person)) return refuse('wrong-state', { state: 'in-office' });
    const stay = new Set([...able].filter((one) => !soon.has(one)));
    const handing = { township, person, now, by: actorOf(call), key: call.key };
    switch (what) {
      case 'requests': {
        const moved = await handOverRequests(handing, withStayers(known, stay));
        return ok({ moved, left: (await countOpenByOwner(township)).get(person) ?? 0 });
      }
      case 'suggestions': {
        const moved = await handOverLed(township, { lead: person, able: stay }, handing);
        return ok({ moved, left: (await countToHandOver(township)).get(person) ?? 0 });
      }
      case 'visits': {
        const moved = await handOnVisitsOf(known.directory, person, { now, leaving: new Set(soon.keys()) });
        return ok({ moved, left: (await countPromises(township)).get(person) ?? 0 });
      }
      case 'seats': {
        const moved = await handOnSeatsOf(known.directory, { ...handing, whose: (one) => one === person });
        return ok({ moved, left: (await countSeatsToHandOn(known.directory, today)).get(person) ?? 0 });
      }
      case 'ties':
        return ok({
          moved: await endTies(handing, today),
          left: openCount((await readTies(township, person))?.ties ?? {}),
        });
    }
  },
};
