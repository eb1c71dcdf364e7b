import { LEVEL_LABELS } from '../../../miniprogram/contract/labels';
import type { DutyReportDone } from '../../../miniprogram/contract/duty-report';
import type { Answer, Input, LocalDate } from '../../../miniprogram/contract/wire';
import { membersOn, nameOf, type Directory } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { addDays, toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { openSaid, readActivitiesById } from '../activities/store';
import { walkFacts } from '../ledger/store';
import { actOnDutyReport, type Written } from './act-on-duty-report';
import { draftParts, type DraftedFact } from './rules/draft';
import { draftText, typeText, type Text } from './rules/text';
import { dutyReportInputs } from './schemas';
import { openText, sealText, type DutyReportDocument } from './store';
import { keepText, SLOTS } from './texts-store';

type Drafted = Input<'duty', 'draftDutyReport'>;
type Saved = Input<'duty', 'saveDutyReport'>;

/** A report looks back on a year. */
const YEAR_DAYS = 364;
/** Activities whose names are read in one call. */
const AT_ONCE = 100;

function nextVersion({ versions }: Pick<DutyReportDocument, 'versions'>): number {
  return (versions.at(-1)?.version ?? 0) + 1;
}

/** What stands there is laid aside before it is replaced; a text that nobody wrote leaves nothing. */
async function layAside(read: DutyReportDocument, now: number): Promise<void> {
  if (read.text === '') return;
  const { township, _id: report, text } = read;
  await keepText({ township, report, version: nextVersion(read), at: now, text });
}

function replaceText(read: DutyReportDocument | undefined, text: Text, now: number): Written {
  const kept = read && read.text !== '' ? [{ version: nextVersion(read), at: now }] : [];
  const versions = [...(read?.versions ?? []), ...kept].slice(-SLOTS);
  return { text: sealText(text), versions };
}

async function readYear(township: string, person: string, from: LocalDate, to: LocalDate) {
  const span = { township, name: 'all', by: { dimension: 'person', value: person }, from, to };
  const fields = ['seq', 'date', 'kind', 'heading', 'party', 'household', 'source'] as const;
  const found: (DraftedFact & { source: string })[] = [];
  for await (const rows of walkFacts(span, fields)) {
    for (const { kind = '', date, heading, party, household, source = '' } of rows)
      found.push({
        kind,
        date,
        source,
        ...(heading !== undefined && { heading }),
        ...(party !== undefined && { party }),
        ...(household !== undefined && { household }),
      });
  }
  return found;
}

/** What an own act for a tied household was called stays where it was written. */
async function withTitles(
  township: string,
  facts: readonly (DraftedFact & { source: string })[],
): Promise<DraftedFact[]> {
  const ACTIVITY = 'activity~';
  const named = facts.filter(({ source, kind }) => source.startsWith(ACTIVITY) && kind !== 'tied-help');
  const ids = [...new Set(named.map(({ source }) => source.slice(ACTIVITY.length)))].slice(-AT_ONCE);
  const read = await readActivitiesById(township, ids);
  const titles = new Map(read.map((activity) => [`${ACTIVITY}${activity._id}`, openSaid(activity).title]));
  return facts.map(({ source, ...fact }) => {
    const title = titles.get(source);
    return title === undefined ? fact : { ...fact, title };
  });
}

function standingOf(directory: Directory, person: string, from: LocalDate, to: LocalDate) {
  const member = membersOn(directory.people, to).find((one) => one.person === person);
  const group = nameOf(directory.groups, member?.group ?? '');
  return {
    name: nameOf(directory.people, person),
    level: member?.level === undefined ? '人大代表' : LEVEL_LABELS[member.level],
    from,
    to,
    ...(group !== '' && { group }),
  };
}

function isClosed(read: DutyReportDocument | undefined): boolean {
  return read !== undefined && read.ballot !== '';
}

async function runDraft(
  call: Call,
  { township, activity, edition }: Drafted,
): Promise<Answer<DutyReportDone>> {
  const person = call.admitted?.person;
  const known = await recallTownship(township, call.now);
  if (!known || person === undefined) return refuse('not-found');
  return actOnDutyReport(call, {
    activity,
    person,
    edition,
    act: 'draft-duty-report',
    event: 'duty-report-written',
    before: (read) => layAside(read, call.now),
    async decide(read, { date }) {
      if (isClosed(read)) return refuse('wrong-state');
      const today = toLocalDate(call.now);
      const to = date < today ? date : today;
      const from = addDays(to, -YEAR_DAYS);
      const facts = await withTitles(township, await readYear(township, person, from, to));
      const drafted = draftParts(standingOf(known.directory, person, from, to), facts);
      return replaceText(read, draftText(read ? openText(read) : {}, drafted), call.now);
    },
  });
}

function runSave(call: Call, { activity, edition, parts, ready }: Saved): Promise<Answer<DutyReportDone>> {
  const person = call.admitted?.person;
  if (person === undefined) return Promise.resolve(refuse('not-found'));
  return actOnDutyReport(call, {
    activity,
    person,
    edition,
    act: ready ? 'hand-in-duty-report' : 'write-duty-report',
    event: ready ? 'duty-report-handed-in' : 'duty-report-written',
    before: (read) => layAside(read, call.now),
    decide(read) {
      if (isClosed(read)) return refuse('wrong-state');
      const text = typeText(read ? openText(read) : {}, parts);
      if (ready && Object.keys(text).length === 0) return refuse('bad-input', { field: 'parts' });
      return { ...replaceText(read, text, call.now), ready };
    },
  });
}

export const draftDutyReport: Action<Drafted, DutyReportDone> = {
  write: true,
  input: dutyReportInputs.draftDutyReport,
  run: runDraft,
};
export const saveDutyReport: Action<Saved, DutyReportDone> = {
  write: true,
  input: dutyReportInputs.saveDutyReport,
  run: runSave,
};
