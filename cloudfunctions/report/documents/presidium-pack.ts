import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Input } from '../../../miniprogram/contract/wire';
import {
  listOfMeetings,
  listOfTopics,
  type MeetingDocument,
  type NoteDocument,
  type TopicDocument,
} from '../../congress/presidium/rules/presidium-document';
import { readList as readRows } from '../../congress/presidium/store';
import { readSuggestions } from '../../congress/suggestion/store';
import { OPEN_OPINIONS } from '../../duty/activities/rules/activity-document';
import { openSaid, readWholeList } from '../../duty/activities/store';
import { isOpenOpinion } from '../../duty/opinions/rules/life-cycle';
import { recallTownship } from '../../registry/store';
import { EVERY } from '../../request/lists/rules/facets';
import { readList } from '../../request/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { knownTo } from '../../shared/visibility';
import { handOut } from './hand-out';
import { makePresidiumPack, type PackOpinion } from './rules/presidium-pack';
import { reportInputs } from './schemas';

/** A township's suggestions of a term, and its open requests: more than there are. */
const SUGGESTIONS = 500;
const REQUESTS = 500;
const REQUEST_FIELDS = ['number', 'category', 'village', 'state', 'due', 'key'] as const;

async function readOpinions(township: string): Promise<PackOpinion[]> {
  const found = await readWholeList(township, OPEN_OPINIONS);
  return found
    .filter(({ state }) => state === 'held')
    .flatMap((activity) => {
      const { title = '' } = openSaid(activity);
      const open = Object.values(activity.opinions).filter(isOpenOpinion);
      return open.map((one): PackOpinion => {
        const { state, due, unit, key } = one;
        return { title, date: activity.date, state, due, unit, ...(key && { key }) };
      });
    });
}

/** Seven calls side by side. Requests are those that whoever prints may know of, as in the lists. */
export const presidiumPack: Action<Input<'report', 'presidiumPack'>, PrintedFile> = {
  write: false,
  input: reportInputs.presidiumPack,
  async run({ township, now, admitted }, { year, quarter }) {
    const where = { open: true, facets: EVERY, ...knownTo(admitted?.person) };
    const open = { where, by: 'dueSeq', limit: REQUESTS } as const;
    const all = { where: { facets: 'all' }, by: 'seq', newest: true, limit: SUGGESTIONS } as const;
    const [known, meetings, topics, suggestions, requests, opinions, notes] = await Promise.all([
      recallTownship(township, now),
      readRows<MeetingDocument>(township, listOfMeetings(year), 'desc'),
      readRows<TopicDocument>(township, listOfTopics(year), 'asc'),
      readSuggestions(township, all),
      readList(township, { ...open, fields: REQUEST_FIELDS }),
      readOpinions(township),
      readRows<NoteDocument>(township, 'deputies', 'desc'),
    ]);
    if (!known) return refuse('not-found');
    const pack = makePresidiumPack(known.directory, {
      year,
      quarter,
      today: toLocalDate(now),
      meetings,
      topics,
      suggestions,
      requests,
      opinions,
      notes: notes.map(({ kind, date, answer }) => ({ kind, date, settled: answer !== undefined })),
    });
    return handOut(township, pack);
  },
};
