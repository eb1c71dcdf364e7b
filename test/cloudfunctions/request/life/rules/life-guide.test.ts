import type { RequestAct } from '../../../../../miniprogram/contract/request-life';
import { settingsOf } from '../../../../../cloudfunctions/registry/directory/rules/settings';
import { LIFE_CYCLE, OPEN } from '../../../../../cloudfunctions/request/life/rules/life-cycle';
import { lifeGuide } from '../../../../../cloudfunctions/request/life/rules/life-guide';

const settings = settingsOf({});
const rows = lifeGuide(settings);
const of = (state: string) => rows.find((row) => row.state === state);

it('gives every open state somebody who has it, and nobody to what is over', () => {
  for (const { state, owner } of rows)
    expect([state, owner !== undefined]).toEqual([state, OPEN.includes(state)]);
});

it('says of owner and date what the rows of the table say', () => {
  for (const act of Object.keys(LIFE_CYCLE) as RequestAct[]) {
    const { to, owner, due } = LIFE_CYCLE[act];
    if (owner !== 'kept' && owner !== 'planned') expect([act, of(to)?.owner]).toEqual([act, owner]);
    if (typeof due !== 'string') expect([act, of(to)?.days]).toEqual([act, settings[due.setting]]);
  }
});
