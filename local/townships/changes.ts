/** What changed within the sample's term: a deputy who moved away, whose seat nobody has been elected for yet. */
import { changeId, closeChange, type ChangeDocument } from '../../cloudfunctions/congress/changes/store';
import type { Directory } from '../../cloudfunctions/registry/directory/rules/directory';
import { addDays, toInstant } from '../../cloudfunctions/shared/china-time';
import { accountOf } from '../../cloudfunctions/shared/cipher';
import { MOVED_AWAY } from './baihe/people';

export function sampleChanges({ township, people }: Directory): object[] {
  return people
    .filter(({ id }) => id === MOVED_AWAY)
    .map(({ id: person, memberships }) => {
      const date = addDays(memberships[0]?.to ?? '', 1);
      const _id = changeId(township, person, 'end', date);
      const at = toInstant(date, '10:00');
      const change: ChangeDocument = {
        _id,
        township,
        rev: 1,
        seq: `${String(at).padStart(13, '0')}${_id.slice(-8)}`,
        person,
        kind: 'end',
        date,
        body: '镇人大主席团（本人迁出本镇）',
        notice: '镇人大公告〔2〕号',
        examined: { date: addDays(date, -3), number: '资审〔1〕号' },
        at,
        k: `${accountOf('bh-staff')}~sample-moved-away`,
        h: '',
      };
      return { ...closeChange(change), history: [], outbox: [], outboxAt: 0 };
    });
}
