/** A request in every state of its life, for `npm start`: no screen is empty on the first day. Words and people are invented. */
import type { Caller } from '../../cloudfunctions/request/life/rules/actors';
import type { RequestDocument } from '../../cloudfunctions/request/rules/request-document';
import type { Directory } from '../../cloudfunctions/registry/directory/rules/directory';
import { accountOf } from '../../cloudfunctions/shared/cipher';
import { addDays, DAY_MS, toInstant, toLocalDate } from '../../cloudfunctions/shared/china-time';
import type { StepInput } from '../../miniprogram/contract/request-life';
import type { Instant } from '../../miniprogram/contract/wire';
import { act } from './live';
import { STORIES, type Story, type Who } from './stories';
import { bornSample } from './requests';

/** Whoever the story means, as what the request then stands at. */
function callerOf(who: Who, request: RequestDocument): Caller {
  const person = who === 'owner' ? request.owner.person : request.deputy;
  switch (who) {
    case 'asker':
      return { account: request.account };
    case 'owner':
    case 'follower':
      return {
        account: accountOf(`${request.township}-${person}`),
        role: 'deputy',
        person,
        group: request.group,
      };
    case 'unit':
      return { account: accountOf('bh-unit'), role: 'unit', unit: request.lead };
    case 'staff':
      return { account: accountOf('bh-staff'), role: 'staff' };
    case 'chief':
      return { account: accountOf('bh-p1'), role: 'chief', person: 'p1' };
    case 'presidium':
      return { account: accountOf('bh-p17'), role: 'presidium', person: 'p17' };
  }
}

/** Days in a step are counted from today: `in 3` is in three days, `in -3` three days ago. */
function onDay(step: StepInput, today: string): StepInput {
  const dated = Object.entries(step).map(([name, value]) => {
    const days = typeof value === 'string' ? /^in (-?\d+)$/.exec(value)?.[1] : undefined;
    return [name, days === undefined ? (value as unknown) : addDays(today, Number(days))];
  });
  return Object.fromEntries(dated) as StepInput;
}

function live(
  story: Story,
  born: RequestDocument,
  directory: Directory,
  now: Instant,
  others: readonly RequestDocument[],
): RequestDocument {
  const today = toLocalDate(now);
  let request = born;
  for (const [index, [daysAgo, who, step]] of story.steps.entries()) {
    const at = Math.min(toInstant(addDays(today, -daysAgo), '10:00') + index * 600_000, now - 60_000 + index);
    const target = step.act === 'merge' ? others[others.length - 1] : undefined;
    const said = target ? { act: 'merge' as const, into: target._id } : onDay(step, today);
    request = act(request, said, callerOf(who, request), { directory, at, ...(target && { target }) });
  }
  return request;
}

/** What the relay makes of a merge: the older one takes the other among its companions. */
function joined(target: RequestDocument, { _id, account, openid }: RequestDocument): RequestDocument {
  const field = `r${_id.slice(_id.indexOf('~') + 1)}`;
  return {
    ...target,
    joined: { ...target.joined, [field]: { account, openid, request: _id } },
    joinedCount: target.joinedCount + 1,
  };
}

/** Of an account's day; the plain sample's begin with the first. */
const SLOT = 4;

/** Stories of the seed's township, each older than `now` and as the rules made it. */
export function sampleLives(directory: Directory, now: Instant): RequestDocument[] {
  const lived: RequestDocument[] = [];
  for (const story of STORIES) {
    const born = bornSample({ ...story, township: directory.township, time: '09:00' }, directory, now, SLOT);
    const request = live(story, born, directory, now, lived);
    const older = lived[lived.length - 1];
    if (request.state === 'merged' && older) lived[lived.length - 1] = joined(older, request);
    const { held } = story;
    lived.push(held ? withHeldText(request, now) : request);
  }
  return lived;
}

/** The text waits for a person of the office, as the content check leaves it. */
function withHeldText(request: RequestDocument, now: Instant): RequestDocument {
  const check = { state: 'held' as const, why: 'review' as const, at: now - DAY_MS / 24 };
  return { ...request, checks: { text: check }, tokens: [...request.tokens, 'held:'] };
}
