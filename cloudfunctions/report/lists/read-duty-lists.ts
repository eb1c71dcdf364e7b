/** 代表履职: doubts about records, the groups' studies, whom the chair calls, and deputies of the district in a township. */
import type { StudyCell } from '../../../miniprogram/contract/duty';
import type { ListId } from '../../../miniprogram/contract/list-export';
import { readStudies } from '../../duty/activities/store';
import { readActive } from '../../duty/ledger/store';
import { findQuiet, listDeputies } from '../../duty/record/rules/quiet-deputies';
import { toStudyGrid } from '../../duty/record/rules/study-grid';
import { readOpenDisputes } from '../../duty/record/store';
import { membersOn } from '../../registry/directory/rules/directory';
import { listTownships, recallTownship } from '../../registry/store';
import { addMonths, toLocalDate } from '../../shared/china-time';
import { decryptField } from '../../shared/cipher';
import { isOfDistrict } from '../district/rules/district-record';
import { readDistrictFacts } from '../district/read-facts';
import { MOST_ROWS, ofYear, readWhole, tell, type Reads } from './reading';
import * as columns from './rules/duty-columns';

export type DutyListId = Extract<ListId, 'disputes' | 'studies' | 'quiet' | 'district-deputies'>;

function sayCell(cell: StudyCell | undefined): string {
  if (!cell) return '—';
  if (cell.held > 0) return '已学';
  return cell.missed > 0 ? '待登记' : '已排';
}

export const DUTY_LISTS: Reads<DutyListId> = {
  async disputes(_of, asking) {
    const { call, directory } = asking;
    const found = await readWhole(
      (limit, after) => readOpenDisputes(call.township, limit, after),
      ({ seq }) => seq,
    );
    const rows = found.rows.map(({ person, kind, date, words, at }) => ({
      person,
      kind,
      date,
      words: decryptField(words),
      on: toLocalDate(at),
    }));
    const whole = { rows, cut: found.cut };
    return tell('档案疑问', '等着答复的', columns.disputeColumns(directory), whole, asking);
  },

  async studies({ year }, asking) {
    const { call, directory, today } = asking;
    const cells = toStudyGrid(await readStudies(call.township, 'all.study', year), today);
    const rows = directory.groups.map(({ id, name }): columns.StudyListed => {
      const months = Array.from({ length: 12 }, (_, at) => {
        const month = `${String(year)}-${String(at + 1).padStart(2, '0')}`;
        return sayCell(cells.find((cell) => cell.group === id && cell.month === month));
      });
      return { name, months };
    });
    return tell('小组学习', ofYear(year), columns.STUDY_COLUMNS, { rows, cut: false }, asking);
  },

  async quiet({ months }, asking) {
    const { call, directory, today } = asking;
    const members = membersOn(directory.people, today);
    const days = { from: addMonths(today, -months), to: today };
    const rows = findQuiet(members, await readActive(call.township, listDeputies(members), days));
    const narrowed = `${String(months)}个月里没有记下什么的`;
    return tell('需要联系的代表', narrowed, columns.quietColumns(directory), { rows, cut: false }, asking);
  },

  /** Person by person, each one's oldest first; nothing of voters. */
  async 'district-deputies'({ of, year }, asking) {
    const { call } = asking;
    const known = (await listTownships()).includes(of) ? await recallTownship(of, call.now) : undefined;
    if (!known) return undefined;
    const { people, card } = known.directory;
    const rows: columns.DeputyListed[] = [];
    for (const person of people.filter((one) => isOfDistrict(one, year))) {
      const { name } = person;
      const facts = await readDistrictFacts(of, person.id, year);
      if (facts.length === 0) rows.push({ name });
      for (const fact of facts.reverse()) rows.push({ name, fact });
    }
    const whole = { rows: rows.slice(0, MOST_ROWS), cut: rows.length > MOST_ROWS };
    const narrowed = `${card.name} ${ofYear(year)}`;
    return tell('区人大代表履职', narrowed, columns.DEPUTY_COLUMNS, whole, asking);
  },
};
