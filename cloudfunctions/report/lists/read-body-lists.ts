/** What the presidium and the office follow between sessions: 视察意见, meetings, liaison with deputies, guidance. */
import type { ListId } from '../../../miniprogram/contract/list-export';
import { PRESIDIUM } from '../../../miniprogram/contract/roles';
import {
  listOfMeetings,
  type MeetingDocument,
  type NoteDocument,
} from '../../congress/presidium/rules/presidium-document';
import { presidiumOn } from '../../congress/presidium/rules/meeting';
import { seesNote } from '../../congress/presidium/rules/note-readers';
import { readList, readPairs, ROWS_AT_MOST } from '../../congress/presidium/store';
import { OPEN_OPINIONS } from '../../duty/activities/rules/activity-document';
import { openOpinionWords, openSaid, readWholeList } from '../../duty/activities/store';
import { isOpenOpinion } from '../../duty/opinions/rules/life-cycle';
import { membersOn, nameOf } from '../../registry/directory/rules/directory';
import { holdsOne } from '../../registry/invitations/grants-store';
import { MOST_ROWS, ofYear, tell, type Reads } from './reading';
import * as columns from './rules/body-columns';

export type BodyListId = Extract<ListId, 'opinions' | 'meetings' | 'liaison' | 'guidance'>;

export const BODY_LISTS: Reads<BodyListId> = {
  async opinions(_of, asking) {
    const { call, directory, today } = asking;
    const found = await readWholeList(call.township, OPEN_OPINIONS);
    const rows = found
      .filter(({ state }) => state === 'held')
      .flatMap((activity) =>
        Object.values(activity.opinions)
          .filter(isOpenOpinion)
          .map((stored): columns.OpinionListed => {
            const { date } = activity;
            const title = openSaid(activity).title ?? '';
            return Object.assign({ date, title }, stored, openOpinionWords(stored));
          }),
      )
      .sort((one, other) => (one.due < other.due ? -1 : 1));
    const whole = { rows: rows.slice(0, MOST_ROWS), cut: rows.length > MOST_ROWS };
    return tell('视察意见', '还没办结的', columns.opinionColumns(directory, today), whole, asking);
  },

  /** A row for each matter that was voted on; a meeting without one has a row of its own. */
  async meetings({ year }, asking) {
    const { call, directory } = asking;
    const found = await readList<MeetingDocument>(call.township, listOfMeetings(year), 'desc');
    const rows = found.flatMap((meeting): columns.MeetingListed[] =>
      meeting.items.length > 0 ? meeting.items.map((item) => ({ meeting, item })) : [{ meeting }],
    );
    const whole = { rows, cut: found.length >= ROWS_AT_MOST };
    return tell('主席团会议', ofYear(year), columns.meetingColumns(directory), whole, asking);
  },

  /** Every deputy with who keeps in touch; then, deputy by deputy, what was noted and whoever takes it may read. */
  async liaison(_of, asking) {
    const { call, directory, today } = asking;
    const [stored, found, sitsThere] = await Promise.all([
      readPairs(call.township),
      readList<NoteDocument>(call.township, 'deputies', 'desc'),
      holdsOne(call, PRESIDIUM),
    ]);
    const reader = { oversees: true, sits: sitsThere, persons: [] };
    const notes = found.filter((note) => seesNote(reader, note));
    const sits = new Set(presidiumOn(directory, today).map(({ person }) => person));
    const now = membersOn(directory.people, today)
      .filter(({ level }) => level !== undefined)
      .map(({ person }) => person);
    const gone = notes.map(({ person = '' }) => person).filter((person) => !now.includes(person));
    const rows = [...now, ...new Set(gone)].flatMap((person): columns.LiaisonListed[] => {
      const kept = stored?.pairs[person] ?? '';
      const pair = { name: nameOf(directory.people, person), member: sits.has(kept) ? kept : '' };
      const own = notes.filter((note) => note.person === person);
      return own.length > 0 ? own.map((note) => Object.assign({ note }, pair)) : [pair];
    });
    const whole = { rows, cut: found.length >= ROWS_AT_MOST };
    return tell('主席团联系代表', '', columns.liaisonColumns(directory), whole, asking);
  },

  async guidance(_of, asking) {
    const { call, directory } = asking;
    const rows = await readList<NoteDocument>(call.township, 'guidance', 'desc');
    const whole = { rows, cut: rows.length >= ROWS_AT_MOST };
    return tell('上级指导和培训', '', columns.guidanceColumns(directory), whole, asking);
  },
};
