/** 结对帮扶: own households under their aliases, or who has one and who has none. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { Places } from '../../contract/registry';
import { TIE_MEASURES, type Tie, type TieActions, type TieMeasure } from '../../contract/ties';
import type { LocalDate } from '../../contract/wire';
import { sayDay, sayMoment } from '../../view/dates';

type Own = TieActions['ties']['output'];
type Listed = TieActions['tiedDeputies']['output'];

export interface TieCard {
  tie: string;
  alias: string;
  words: string;
  needs: string;
  /** The ticks, as words. */
  measures: string;
  ticked: readonly TieMeasure[];
  ended: string;
  open: boolean;
  visits: readonly { activity: string; day: string; words: string }[];
}

export interface OwnScreen {
  name: string;
  kind: string;
  cards: readonly TieCard[];
  /** As many as may be are open. */
  full: string;
  /** Earlier visits that are not shown here. */
  more: boolean;
}

function visitsOf({ visits }: Own, tie: string, today: LocalDate): TieCard['visits'] {
  return visits
    .filter((visit) => visit.tie === tie)
    .map(({ activity, date, words }) => ({ activity, day: sayDay(date, today), words }));
}

function toCard(own: Own, tie: Tie, today: LocalDate): TieCard {
  const { alias, needs = '', measures, since, ended, reason = '' } = tie;
  const visits = visitsOf(own, tie.tie, today);
  const last = visits[0];
  return {
    tie: tie.tie,
    alias,
    words: [`${sayDay(since, today)}结对`, last ? `上次去是${last.day}` : '还没有记过'].join(' · '),
    needs,
    measures: measures.map((measure) => TIE_MEASURES[measure]).join('、'),
    ticked: measures,
    ended: ended === undefined ? '' : `${sayDay(ended, today)}结束：${reason}`,
    open: ended === undefined,
    visits,
  };
}

export function toOwnScreen(own: Own, today: LocalDate): OwnScreen {
  const cards = own.ties.map((tie) => toCard(own, tie, today));
  const isFull = cards.filter(({ open }) => open).length >= own.most;
  return {
    name: own.name,
    kind: own.kind,
    cards,
    full: isFull ? `每位代表最多结对 ${String(own.most)} 户。换一户，请先把一户结束。` : '',
    more: own.more,
  };
}

export function measureChoices(chosen: readonly TieMeasure[]): Choice[] {
  const all = Object.keys(TIE_MEASURES) as TieMeasure[];
  return all.map((id) => ({ id, text: TIE_MEASURES[id], on: chosen.includes(id) }));
}

export interface ListScreen {
  title: string;
  untied: readonly { person: string; name: string; group: string }[];
  tied: readonly { person: string; name: string; group: string }[];
  access: Listed['access'];
  /** Who asked the chair, or was named by the chair; empty for all others. */
  readers: readonly { account: string; name: string; words: string; granted: boolean }[];
}

export function toListScreen(
  { kind, persons, access, readers = [] }: Listed,
  places: Places | undefined,
  today: LocalDate,
): ListScreen {
  const groups = new Map(places?.groups.map(({ id, name }) => [id, name]));
  const lines = persons.map(({ person, name, group = '', tied }) => ({
    person,
    name,
    group: groups.get(group) ?? '',
    tied,
  }));
  const tied = lines.filter((line) => line.tied);
  return {
    title: `${kind}：${String(tied.length)} 位代表已结对，${String(lines.length - tied.length)} 位还没有`,
    untied: lines.filter((line) => !line.tied),
    tied,
    access,
    readers: readers.map(({ account, name, at, granted }) => ({
      account,
      name,
      words: `${sayMoment(at, today)}${granted ? '同意的' : '申请的'}`,
      granted,
    })),
  };
}
