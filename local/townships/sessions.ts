/** The first session of the term of the sample's township, closed: the suggestions of the sample were made at it. */
import type { SessionDocument } from '../../cloudfunctions/congress/session/rules/session-document';
import { addDays, toLocalDate } from '../../cloudfunctions/shared/china-time';
import type { Instant } from '../../miniprogram/contract/wire';

export const FIRST_SESSION = 's181';
/** Days before today. */
const BEGAN = 322;

export function sampleSessions(township: string, now: Instant): (SessionDocument & { outboxAt: number })[] {
  const from = addDays(toLocalDate(now), -BEGAN);
  return [
    {
      _id: `${township}~${FIRST_SESSION}`,
      township,
      rev: 1,
      edition: 1,
      session: FIRST_SESSION,
      name: '镇十八届人大一次会议',
      from,
      to: addDays(from, 1),
      place: '镇政府三楼会议室',
      state: 'closed',
      noticedOn: addDays(from, -10),
      agenda: [{ id: 'a1', title: '听取和审议镇政府工作报告' }],
      sittings: [],
      papers: [],
      votes: [],
      acts: [],
      outboxAt: 0,
    },
  ];
}
