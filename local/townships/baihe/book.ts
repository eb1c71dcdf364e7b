import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import { addDays } from '../../../cloudfunctions/shared/china-time';
import type { LocalDate } from '../../../miniprogram/contract/wire';
import { people } from './people';
import * as places from './places';

/** 白鹤镇's directory in the middle of its eighteenth term. */
export function baiheDirectory(today: LocalDate): Directory {
  const term = { id: 't18', name: '第十八届', from: addDays(today, -1_100), to: addDays(today, 700) };
  const { card, homes, villages, constituencies, groups, categories, units } = places;
  return {
    _id: places.BAIHE,
    township: places.BAIHE,
    rev: 1,
    version: 1,
    former: [],
    card,
    homes,
    villages,
    constituencies,
    groups,
    categories,
    units,
    terms: [term],
    people: people(term, today),
    settings: {},
    calendar: { years: [], rows: [] },
    routing: places.routing(term.from),
  };
}
