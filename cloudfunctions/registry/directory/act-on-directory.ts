/**
 * Every act on the directory goes this way: read once, decide by a rule, write once on the version that was
 * read. Somebody else's act in between means reading and deciding again.
 */
import type { DirectoryKind } from '../../../miniprogram/contract/registry-office';
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { actField, append, put, type Changes } from '../../shared/conditions';
import { actorOf } from '../../shared/act';
import { ok, refuse } from '../../shared/errors';
import { recordActs, type Act } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import type { Directory } from './rules/directory';
import { readTownship, writeDirectory } from '../store';

/** Acts of others that may come in between before the phone is told to try again. */
const TURNS = 5;
/** Acts whose answers the directory remembers for a repetition. */
const ACTS_KEPT = 50;

export interface DirectoryAnswer {
  edition: number;
  ids: readonly string[];
}

interface StoredAct {
  k: string;
  by: string;
  h: string;
  answer: DirectoryAnswer;
}

type ActingDirectory = Directory & { acts?: readonly StoredAct[] };

export interface DirectoryAct {
  directory: Directory;
  ids: readonly string[];
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
  'settings',
  'calendar',
  'routing',
  'former',
] as const satisfies readonly (keyof Directory)[];

export function tagOf(kind: DirectoryKind, id: string, row: unknown): string {
  return hashParts(['row', kind, id, JSON.stringify(row)], 8);
}

function findAct(directory: ActingDirectory, call: Call): Answer<DirectoryAnswer> | undefined {
  const act = directory.acts?.find(({ k, by }) => k === actField(call.key) && by === call.account);
  if (!act) return undefined;
  return act.h === call.bodyHash ? ok(act.answer) : refuse('key-reused');
}

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
        put(directory[field]),
      ]),
    ),
    ...recordActs(acts),
  };
}

function isRefused(decided: Refused | DirectoryAct): decided is Refused {
  return 'ok' in decided;
}

/** Two calls, two more for each act that came in between; refused: one. Refusals: not-found, key-reused, busy. */
export async function actOnDirectory(
  call: Call,
  decide: (directory: Directory) => Refused | DirectoryAct,
): Promise<Answer<DirectoryAnswer>> {
  const { township } = call;
  for (let turn = 0; turn < TURNS; turn++) {
    const directory: ActingDirectory | undefined = await readTownship(township);
    if (!directory) return refuse('not-found');
    const before = findAct(directory, call);
    if (before) return before;
    const decided = decide(directory);
    if (isRefused(decided)) return decided;
    const answer: DirectoryAnswer = { edition: directory.version + 1, ids: decided.ids };
    const act: StoredAct = { k: actField(call.key), by: call.account, h: call.bodyHash, answer };
    const changes = { ...changesOf(directory, decided, call), acts: append([act], ACTS_KEPT) };
    if (await writeDirectory(township, directory.version, changes)) return ok(answer);
  }
  return refuse('busy');
}
