/** Meetings of the presidium with their votes; what a vote decides about 重点督办 follows by the event. */
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { nameOf } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { actorOf, markOf, replay } from '../../shared/act';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import { tellParts } from '../../shared/cut-lists';
import type { Action } from '../../shared/serve';
import { decide, faultOfMeeting, nextMeetingBy, presidiumOn } from './rules/meeting';
import { listOfMeetings, type MeetingDocument } from './rules/presidium-document';
import { meetingInput, meetingsInput } from './schemas';
import { createRow, readLastMeeting, readList, readRow, rowId, rowSeq } from './store';

type Asked = Input<'congress', 'recordMeeting'>;

export const recordMeeting: Action<Asked, Output<'congress', 'recordMeeting'>> = {
  write: true,
  input: meetingInput,
  async run(call, { township, date, place, persons, items, minutes }) {
    const { account, key, now } = call;
    const known = await recallTownship(township, now);
    if (!known) return refuse('not-found');
    const _id = rowId(township, account, key);
    if (date > toLocalDate(now)) return refuse('bad-input', { field: 'date' });
    const due = presidiumOn(known.directory, date).map(({ person }) => person);
    const field = faultOfMeeting(due, persons, items);
    if (field !== undefined) return refuse('bad-input', { field });
    const born: MeetingDocument = {
      _id,
      township,
      rev: 1,
      kind: 'meeting',
      list: listOfMeetings(Number(date.slice(0, 4))),
      seq: rowSeq(date, _id),
      born: markOf(call),
      date,
      place,
      due: due.length,
      persons: [...new Set(persons)],
      items: decide(items, due.length),
      minutes,
    };
    const meta = { by: actorOf(call), event: 'meeting-recorded', key, at: now };
    if (await createRow(born, meta)) return ok({ meeting: _id });
    const before = await readRow<MeetingDocument>(township, _id);
    return replay(call, before && { hash: before.born.h, answer: { meeting: _id } }) ?? refuse('busy');
  },
};

/** One read beside the directory; one more in a year that has no meeting yet. */
export const meetings: Action<Input<'congress', 'meetings'>, Output<'congress', 'meetings'>> = {
  write: false,
  input: meetingsInput,
  async run(call, { township, year, ...asked }) {
    const [known, found] = await Promise.all([
      recallTownship(township, call.now),
      readList<MeetingDocument>(township, listOfMeetings(year), 'desc'),
    ]);
    if (!known) return refuse('not-found');
    const { directory } = known;
    const today = toLocalDate(call.now);
    const last = found[0] ?? (await readLastMeeting(township, year - 1));
    const nextBy = nextMeetingBy(directory, last?.date, today);
    const members = presidiumOn(directory, today).map(({ person, name }) => ({ person, name }));
    const held = found.map(({ _id, date, place, due, persons, items, minutes }) => ({
      meeting: _id,
      date,
      place,
      due,
      names: persons.map((person) => nameOf(directory.people, person)),
      items,
      minutes,
    }));
    return tellParts({ members, meetings: held }, { ...(nextBy !== undefined && { nextBy }) }, asked);
  },
};
