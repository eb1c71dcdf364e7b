/** Liaison (主席团联系代表) and guidance from above. Who sees what of deputies: rules/note-readers.ts. */
import type { NoteView } from '../../../miniprogram/contract/congress/presidium';
import { OF_DEPUTIES } from '../../../miniprogram/contract/congress/presidium-labels';
import { IN_TOUCH, OFFICE, PRESIDIUM } from '../../../miniprogram/contract/roles';
import type { Input, LocalDate, Output } from '../../../miniprogram/contract/wire';
import { membersOn, nameOf, type Directory } from '../../registry/directory/rules/directory';
import { listRoles } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { actOnce, actorOf, findAct, markOf, replay } from '../../shared/act';
import { toLocalDate } from '../../shared/china-time';
import { tellParts } from '../../shared/cut-lists';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { presidiumOn } from './rules/meeting';
import { readerOf, seesNote, type NoteReader } from './rules/note-readers';
import type { NoteDocument, PairsDocument } from './rules/presidium-document';
import { noteInput, notesInput, settleInput, touchInput } from './schemas';
import { settleOnce } from './settle-once';
import { createRow, putPair, readList, readPairs, readRow, rowId, rowSeq } from './store';

const DEPUTIES = 'deputies';
const GUIDANCE = 'guidance';

/** As whom the caller reads: no call for the presidium, one for others, who may hold a role of it besides. */
async function readerBy(call: Call): Promise<NoteReader> {
  const { admitted } = call;
  if (admitted && PRESIDIUM.includes(admitted.role)) return readerOf([admitted]);
  return readerOf(await listRoles(call, IN_TOUCH));
}

function toNote({ people }: Directory, note: NoteDocument): NoteView {
  const { _id, kind, date, person, by, words, answer } = note;
  return {
    note: _id,
    kind,
    date,
    ...(person !== undefined && { person, name: nameOf(people, person) }),
    byName: nameOf(people, by) || '人大办',
    words,
    ...(answer && { answer }),
  };
}

/** Two calls. Refusals: not-found, bad-input (no deputy, no member), key-reused, busy. */
export const keepInTouch: Action<Input<'congress', 'keepInTouch'>, Output<'congress', 'keepInTouch'>> = {
  write: true,
  input: touchInput,
  async run(call, { township, person, member }) {
    const known = await recallTownship(township, call.now);
    if (!known) return refuse('not-found');
    const today = toLocalDate(call.now);
    const deputies = membersOn(known.directory.people, today).filter(({ level }) => level !== undefined);
    if (!deputies.some((one) => one.person === person)) return refuse('bad-input', { field: 'person' });
    const body = presidiumOn(known.directory, today);
    if (member !== '' && !body.some((one) => one.person === member))
      return refuse('bad-input', { field: 'member' });
    const { key, now } = call;
    const said = { person, member };
    return actOnce<PairsDocument | undefined, typeof said>(call, {
      read: () => readPairs(township),
      seen(pairs) {
        const act = findAct(call, pairs?.acts);
        return act && { hash: act.h, answer: said };
      },
      decide: (pairs) => ({
        answer: said,
        write: () =>
          putPair(pairs, { township, ...said }, { by: actorOf(call), key, now, mark: markOf(call) }),
      }),
    });
  },
};

/** Two reads beside the directory, one more for whoever is not admitted as of the presidium. */
export const liaison: Action<Input<'congress', 'liaison'>, Output<'congress', 'liaison'>> = {
  write: false,
  input: notesInput,
  async run(call, { township, ...asked }) {
    const { admitted } = call;
    const [known, stored, found, reader] = await Promise.all([
      recallTownship(township, call.now),
      readPairs(township),
      readList<NoteDocument>(township, DEPUTIES, 'desc'),
      readerBy(call),
    ]);
    if (!known || !admitted) return refuse('not-found');
    const { directory } = known;
    const { oversees: all, persons } = reader;
    const today = toLocalDate(call.now);
    const body = presidiumOn(directory, today);
    const sits = new Set(body.map(({ person }) => person));
    const deputies = membersOn(directory.people, today).filter(({ level }) => level !== undefined);
    const pairs = deputies
      .filter(({ person }) => all || persons.includes(person))
      .map(({ person, name }) => {
        // Whoever left the presidium keeps in touch with nobody.
        const kept = stored?.pairs[person] ?? '';
        const member = sits.has(kept) ? kept : '';
        return { person, name, member, memberName: nameOf(directory.people, member) };
      });
    const members = all ? body.map(({ person, name }) => ({ person, name })) : [];
    const notes = found.filter((note) => seesNote(reader, note)).map((note) => toNote(directory, note));
    return tellParts({ members, pairs, notes }, { keeps: OFFICE.includes(admitted.role) }, asked);
  },
};

export const guidance: Action<Input<'congress', 'guidance'>, Output<'congress', 'guidance'>> = {
  write: false,
  input: notesInput,
  async run(call, { township, ...asked }) {
    const [known, found] = await Promise.all([
      recallTownship(township, call.now),
      readList<NoteDocument>(township, GUIDANCE, 'desc'),
    ]);
    if (!known) return refuse('not-found');
    return tellParts({ notes: found.map((note) => toNote(known.directory, note)) }, {}, asked);
  },
};

type Added = Output<'congress', 'addNote'>;

interface Heard {
  reader: NoteReader;
  date: LocalDate;
  person: string | undefined;
}

/**
 * Who of the presidium heard it: whoever writes it down and sits there on that day, else who keeps in touch with the
 * deputy. What deputies write themselves nobody heard. No call for a member, one for the office.
 */
async function memberOf(
  directory: Directory,
  { reader: { persons }, date, person = '' }: Heard,
): Promise<string | undefined> {
  if (persons.includes(person)) return undefined;
  const body = presidiumOn(directory, date).map((one) => one.person);
  const own = persons.find((one) => body.includes(one));
  if (own !== undefined) return own;
  const kept = (await readPairs(directory.township))?.pairs[person] ?? '';
  return body.includes(kept) ? kept : undefined;
}

/**
 * One call, one more for whoever is not of the presidium, and to find who keeps in touch. A deputy writes about
 * themselves; of others whoever may read it.
 */
export const addNote: Action<Input<'congress', 'addNote'>, Added> = {
  write: true,
  input: noteInput,
  async run(call, { township, kind, date, words, person: asked }) {
    const { account, key, now, admitted } = call;
    const [known, reader] = await Promise.all([recallTownship(township, now), readerBy(call)]);
    if (!known || !admitted) return refuse('not-found');
    const about = OF_DEPUTIES.includes(kind);
    const person = reader.oversees ? asked : (asked ?? admitted.person);
    const allowed = about
      ? seesNote(reader, { kind, ...(person !== undefined && { person }) })
      : reader.oversees;
    if (!allowed) return refuse('not-allowed');
    const member = about ? await memberOf(known.directory, { reader, date, person }) : undefined;
    const named = known.directory.people.some(({ id }) => id === person);
    if (about !== named || date > toLocalDate(now))
      return refuse('bad-input', { field: about !== named ? 'person' : 'date' });
    const _id = rowId(township, account, key);
    const born: NoteDocument = {
      _id,
      township,
      rev: 1,
      kind,
      list: about ? DEPUTIES : GUIDANCE,
      seq: rowSeq(date, _id),
      born: markOf(call),
      date,
      ...(person !== undefined && { person }),
      ...(member !== undefined && { member }),
      by: actorOf(call),
      words,
    };
    const meta = { by: actorOf(call), event: 'note-added', key, at: now, about: { kind } };
    if (await createRow(born, meta)) return ok({ note: _id });
    const before = await readRow<NoteDocument>(township, _id);
    return replay(call, before && { hash: before.born.h, answer: { note: _id } }) ?? refuse('busy');
  },
};

/** What came of it says whoever oversees and may read it; of their own nobody. */
export const settleNote: Action<Input<'congress', 'settleNote'>, Output<'congress', 'settleNote'>> = {
  write: true,
  input: settleInput,
  async run(call, { township, note, words }) {
    const { oversees, sits } = await readerBy(call);
    const reader = { oversees, sits, persons: [] };
    const isTheirs = (found: NoteDocument) =>
      found.list === GUIDANCE || (found.list === DEPUTIES && seesNote(reader, found));
    return settleOnce(call, { township, note, words, event: 'note-settled', isTheirs });
  },
};
