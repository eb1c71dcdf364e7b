/** What each tab reads, and what it shows of it. */
import type { KeyCandidate, LiaisonView, NoteView, TopicView } from '../../contract/congress/presidium';
import type { Places } from '../../contract/registry';
import type { Failure, Result } from '../../contract/result';
import type { PanelAct } from '../../contract/shapes';
import type { LocalDate } from '../../contract/wire';
import {
  getLiaison,
  listGuidance,
  listKeyCandidates,
  listMeetings,
  listTopics,
} from '../../services/congress';
import { meetingAct, PLAN, topicActs } from './acts';
import { GUIDANCE, liaisonActs, OWN_NOTE, settleAct } from './note-acts';
import { listPairs, sayNextMeeting, toMeetingRow, toNoteRow, toTopicRow } from './view';
import type { Row, Tab } from './view';

export interface Room {
  rows: readonly Row[];
  /** What is said above the rows. */
  note: string;
  pairs: readonly { id: string; title: string; words: string }[];
  acts: readonly PanelAct[];
  candidates: readonly KeyCandidate[];
}

interface Asked {
  opened: string;
  today: LocalDate;
  places: Places | null;
  /** Staff and chief. */
  office: boolean;
  /** Of the presidium. */
  sits: boolean;
  /** Staff, chief and presidium. */
  oversees: boolean;
}

const EMPTY: Room = { rows: [], note: '', pairs: [], acts: [], candidates: [] };

function notesRoom(
  notes: readonly NoteView[],
  { opened, today, office }: Asked,
  acts: readonly PanelAct[],
): Room {
  const rows = notes.map((note) => toNoteRow(note, { opened, plans: office }, today));
  const one = notes.find(({ note, answer }) => note === opened && !answer);
  return { ...EMPTY, rows, acts: one ? [settleAct(one.note, one.kind)] : acts };
}

/** What a deputy sees: who keeps in touch, and what they said themselves. What came of it others say. */
function ownRoom({ pairs, notes }: LiaisonView, { today }: Asked): Room {
  const rows = notes.map((note) => ({ ...toNoteRow(note, { opened: '', plans: false }, today), link: '' }));
  const who = pairs.map(({ person, memberName }) => ({
    id: person,
    title: memberName || '还没有定谁联系您',
    words: memberName ? '主席团里由这位成员联系您。' : '有事可以直接写在这里，主席团看得到。',
  }));
  return { ...EMPTY, rows, pairs: who, acts: [OWN_NOTE] };
}

function topicsRoom(topics: readonly TopicView[], { opened, today, places, office }: Asked): Room {
  const one = topics.find(({ topic }) => topic === opened);
  const rows = topics.map((topic) => toTopicRow(topic, opened, today));
  return { ...EMPTY, rows, acts: one ? topicActs(one, places) : office ? [PLAN] : [] };
}

export async function readRoom(tab: Tab, asked: Asked): Promise<Result<Room> | Failure> {
  const { today, office } = asked;
  const year = Number(today.slice(0, 4));
  if (tab === 'topics') {
    const found = await listTopics(year);
    return found.ok ? { ok: true, data: topicsRoom(found.data.topics, asked) } : found;
  }
  if (tab === 'meetings') {
    const [found, proposed] = await Promise.all([
      listMeetings(year),
      office ? listKeyCandidates() : undefined,
    ]);
    if (!found.ok) return found;
    if (proposed?.ok === false) return proposed;
    const { meetings, members, nextBy } = found.data;
    const candidates = proposed?.data.candidates ?? [];
    const rows = meetings.map((meeting) => toMeetingRow(meeting, today));
    return {
      ok: true,
      data: {
        ...EMPTY,
        rows,
        note: sayNextMeeting(nextBy, today),
        candidates,
        acts: office ? [meetingAct(members, candidates)] : [],
      },
    };
  }
  if (tab === 'liaison') {
    const found = await getLiaison();
    if (!found.ok) return found;
    const { pairs, members, notes, keeps } = found.data;
    if (!asked.oversees) return { ok: true, data: ownRoom(found.data, asked) };
    const room = notesRoom(notes, asked, liaisonActs(pairs, members, { keeps, sits: asked.sits }));
    return { ok: true, data: { ...room, pairs: listPairs(found.data) } };
  }
  const found = await listGuidance();
  return found.ok ? { ok: true, data: notesRoom(found.data.notes, asked, [GUIDANCE]) } : found;
}
