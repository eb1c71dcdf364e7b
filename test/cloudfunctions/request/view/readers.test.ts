/** One text, one reader: 您 only to whoever it concerns, and no word of the office before a villager. */
import { STATES } from '../../../../miniprogram/contract/labels';
import { ACTS } from '../../../../miniprogram/contract/request-acts';
import type { RequestAct, RequestState } from '../../../../miniprogram/contract/request-life';
import { toOwnRequestLine, toRequestLine } from '../../../../miniprogram/view/lines';
import { toRequestWords } from '../../../../miniprogram/view/request-sheet';
import { toView } from '../../../../cloudfunctions/request/view/rules/request-view';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import type { Reader } from '../../../../cloudfunctions/request/view/rules/reader';
import { smallDirectory } from '../rules/books';
import { bornRequestOf } from '../rules/born';

const OFFICE_WORDS = /交办|签收|裁定|提请|转报|送达|督办|承办|反映人|已经过期|改派|督查/;
const READERS: readonly Reader[] = ['asker', 'owner', 'follower', 'leader', 'office', 'overseer', 'unit'];
const ORDER = '请贵单位按期交办落实';

const directory = smallDirectory([], [{ id: 'p1', level: 'town', constituency: 'c1', group: 'g1' }]);
const states = Object.keys(STATES) as RequestState[];

/** A request in that state with every act among its steps. */
function requestIn(state: RequestState): RequestDocument {
  const acts = Object.keys(ACTS) as RequestAct[];
  const by = (act: RequestAct) => (['solved', 'notSolved', 'disagree', 'rate'].includes(act) ? 'acc' : 'p1');
  const steps = acts.map((act, at) => ({
    at,
    act,
    by: by(act),
    state,
    words: act === 'assign' ? ORDER : '已看',
  }));
  const born = bornRequestOf({});
  return {
    ...born,
    account: 'acc',
    state,
    open: STATES[state].type === 'open',
    steps: [...born.steps, ...steps],
    route: { ...born.route, words: '反映时选了第一小组，点名的代表先接' },
  };
}

function render(state: RequestState, reader: Reader, today: string): string[] {
  const request = requestIn(state);
  const view = toView({ request, photos: [], recordings: [] }, directory, reader, [], today);
  const words = toRequestWords(view, today);
  const line = reader === 'asker' ? toOwnRequestLine(view, today) : toRequestLine(view, today);
  const { tag, sentence, marks, steps, reason, seenBy } = words;
  return [
    tag,
    sentence,
    reason,
    line.tag,
    line.sentence,
    ...marks,
    ...seenBy,
    ...steps.flatMap((one) => [one.title, one.words]),
  ];
}

const days = ['2026-06-02', '2027-06-02'];

test.each(states)('%s: the asker reads plain words, in time and late', (state) => {
  for (const today of days)
    for (const text of render(state, 'asker', today)) {
      // «谁能看到» says by its name who supervises, and when that is.
      if (!text.startsWith('主席团督办时')) expect(text).not.toMatch(OFFICE_WORDS);
      expect(text).not.toContain(ORDER);
    }
});

test.each(states)('%s: nobody else is called 您', (state) => {
  for (const reader of READERS.filter((one) => one !== 'asker'))
    for (const today of days)
      for (const text of render(state, reader, today)) expect(text).not.toContain('您');
});
