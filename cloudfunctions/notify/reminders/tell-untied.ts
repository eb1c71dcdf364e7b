import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { readTied } from '../../duty/ties/store';
import { membersOn } from '../../registry/directory/rules/directory';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallHolders, recallWhere } from '../tell/role-holders';
import { planNotices } from '../tell/rules/notice';
import { UNTIED_NOTICE } from '../tell/rules/notices/untied';
import { writeNotices } from '../tell/write-notice';
import { worksOn, type Done } from './rules/reminders';

/**
 * Once a month where the setting asks for it, on a working morning: the office hears that deputies have no tied
 * household. Without the setting no call.
 */
export async function tellUntied(
  township: string,
  done: Done,
  today: LocalDate,
  now: Instant,
): Promise<{ count: number; mark: Partial<Done> }> {
  const month = today.slice(0, 7);
  const where = await recallWhere(township, now);
  const settings = where && settingsOf(where.directory.settings);
  if (settings?.tiedNotice !== 'monthly' || (done.tiesTold ?? '') >= month) return { count: 0, mark: {} };
  if (!where || !worksOn(where.directory, today)) return { count: 0, mark: {} };
  const tied = await readTied(township);
  const deputies = membersOn(where.directory.people, today).filter(({ level }) => level !== undefined);
  const untied = deputies.filter(({ person }) => !tied.has(person)).length;
  const facts = { untied, kind: settings.tiedName };
  const planned = untied > 0 ? planNotices([UNTIED_NOTICE], facts, await recallHolders(township, now)) : [];
  await writeNotices(
    { township, event: 'ties-missing', document: township, occurrence: month },
    planned,
    now,
  );
  return { count: planned.length, mark: { tiesTold: month } };
}
