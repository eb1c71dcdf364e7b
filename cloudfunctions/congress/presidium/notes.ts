/**
 * Liaison (主席团联系代表) and guidance from above. A deputy's opinions and difficulties are seen by the office, the
 * presidium and that deputy alone.
 */
import type { NoteView } from '../../../miniprogram/contract/congress/presidium';
import { OF_DEPUTIES } from '../../../miniprogram/contract/congress/presidium-labels';
import { OFFICE, OVERSEERS } from '../../../miniprogram/contract/roles';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { membersOn, nameOf, type Directory } from '../../registry/directory/rules/directory';
import { holdsOne } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { actorOf, markOf, replay } from '../../shared/act';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { presidiumOn } from './rules/meeting';
import type { NoteDocument } from './rules/presidium-document';
import { noteInput, ofTownship, settleInput, touchInput } from './schemas';
import { settleOnce } from './settle-once';
import { createRow, putPair, readList, readPairs, readRow, rowId, rowSeq } from './store';

const DEPUTIES = 'deputies';
const GUIDANCE = 'guidance';

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
    await putPair(township, person, { member, by: actorOf(call), key: call.key, now: call.now });
    return ok({ person, member });
  },
};

/** Two reads beside the directory. */
export const liaison: Action<Input<'congress', 'liaison'>, Output<'congress', 'liaison'>> = {
  write: false,
  input: ofTownship,
  async run(call, { township }) {
    const { admitted } = call;
    const [known, stored, found] = await Promise.all([
      recallTownship(township, call.now),
      readPairs(township),
      readList<NoteDocument>(township, DEPUTIES, 'desc'),
    ]);
    if (!known || !admitted) return refuse('not-found');
    const { directory } = known;
    const { role, person: own } = admitted;
    const all = await holdsOne(call, OVERSEERS);
    const today = toLocalDate(call.now);
    const body = presidiumOn(directory, today);
    const sits = new Set(body.map(({ person }) => person));
    const deputies = membersOn(directory.people, today).filter(({ level }) => level !== undefined);
    const pairs = deputies
      .filter(({ person }) => all || person === own)
      .map(({ person, name }) => {
        // Whoever left the presidium keeps in touch with nobody.
        const kept = stored?.pairs[person] ?? '';
        const member = sits.has(kept) ? kept : '';
        return { person, name, member, memberName: nameOf(directory.people, member) };
      });
    return ok({
      pairs,
      members: all ? body.map(({ person, name }) => ({ person, name })) : [],
      notes: found.filter(({ person }) => all || person === own).map((note) => toNote(directory, note)),
      keeps: OFFICE.includes(role),
    });
  },
};

export const guidance: Action<Input<'congress', 'guidance'>, Output<'congress', 'guidance'>> = {
  write: false,
  input: ofTownship,
  async run(call, { township }) {
    const [known, found] = await Promise.all([
      recallTownship(township, call.now),
      readList<NoteDocument>(township, GUIDANCE, 'desc'),
    ]);
    return known ? ok({ notes: found.map((note) => toNote(known.directory, note)) }) : refuse('not-found');
  },
};

type Added = Output<'congress', 'addNote'>;

/** One call. A deputy writes about themselves; about others the office and the presidium. */
export const addNote: Action<Input<'congress', 'addNote'>, Added> = {
  write: true,
  input: noteInput,
  async run(call, { township, kind, date, words, person: asked }) {
    const { account, key, now, admitted } = call;
    const known = await recallTownship(township, now);
    if (!known || !admitted) return refuse('not-found');
    const about = OF_DEPUTIES.includes(kind);
    const oversees = await holdsOne(call, OVERSEERS);
    const person = oversees ? asked : admitted.person;
    if (!oversees && (!about || (asked !== undefined && asked !== person))) return refuse('not-allowed');
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
      by: actorOf(call),
      words,
    };
    const meta = { by: actorOf(call), event: 'note-added', key, at: now, about: { kind } };
    if (await createRow(born, meta)) return ok({ note: _id });
    const before = await readRow<NoteDocument>(township, _id);
    return replay(call, before && { hash: before.born.h, answer: { note: _id } }) ?? refuse('busy');
  },
};

export const settleNote: Action<Input<'congress', 'settleNote'>, Output<'congress', 'settleNote'>> = {
  write: true,
  input: settleInput,
  run: (call, { township, note, words }) =>
    settleOnce(call, {
      township,
      note,
      words,
      event: 'note-settled',
      isTheirs: ({ list }) => list === DEPUTIES || list === GUIDANCE,
    }),
};
