/** What congress's doors take, for fuzz.test.ts: what these name is not there. */
import type { FunctionName } from '../../miniprogram/contract/wire';

export function congressInputs({
  township,
  request,
  category,
}: {
  township: { township: string };
  request: string;
  category: string;
}): (readonly [FunctionName, string, object])[] {
  return [
    [
      'congress',
      'draftSuggestion',
      { ...township, category, requests: [], title: '案由', grounds: '案据', plan: '方案' },
    ],
    [
      'congress',
      'actOnSuggestion',
      { ...township, suggestion: request, step: { act: 'ask', persons: ['p6'] } },
    ],
    ['congress', 'openLetter', { ...township, suggestion: request, at: 1 }],
    ['congress', 'earlierSuggestions', { ...township, category }],
    ['congress', 'suggestionGuide', township],
    [
      'congress',
      'prepareSession',
      { ...township, name: '某次会议', from: '2026-12-20', to: '2026-12-21', place: '某处' },
    ],
    [
      'congress',
      'actOnSession',
      { ...township, session: 's0', edition: 1, step: { act: 'notify', place: '某处' } },
    ],
    ['congress', 'session', { ...township, session: 's0' }],
    ['congress', 'sessions', township],
    ['congress', 'openPaper', { ...township, session: 's0', paper: 'p1' }],
    ['congress', 'answerNotice', { ...township, session: 's0', answer: 'leave', reason: '事假' }],
    ['congress', 'decideLeave', { ...township, session: 's0', person: 'p5', approved: true }],
    ['congress', 'hallCode', { ...township, session: 's0', sitting: 'b1' }],
    ['congress', 'signIn', { ...township, code: 's0.b1.29mcno.29mgsy.0000000000' }],
    ['congress', 'signInOnPaper', { ...township, session: 's0', sitting: 'b1', persons: ['p5'] }],
    ['congress', 'roll', { ...township, session: 's0', sitting: 'b1' }],
    ['congress', 'addOpinion', { ...township, session: 's0', item: 'a1', person: 'p5', words: '某' }],
    ['congress', 'addBill', { ...township, session: 's0', title: '某', persons: ['p5'], listed: true }],
    [
      'congress',
      'recordChange',
      { ...township, person: 'p900', kind: 'resign', date: '2026-12-01', body: '某', notice: '1号' },
    ],
    ['congress', 'changes', { ...township, after: `${'0'.repeat(13)}00000000` }],
    ['congress', 'leaving', township],
    ['congress', 'prepareTerm', { ...township, name: '某届', opens: '2027-01-01' }],
    [
      'congress',
      'actOnTerm',
      {
        ...township,
        term: 't0',
        edition: 1,
        step: { act: 'saveVillages', villages: [{ village: 'v1', group: 'g1' }] },
      },
    ],
    ['congress', 'term', township],
    ['congress', 'commitElected', { ...township, import: `bh~${'0'.repeat(20)}`, slice: 0 }],
    ['congress', 'listAsked', { ...township, after: '2026-11-2600000000' }],
    ['congress', 'answerAsked', { ...township, note: request, words: '某' }],
    ['congress', 'planTopic', { ...township, title: '某', form: 'research', on: '2026-12-20' }],
    [
      'congress',
      'actOnTopic',
      { ...township, topic: request, step: { act: 'hold', date: '2026-11-20', words: '看过' } },
    ],
    ['congress', 'topics', { ...township, year: 2026 }],
    [
      'congress',
      'recordMeeting',
      {
        ...township,
        date: '2026-11-20',
        place: '某',
        persons: ['p5'],
        items: [{ title: '某', for: 1, against: 0, abstain: 0 }],
        minutes: '某',
      },
    ],
    ['congress', 'meetings', { ...township, year: 2026 }],
    ['congress', 'keyCandidates', township],
    ['congress', 'keepInTouch', { ...township, person: 'p5', member: '' }],
    ['congress', 'liaison', township],
    ['congress', 'addNote', { ...township, kind: 'visit', date: '2026-11-20', words: '来看过' }],
    ['congress', 'settleNote', { ...township, note: request, words: '办了' }],
    ['congress', 'guidance', township],
    ['congress', 'handOver', { ...township, person: 'p5', what: 'requests' }],
    ['congress', 'suggestion', { ...township, suggestion: request }],
    ['congress', 'suggestions', { ...township, queue: 'mine', after: '2026-11-2600000000' }],
    ['congress', 'suggestionFigures', { ...township, session: 's181' }],
    ['congress', 'draftFromRequests', { ...township, requests: [request] }],
    ['congress', 'publicSuggestions', { ...township, after: `${'0'.repeat(13)}00000000` }],
  ];
}
