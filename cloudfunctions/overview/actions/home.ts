import * as v from 'valibot';
import type { HomeView, OverviewActions } from '../../../miniprogram/contract/overview';
import type { Closing } from '../../../miniprogram/contract/district';
import type { Answer, Instant } from '../../../miniprogram/contract/wire';
import { toHomeCard, toTownshipCard, type Directory } from '../../registry/directory/rules/directory';
import { ownFolder } from '../../registry/directory/rules/own-folder';
import { recallTownship } from '../../registry/store';
import { PUBLIC_FIELDS, readDaysFrom, slipsOf } from '../../reception/days/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import { id, township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import { nextDayOf } from '../rules/next-day';

type Asked = OverviewActions['home']['input'];

/** Rostered days that may lie ahead of a home's next one: those of homes with days of their own. */
const DAYS_TO_LOOK_AT = 4;

/** The named home, else the village's, else the first; a poster outlives the home it names. */
function findHome({ homes, villages }: Directory, asked: Asked): Directory['homes'][number] | undefined {
  const near = villages.find((village) => village.id === asked.village)?.home;
  const byId = (wanted: string | undefined) => homes.find((home) => home.id === wanted);
  return byId(asked.home) ?? byId(near) ?? homes[0];
}

async function sayClosed({ words, to }: Closing, now: Instant): Promise<HomeView['closed']> {
  const name = to === undefined ? undefined : (await recallTownship(to, now))?.directory.card.name;
  return to === undefined || name === undefined ? { words } : { words, to: { id: to, name } };
}

/**
 * Two calls at most, at once, and one more for a closed township with another that goes on; one while this instance read
 * the directory within a minute.
 */
async function run(call: Call, asked: Asked): Promise<Answer<HomeView>> {
  const { account, now } = call;
  const fields = [...PUBLIC_FIELDS, `bookings.${account}`];
  const [known, days] = await Promise.all([
    recallTownship(asked.township, now),
    readDaysFrom(asked.township, toLocalDate(now), DAYS_TO_LOOK_AT, fields),
  ]);
  const home = known && findHome(known.directory, asked);
  if (!home) return refuse('not-found');
  const next = nextDayOf(known.directory, home, days, now);
  const coming = days.find((day) => day.date === next.date);
  const closed = known.directory.closed && (await sayClosed(known.directory.closed, now));
  return ok({
    now,
    ...(closed && { closed }),
    township: toTownshipCard(known.directory.card),
    homes: known.directory.homes.map(toHomeCard),
    home: toHomeCard(home),
    next,
    slips: coming ? slipsOf(coming, account).filter(({ state }) => state !== 'cancelled') : [],
    folder: ownFolder(asked.township, account),
  });
}

export const home: Action<Asked, HomeView> = {
  write: false,
  input: v.strictObject({ township, home: v.exactOptional(id), village: v.exactOptional(id) }),
  run,
};
