/** Which list is read from where, with its columns: a further list is a row here or in one of read-….ts. */
import type { AuditCard } from '../../../miniprogram/contract/audit';
import { labelOf } from '../../../miniprogram/contract/activity-kinds';
import { MEASURES, HEADINGS, type Heading, type Measure } from '../../../miniprogram/contract/facts';
import type { ExportedList, ListId } from '../../../miniprogram/contract/list-export';
import { listFigure, toFactRow } from '../../duty/ledger/figures-store';
import type { StoredFact } from '../../duty/ledger/store';
import type { FactQuery } from '../../../miniprogram/contract/facts';
import { listVisitors } from '../../reception/desk/rules/visits';
import { parsePlace } from '../../reception/days/rules/place-id';
import { DESK_FIELDS, readDaysFrom } from '../../reception/days/store';
import { nameOf, type Directory } from '../../registry/directory/rules/directory';
import { queueDays } from '../../request/life/rules/deadline';
import { isWithin, queueOf } from '../../request/lists/rules/queues';
import { CARD_FIELDS, readKnown, readList } from '../../request/store';
import type { RequestDocument } from '../../request/rules/request-document';
import { toLocalDate } from '../../shared/china-time';
import { rowsFor } from '../../duty/record/rules/record-rights';
import { decryptField } from '../../shared/cipher';
import { tailOf } from '../../shared/mask';
import type { Call } from '../../shared/serve';
import { readCards } from '../../notify/audit/cards-store';
import { knownTo } from '../../shared/visibility';
import { readTitles } from '../documents/read-titles';
import { ask } from '../work-report/rules/ask';
import { isSlot, slotRow } from '../work-report/rules/slots';
import { readKnownIds, readRows } from '../work-report/read-rows';
import { readSources } from '../work-report/read-sources';
import { readReport } from '../work-report/store';
import { BODY_LISTS, type BodyListId } from './read-body-lists';
import { DIRECTORY_LISTS, type DirectoryListId } from './read-directory-lists';
import { DUTY_LISTS, type DutyListId } from './read-duty-lists';
import { DISTRICT_LISTS, type DistrictListId } from './read-district-lists';
import { OFFICE_LISTS, type OfficeListId } from './read-office-lists';
import { MOST_ROWS, PAGE, spanWords, type Asking, type Of, type Reads } from './reading';
import { sayDated } from '../documents/rules/words';
import { sayNarrowed } from './rules/say-narrowed';
import {
  AUDIT_COLUMNS,
  bookingColumns,
  factColumns,
  requestColumns,
  SLOT_COLUMNS,
  type BookedRow,
  type NamedFact,
} from './rules/columns';
import { toTable, type ListTable } from './rules/table';

/** Reception days of a month, market days and days by phone with them. */
const MOST_DAYS = 40;

type Shown = Exclude<ListId, OfficeListId | BodyListId | DirectoryListId | DistrictListId | DutyListId>;

/** Page after page of the queue, by the queue's own condition. */
async function readQueue(of: Of<'requests'>, { call, directory, today }: Asking): Promise<RequestDocument[]> {
  const queue = queueOf(of.queue, of.filter ?? {}, queueDays(directory, today));
  const { where, by, newest = false, floor, keeps = () => true } = queue;
  const found: RequestDocument[] = [];
  const known = { ...where, ...knownTo(call.admitted?.person) };
  for (let after: string | undefined; ;) {
    const rows = await readList(call.township, {
      where: known,
      by,
      newest,
      limit: PAGE,
      fields: [...CARD_FIELDS, 'replies', 'rating', 'dispatchSeq', 'word'],
      ...(after !== undefined && { after }),
      ...(floor !== undefined && { floor }),
    });
    const within = rows.filter((row) => isWithin(queue, row));
    found.push(...within.filter(keeps));
    const last = rows.at(-1)?.[by];
    if (rows.length < PAGE || within.length < rows.length || last === undefined || found.length > MOST_ROWS)
      return found;
    after = last;
  }
}

async function readChosen(chosen: readonly string[], { call }: Asking): Promise<RequestDocument[]> {
  const fields = [...CARD_FIELDS, 'replies', 'rating'] as const;
  const found = await readKnown(call.township, chosen, call.admitted?.person, fields);
  return chosen.flatMap((id) => found.find(({ _id }) => _id === id) ?? []);
}

/** Oldest first, as it happened, of too many the newest; without the requests that the caller may not know of. */
async function readFigure(call: Call, query: FactQuery): Promise<{ rows: NamedFact[]; cut: boolean }> {
  const found: StoredFact[] = [];
  for (let after: string | undefined; ;) {
    const { rows, next } = await listFigure(query, PAGE, after);
    found.push(...rows);
    if (next === undefined || found.length > MOST_ROWS) break;
    after = next;
  }
  const newest = found.slice(0, MOST_ROWS);
  const requestOf = (fact: StoredFact): string | undefined => {
    const { kind, id } = toFactRow(fact).source;
    return kind === 'request' ? id : undefined;
  };
  const ids = [...new Set(newest.flatMap((fact) => requestOf(fact) ?? []))];
  const [titles, known] = await Promise.all([readTitles(query.township, newest), readKnownIds(call, ids)]);
  const shown = newest.filter((fact) => {
    const request = requestOf(fact);
    return request === undefined || known.has(request);
  });
  const rows = shown.reverse().map((fact): NamedFact => {
    const row = toFactRow(fact);
    const { heading } = fact;
    return Object.assign(row, { title: titles.get(row.source.id) ?? '' }, heading && { heading });
  });
  return { rows, cut: found.length > MOST_ROWS };
}

function sayFigure(of: FactQuery['of']): string {
  if (of === 'all') return '履职事实';
  return labelOf(of) ?? sayMeasure(of as Measure | Heading);
}

function sayMeasure(of: Measure | Heading): string {
  return of in MEASURES ? MEASURES[of as Measure].label : HEADINGS[of as Heading];
}

const SHOWN: Reads<Shown> = {
  async requests(of, asking) {
    const { directory, today } = asking;
    const rows = of.chosen ? await readChosen(of.chosen, asking) : await readQueue(of, asking);
    const cut = rows.length > MOST_ROWS;
    const narrowed = of.chosen ? '选出的几件' : sayNarrowed(of.queue, of.filter ?? {}, directory);
    return toTable(requestColumns(directory, today), rows.slice(0, MOST_ROWS), {
      name: `群众意见 ${narrowed} ${sayDated(today)}`,
      narrowed,
      on: sayDated(today),
      cut,
    });
  },

  async bookings({ from, to }, { call, directory, today }) {
    // One more than is told, to know whether there are more.
    const coming = await readDaysFrom(call.township, from, MOST_DAYS + 1, DESK_FIELDS);
    const days = coming.filter(({ date }) => date <= to);
    const rows = days.slice(0, MOST_DAYS).flatMap((found) =>
      listVisitors(found).map(
        ({ home, half, number, place, seat, state, origin, stored, visit }): BookedRow => ({
          date: found.date,
          home,
          half,
          number,
          time: parsePlace(place).time,
          receiver: nameOf(directory.people, found.seats[seat]?.person ?? ''),
          name: decryptField(stored.name),
          phoneTail: stored.phone === undefined ? '' : tailOf(decryptField(stored.phone)),
          category: stored.category ?? '',
          state,
          origin,
          ...(visit?.o !== undefined && { outcome: visit.o }),
        }),
      ),
    );
    const narrowed = spanWords(from, to);
    return toTable(bookingColumns(directory), rows.slice(0, MOST_ROWS), {
      name: `预约名单 ${narrowed}`,
      narrowed,
      on: sayDated(today),
      cut: days.length > MOST_DAYS || rows.length > MOST_ROWS,
    });
  },

  async facts({ of, from, to }, { call, directory, today }) {
    const { rows, cut } = await readFigure(call, { township: call.township, of, from, to });
    const narrowed = spanWords(from, to);
    return toTable(factColumns(directory), rows, {
      name: `${sayFigure(of)} ${narrowed}`,
      narrowed,
      on: sayDated(today),
      cut,
    });
  },

  async slot({ report: id, slot }, { call, today }) {
    const report = await readReport(call.township, id);
    if (!report || !isSlot(slot)) return undefined;
    const { from, to } = report;
    const sources = await readSources(call.township, { from, to }, call.now);
    if (!sources) return undefined;
    const { label, question } = slotRow(slot);
    const { rows, next } = await readRows(call, ask(question, sources).rows, sources, 0, MOST_ROWS);
    const narrowed = spanWords(from, to);
    return toTable(SLOT_COLUMNS, rows, {
      name: `${label} ${narrowed}`,
      narrowed,
      on: sayDated(today),
      cut: next !== undefined,
    });
  },

  async audit({ filter }, { call, today }) {
    const rows: AuditCard[] = [];
    let after: string | undefined;
    do {
      const page = await readCards(call, filter, { limit: PAGE, ...(after !== undefined && { after }) });
      rows.push(...page.cards);
      after = page.next;
    } while (after !== undefined && rows.length < MOST_ROWS);
    const { day } = filter;
    const narrowed = day === undefined ? '' : spanWords(day, day);
    return toTable(AUDIT_COLUMNS, rows.slice(0, MOST_ROWS), {
      name: `操作记录 ${sayDated(today)}`,
      narrowed,
      on: sayDated(today),
      cut: after !== undefined || rows.length > MOST_ROWS,
    });
  },

  async duty({ year, person = '' }, { call, directory, today }) {
    const name = nameOf(directory.people, person);
    if (name === '') return undefined;
    const [from, to] = [`${String(year)}-01-01`, `${String(year)}-12-31`];
    const by = { dimension: 'person', value: person } as const;
    const { rows, cut } = await readFigure(call, { township: call.township, of: 'all', from, to, by });
    const shown = call.admitted ? rowsFor(call.admitted, person, rows) : [];
    return toTable(factColumns(directory), shown, {
      name: `履职档案 ${name} ${String(year)}年`,
      narrowed: `${name} ${String(year)}年`,
      on: sayDated(today),
      cut,
    });
  },
};

const READS: Reads<ListId> = {
  ...SHOWN,
  ...OFFICE_LISTS,
  ...BODY_LISTS,
  ...DIRECTORY_LISTS,
  ...DISTRICT_LISTS,
  ...DUTY_LISTS,
};

/** Undefined: there is nothing of that name. */
export function readExported(
  of: ExportedList,
  call: Call,
  directory: Directory,
): Promise<ListTable | undefined> {
  const read = READS[of.list] as (of: ExportedList, asking: Asking) => Promise<ListTable | undefined>;
  return read(of, { call, directory, today: toLocalDate(call.now) });
}
