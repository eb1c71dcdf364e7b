/**
 * Every act on the directory goes this way: read once, decide by a rule, write once on the version that was
 * read. Somebody else's act in between means reading and deciding again.
 */
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import { append, drop, put, type Changes } from '../../shared/conditions';
import { actOnce, actorOf, findAct, isRefused, markOf, type ActMark } from '../../shared/act';
import { refuse } from '../../shared/errors';
import { recordActs, type Act } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import type { Directory } from './rules/directory';
import { readTownship, writeDirectory } from '../store';

/** Acts whose answers the directory remembers for a repetition. */
const ACTS_KEPT = 50;

export interface DirectoryAnswer {
  edition: number;
  ids: readonly string[];
  /** Of an import: the rows' tags as they were written, so that it can be taken back. */
  tags?: readonly string[];
}

interface StoredAct extends ActMark {
  answer: DirectoryAnswer;
}

type ActingDirectory = Directory & { acts?: readonly StoredAct[] };

export interface DirectoryAct {
  directory: Directory;
  ids: readonly string[];
  tags?: readonly string[];
  /** What the history says of it; the rows themselves as they were and as they are. */
  record: Pick<Act, 'act' | 'of' | 'words'> & { from: unknown; to: unknown };
  /** Event → what it is about, besides the version. */
  events: Readonly<Record<string, Act['about']>>;
}

/** The fields that are the office's to write. */
const FIELDS = [
  'card',
  'homes',
  'villages',
  'constituencies',
  'groups',
  'terms',
  'people',
  'categories',
  'units',
  'ownKinds',
  'settings',
  'settingMarks',
  'calendar',
  'routing',
  'former',
  'closed',
] as const satisfies readonly (keyof Directory)[];

function changesOf(before: Directory, { directory, record, events }: DirectoryAct, call: Call): Changes {
  const { now: at, key } = call;
  const [from, to] = [JSON.stringify(record.from), JSON.stringify(record.to)];
  const acts = Object.entries(events).map(([event, about]) => ({
    ...record,
    from,
    to,
    at,
    by: actorOf(call),
    key,
    event,
    about: { version: before.version + 1, ...about },
  }));
  return {
    ...Object.fromEntries(
      FIELDS.filter((field) => directory[field] !== before[field]).map((field) => [
        field,
        directory[field] === undefined ? drop : put(directory[field]),
      ]),
    ),
    ...recordActs(acts),
  };
}

/** Two calls, two more for each act that came in between; refused: one. Refusals: not-found, key-reused, busy. */
export async function actOnDirectory(
  call: Call,
  decide: (directory: Directory) => Refused | DirectoryAct,
): Promise<Answer<DirectoryAnswer>> {
  const { township } = call;
  return actOnce<ActingDirectory | undefined, DirectoryAnswer>(call, {
    read: () => readTownship(township),
    seen: (directory) => {
      const act = findAct(call, directory?.acts);
      return act && { hash: act.h, answer: act.answer };
    },
    decide: (directory) => {
      if (!directory) return refuse('not-found');
      const decided = decide(directory);
      if (isRefused(decided)) return decided;
      const { ids, tags } = decided;
      const answer: DirectoryAnswer = { edition: directory.version + 1, ids, ...(tags && { tags }) };
      const act: StoredAct = { ...markOf(call), answer };
      const changes = { ...changesOf(directory, decided, call), acts: append([act], ACTS_KEPT) };
      return { answer, write: () => writeDirectory(township, directory.version, changes) };
    },
  });
}
