/** The lists that the office keeps for itself: each page after page from the store that its screen reads. */
import { labelOf } from '../../../miniprogram/contract/activity-kinds';
import { QUEUE_LABELS } from '../../../miniprogram/contract/congress/suggestion-labels';
import type { ListId } from '../../../miniprogram/contract/list-export';
import { ARTICLE_STATES } from '../../../miniprogram/contract/publicity-labels';
import { readChanges } from '../../congress/changes/store';
import { listOfTopics, type TopicDocument } from '../../congress/presidium/rules/presidium-document';
import { readList as readTopics, ROWS_AT_MOST } from '../../congress/presidium/store';
import { maySee, type Caller } from '../../congress/suggestion/rules/actors';
import { queueOf } from '../../congress/suggestion/queues-store';
import { toSuggestionCard } from '../../congress/suggestion/rules/card';
import { readSuggestions } from '../../congress/suggestion/store';
import { listOf } from '../../duty/activities/rules/activity-document';
import { toCard } from '../../duty/activities/rules/activity-view';
import { openSaid, readActivities } from '../../duty/activities/store';
import { toCall } from '../../notify/calls/rules/call-card';
import { readList as readMessages } from '../../notify/messages/store';
import { toCard as toArticle } from '../../publicity/articles/rules/article-view';
import { readCards as readArticles } from '../../publicity/articles/store';
import { readKept } from '../../publicity/keeping/store';
import { readBans } from '../../reception/bans/store';
import { emptyRoster } from '../../reception/roster/rules/roster-document';
import { readRosters } from '../../reception/roster/store';
import { nameOf } from '../../registry/directory/rules/directory';
import { settingsOf } from '../../registry/directory/rules/settings';
import { toInvitationRow } from '../../registry/invitations/rules/invitation';
import { STATE_WORDS } from '../../registry/invitations/rules/invitation-table';
import { readInvitations } from '../../registry/invitations/store';
import { decryptField } from '../../shared/cipher';
import { tailOf } from '../../shared/mask';
import { seatsOn } from '../documents/rules/reception-days';
import { MOST_ROWS, ofYear, readWhole, tell, type Reads } from './reading';
import * as columns from './rules/office-columns';

/** The phone's screens of these ask for no more than the office's roles. */
export type OfficeListId = Extract<
  ListId,
  | 'suggestions'
  | 'topics'
  | 'activities'
  | 'roster'
  | 'absences'
  | 'plan'
  | 'changes'
  | 'invitations'
  | 'articles'
  | 'bans'
  | 'calls'
>;

export const OFFICE_LISTS: Reads<OfficeListId> = {
  async suggestions({ queue }, asking) {
    const { call, directory, today } = asking;
    const { governmentUnit } = settingsOf(directory.settings);
    // Not as the deputy that somebody of the office may be besides: drafts stay their author's.
    const caller: Caller = { account: call.account, role: 'staff' };
    const asked = queueOf({ queue }, caller, governmentUnit);
    if (!asked) return undefined;
    const found = await readWhole(
      (limit, after) => readSuggestions(call.township, { ...asked, limit, after }),
      (row) => row[asked.by],
    );
    const seen = found.rows.filter((row) => maySee(caller, row, governmentUnit));
    const cards = { rows: seen.map((row) => toSuggestionCard(directory, row)), cut: found.cut };
    return tell('代表建议', QUEUE_LABELS[queue], columns.suggestionColumns(today), cards, asking);
  },

  async topics({ year }, asking) {
    const { call, directory } = asking;
    const rows = await readTopics<TopicDocument>(call.township, listOfTopics(year), 'asc');
    const whole = { rows, cut: rows.length >= ROWS_AT_MOST };
    return tell('监督议题', ofYear(year), columns.topicColumns(directory), whole, asking);
  },

  async activities({ kind }, asking) {
    const { call, directory } = asking;
    const found = await readWhole(
      (limit, after) => readActivities(call.township, listOf('all', kind), limit, after),
      ({ seq }) => seq,
    );
    const cards = found.rows.map((row) => toCard(row, openSaid(row), ''));
    const narrowed = kind === undefined ? '' : (labelOf(kind) ?? '');
    const whole = { rows: cards, cut: found.cut };
    return tell('履职活动', narrowed, columns.activityColumns(directory), whole, asking);
  },

  async roster({ year }, asking) {
    const { call, directory } = asking;
    const [found] = await readRosters(call.township, [year]);
    const roster = found ?? emptyRoster(call.township, year);
    const dates = Object.keys(roster.seats).sort();
    const rows = dates.flatMap((date) =>
      seatsOn(date, roster, directory).map(({ home, half, n, name, badge }) => ({
        date,
        home,
        half,
        n,
        name,
        badge,
        published: roster.days[date]?.state === 'published',
      })),
    );
    const whole = { rows: rows.slice(0, MOST_ROWS), cut: rows.length > MOST_ROWS };
    return tell('值班表', ofYear(year), columns.rosterColumns(directory), whole, asking);
  },

  /** Of this year's roster and the next one's, as on the screen: leave may reach over New Year. */
  async absences(_of, asking) {
    const { call, directory, today } = asking;
    const year = Number(today.slice(0, 4));
    const rosters = await readRosters(call.township, [year, year + 1]);
    const rows = rosters
      .flatMap(({ absences }) => Object.entries(absences))
      .flatMap(([person, spans]) =>
        spans.map((span) => ({ name: nameOf(directory.people, person), ...span })),
      )
      .filter(({ to }) => to >= today)
      .sort((one, other) => (one.from < other.from ? -1 : 1));
    return tell('值班请假', '正在和将要', columns.ABSENCE_COLUMNS, { rows, cut: false }, asking);
  },

  async plan({ year }, asking) {
    const { activities = {} } = await readKept(asking.call.township, `plan-${String(year)}`);
    const rows = Object.values(activities).sort((one, other) => (one.date < other.date ? -1 : 1));
    return tell('宣传月活动', ofYear(year), columns.PLAN_COLUMNS, { rows, cut: false }, asking);
  },

  async changes(_of, asking) {
    const { call, directory } = asking;
    const found = await readWhole(
      (limit, after) => readChanges(call.township, limit, after),
      ({ seq }) => seq,
    );
    const rows = found.rows.map(({ person, kind, date, body, notice }) => ({
      name: nameOf(directory.people, person),
      kind,
      date,
      body,
      notice,
    }));
    return tell('代表变动', '', columns.CHANGE_COLUMNS, { rows, cut: found.cut }, asking);
  },

  async invitations({ state }, asking) {
    const { call, directory } = asking;
    const found = await readWhole(
      (limit, after) => readInvitations(call.township, state, { limit, after }),
      ({ seq }) => seq,
    );
    const rows = found.rows.map((one) => toInvitationRow(one, decryptField(one.name), call.openid));
    const whole = { rows, cut: found.cut };
    return tell('身份邀请', STATE_WORDS[state], columns.invitationColumns(directory), whole, asking);
  },

  async articles({ state }, asking) {
    const found = await readWhole(
      (limit, after) => readArticles(asking.call.township, limit, { state, after }),
      ({ seq }) => seq,
    );
    const rows = found.rows.map((one) => toArticle(one, decryptField));
    const narrowed = state === undefined ? '' : ARTICLE_STATES[state].label;
    return tell('文章', narrowed, columns.ARTICLE_COLUMNS, { rows, cut: found.cut }, asking);
  },

  async bans(_of, asking) {
    const { call, today } = asking;
    const found = await readWhole(
      (limit, after) => readBans(call.township, today, { limit, ...(after !== undefined && { after }) }),
      ({ seq }) => seq,
    );
    const rows = found.rows.map(({ name, phone, until, reason, at }) => ({
      name: decryptField(name),
      until,
      reason,
      at,
      ...(phone !== undefined && { phoneTail: tailOf(decryptField(phone)) }),
    }));
    return tell('暂停网上预约', '正在暂停的', columns.BAN_COLUMNS, { rows, cut: found.cut }, asking);
  },

  async calls(_of, asking) {
    const { call, directory } = asking;
    const found = await readWhole(
      (limit, after) => readMessages(call.township, 'call', limit, after),
      ({ seq }) => seq,
    );
    const rows = found.rows.map((one) => toCall(one, directory.people, decryptField));
    return tell('电话通知', '要打电话的', columns.CALL_COLUMNS, { rows, cut: found.cut }, asking);
  },
};
