/** The sample: two townships around "today", deterministic but for the salt of encrypted fields. */
import { grantsOfPeople } from './grants';
import { toLocalDate } from '../../cloudfunctions/shared/china-time';
import type { Directory } from '../../cloudfunctions/registry/directory/rules/directory';
import {
  administratorsId,
  DISTRICT,
  figuresId,
  type Administrators,
  type Figures,
  type TownshipList,
} from '../../cloudfunctions/registry/store';
import type { Invitation } from '../../cloudfunctions/registry/invitations/rules/invitation';
import { closeRequest } from '../../cloudfunctions/request/store';
import type { RequestDocument } from '../../cloudfunctions/request/rules/request-document';
import type { Instant } from '../../miniprogram/contract/wire';
import type { LocalDatabase } from '../cloudbase/database/types';
import type { Identity, Poster } from '../preview/types';
import { baiheDirectory } from './baihe/book';
import { BAIHE } from './baihe/places';
import { bookSample } from './bookings';
import { listIdentities, listPosters } from './identities';
import { grantsOfOffice } from './office';
import { qingshiDirectory } from './qingshi/book';
import { countSolved, receiveSample, sampleActivities, sampleFacts } from './duties';
import { sampleLives } from './lives';
import { sampleRequests } from './requests';
import { samplePresidium } from './presidium';
import { sampleSessions } from './sessions';
import { withProfiles } from './profiles';
import { sampleChanges } from './changes';
import { sampleSuggestions } from './suggestions';
import { sampleRosters } from './rosters';

/** The deputy of the posters' village, and the leader of the group, sit at their own home on the coming day. */
const BAIHE_SEATS = { 'h2-am-2': 'p5', 'h2-pm-2': 'p6' };

/** Days before the last two on which people came: the half-year that the report tells of. */
const OLDER_DAYS = 3;

export interface SampleIndex {
  readonly identities: readonly Identity[];
  readonly posters: readonly Poster[];
}

export interface SampleOptions {
  /** The instant around which everything is dated. */
  readonly now: Instant;
  /** The field key in use: the one that the functions get in FIELD_KEYS. */
  readonly keys: { readonly id: string; readonly key: string };
  /** With a request in every state of its life, for people who look around; tests begin with few. */
  readonly lives?: boolean;
}

function sampleDirectories(now: Instant): Directory[] {
  const today = toLocalDate(now);
  return [baiheDirectory(today), qingshiDirectory(today)];
}

function countFigures(township: string, requests: readonly RequestDocument[], now: Instant): Figures {
  const openByPerson: Record<string, number> = {};
  for (const { owner, open } of requests)
    if (open && owner.person !== '') openByPerson[owner.person] = (openByPerson[owner.person] ?? 0) + 1;
  return { _id: figuresId(township), township, rev: 1, openByPerson, asOf: now };
}

/** A township without one can still be set up. */
function listAdministrators(township: string, grants: readonly Invitation[]): Administrators[] {
  const holders = grants.filter(({ role }) => role === 'admin').map(({ _id }) => _id);
  return holders.length === 0 ? [] : [{ _id: administratorsId(township), township, rev: 1, holders }];
}

async function loadTownship(
  database: LocalDatabase,
  directory: Directory,
  { now, lives = false }: SampleOptions,
): Promise<void> {
  const grants = [...grantsOfPeople(directory, now), ...grantsOfOffice(directory.township, now)];
  await database.importDocuments('invitations', grants);
  await database.importDocuments('townships', listAdministrators(directory.township, grants));
  const seats = directory.township === BAIHE ? BAIHE_SEATS : {};
  const lived = lives && directory.township === BAIHE;
  const { rosters, older, past, coming } = sampleRosters(directory, now, seats, lived ? OLDER_DAYS : 0);
  receiveSample(older, directory);
  bookSample(past, coming);
  await database.importDocuments('rosters', rosters);
  await database.importDocuments('days', [...older, ...past, ...coming]);
  const requests = [...sampleRequests(directory, now), ...(lived ? sampleLives(directory, now) : [])];
  await database.importDocuments('requests', requests.map(closeRequest));
  const suggestions = sampleSuggestions(directory, now);
  await database.importDocuments('suggestions', suggestions);
  const presidium = directory.township === BAIHE ? samplePresidium(directory, now) : [];
  await database.importDocuments('presidium', presidium);
  if (directory.township === BAIHE) {
    await database.importDocuments('sessions', sampleSessions(directory.township, now));
    await database.importDocuments('changes', sampleChanges(directory));
  }
  await database.importDocuments('townships', [countFigures(directory.township, requests, now)]);
  if (!lives) return;
  const activities = lived ? sampleActivities(directory, now, countSolved(requests, now)) : [];
  await database.importDocuments('activities', activities);
  const days = [...older, ...past];
  await database.importDocuments(
    'facts',
    sampleFacts(directory.township, { days, requests, activities, suggestions, presidium }),
  );
}

/** Who and what the sample consists of, without loading it. */
export function sampleIndex(now: Instant): SampleIndex {
  const directories = sampleDirectories(now);
  return { identities: listIdentities(directories), posters: listPosters(directories) };
}

/** Puts both townships into the database, replacing documents of the same ids. */
export async function loadSample(database: LocalDatabase, options: SampleOptions): Promise<SampleIndex> {
  const { now, keys } = options;
  const before = process.env['FIELD_KEYS'];
  process.env['FIELD_KEYS'] = JSON.stringify({ current: keys.id, keys: { [keys.id]: keys.key } });
  try {
    const directories = sampleDirectories(now).map(withProfiles);
    const list: TownshipList = {
      _id: DISTRICT,
      township: DISTRICT,
      rev: 1,
      townships: directories.map(({ township }) => township),
    };
    await database.importDocuments('townships', [...directories, list]);
    for (const directory of directories) await loadTownship(database, directory, options);
    return sampleIndex(now);
  } finally {
    if (before === undefined) delete process.env['FIELD_KEYS'];
    else process.env['FIELD_KEYS'] = before;
  }
}
