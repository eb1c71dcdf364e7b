/** Each keyed hash that the product computes again from what a document says is recognised in that document. */
import { findRecipes, hashOf } from '../../build/handover/hashes';
import { openDocument, type Document } from '../../build/handover/texts';
import { changeId, seatChangeId, termIds } from '../../cloudfunctions/congress/changes/store';
import { attendanceId, sessionId } from '../../cloudfunctions/congress/session/store';
import { suggestionOfBill } from '../../cloudfunctions/congress/suggestion/store';
import { tiedHousehold } from '../../cloudfunctions/duty/activities/note';
import { dutyReportId } from '../../cloudfunctions/duty/duty-reports/store';
import { factId } from '../../cloudfunctions/duty/ledger/store';
import { promiseId } from '../../cloudfunctions/duty/promises/store';
import { disputeId } from '../../cloudfunctions/duty/record/store';
import { studyId } from '../../cloudfunctions/duty/studies/plan-studies';
import { readersId, tiesId } from '../../cloudfunctions/duty/ties/store';
import { takenId } from '../../cloudfunctions/media/intake/store';
import { articleId } from '../../cloudfunctions/publicity/articles/store';
import { personKeysOf } from '../../cloudfunctions/reception/booking/booking-ids';
import { behalfAccount, behalfKeys } from '../../cloudfunctions/reception/booking/helped-person';
import { reportId } from '../../cloudfunctions/report/work-report/store';
import { nameToken, phoneTokens, wordToken } from '../../cloudfunctions/request/lists/tokens';
import { encryptField } from '../../cloudfunctions/shared/cipher';
import { householdOf, partyOf } from '../../cloudfunctions/shared/party';
import { TEST_FIELD_KEYS } from '../support/given';

process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;

const T = 'bh';
const NAME = '陈大山';
const PHONE = '13800000009';
const ACCOUNT = '45tw6arnbea3tmjs';
const FILE = 'cloud://env.bucket/bh/k/one.jpg';
const known = { township: T, whom: 'family', name: NAME, phone: PHONE } as const;
const named = { name: encryptField(NAME), phone: encryptField(PHONE) };
const helped = { township: T, name: NAME, phone: PHONE, village: 'v1' };
const unphoned = { township: T, name: NAME, village: 'v1' };
const own = (what: string) => `${T}~${what}`;
const fact = factId(
  { township: T, kind: 'request', id: own('r1') },
  { kind: 'request-submitted', part: 'x' },
);
const [, personKey = ''] = personKeysOf(ACCOUNT, known);
const [familyKey = ''] = personKeysOf(ACCOUNT, known);
const { session, id: sessionDocument } = sessionId(T, '十九届一次会议');
const { term, _id: termDocument } = termIds(T, '第十九届');
const booked = (keys: string[], account: string) => ({
  _id: own('2026-12-07'),
  bookings: { [account]: { b1: { ...named, keys: keys.join('~') } } },
});

const CASES: readonly (readonly [what: string, hash: string, collection: string, document: Document])[] = [
  ['a name', nameToken(T, NAME), 'requests', { _id: own('r1'), ...named, tokens: [nameToken(T, NAME)] }],
  ...phoneTokens(T, PHONE).map(
    (token) => ['a phone', token, 'requests', { _id: own('r1'), ...named, tokens: [token] }] as const,
  ),
  [
    'a word',
    wordToken(T, 'w:路灯'),
    'requests',
    { _id: own('r1'), text: encryptField('路灯不亮\n很久'), tokens: [wordToken(T, 'w:路灯')] },
  ],
  [
    'a fact',
    fact,
    'facts',
    { _id: fact, kind: 'request-submitted', source: `request~${own('r1')}`, part: 'x' },
  ],
  ...[{ phone: PHONE }, { name: NAME, village: 'v1' }, { account: ACCOUNT }].map((of) => {
    const party = partyOf(T, of) ?? '';
    return ['a party', party, 'facts', { _id: own('f'), party, by: ACCOUNT, ...named }] as const;
  }),
  [
    'a household',
    householdOf(T, { name: NAME, village: 'v1' }) ?? '',
    'activities',
    {
      _id: own('a'),
      household: householdOf(T, { name: NAME, village: 'v1' }) ?? '',
      said: encryptField(JSON.stringify({ household: { name: NAME } })),
    },
  ],
  ['a person of a day', personKey, 'days', booked([personKey], ACCOUNT)],
  ['a member of a family', familyKey, 'days', booked([familyKey], ACCOUNT)],
  ['somebody entered for', behalfAccount(helped), 'days', booked(behalfKeys(helped), behalfAccount(helped))],
  [
    'somebody without a phone',
    behalfAccount(unphoned),
    'days',
    {
      _id: own('2026-12-07'),
      bookings: {
        [behalfAccount(unphoned)]: { b1: { name: named.name, keys: behalfKeys(unphoned)[0] ?? '' } },
      },
    },
  ],
  ['a doubt', disputeId(T, fact, 'p5'), 'disputes', { _id: disputeId(T, fact, 'p5'), fact, person: 'p5' }],
  [
    'a duty report',
    dutyReportId(T, own('a'), 'p5'),
    'dutyreports',
    { _id: dutyReportId(T, own('a'), 'p5'), activity: own('a'), person: 'p5' },
  ],
  [
    'a change',
    changeId(T, 'p5', 'resign', '2026-03-01'),
    'changes',
    {
      _id: changeId(T, 'p5', 'resign', '2026-03-01'),
      person: 'p5',
      kind: 'resign',
      date: '2026-03-01',
    },
  ],
  [
    'an election for a seat',
    seatChangeId(T, own('c1'), 2),
    'changes',
    { _id: seatChangeId(T, own('c1'), 2), seat: own('c1') },
  ],
  ['a term', term, 'changes', { _id: termDocument, name: encryptField('第十九届') }],
  ['a session', session, 'sessions', { _id: sessionDocument, name: '十九届一次会议' }],
  [
    'a suggestion of a bill',
    suggestionOfBill(T, own('bill')),
    'suggestions',
    { _id: suggestionOfBill(T, own('bill')) },
  ],
  ...(['signed', 'answer'] as const).map((what) => {
    const _id = attendanceId(T, session, what, ...(what === 'signed' ? ['1', 'p5'] : ['p5']));
    return [`attendance: ${what}`, _id, 'attendance', { _id, session, sitting: '1', person: 'p5' }] as const;
  }),
  ...[promiseId({ township: T, kind: 'day', id: own('2026-12-07') }, 'b1')].map((_id) => {
    const promise = { _id, source: `day~${own('2026-12-07')}`, part: 'b1' };
    return ['a promised visit', _id, 'promises', promise] as const;
  }),
  ...[studyId(T, 'g1', '2026-03-09', 1), studyId(T, undefined, '2026-09-09', 0)].map((_id, at) => {
    const study = at === 0 ? { date: '2026-03-09', group: 'g1' } : { date: '2026-09-09' };
    return ['a study', _id, 'activities', { _id, by: 'p5', ...study }] as const;
  }),
  [
    'a tied household',
    tiedHousehold(T, 'p5', 't1'),
    'activities',
    { _id: own('a'), by: 'p5', tie: 't1', household: tiedHousehold(T, 'p5', 't1') },
  ],
  ['ties', tiesId(T, 'p5'), 'ties', { _id: tiesId(T, 'p5') }],
  ['readers of ties', readersId(T), 'ties', { _id: readersId(T) }],
  [
    'a report',
    reportId(T, 'half', '2026-01-01', '2026-06-30'),
    'reports',
    {
      _id: reportId(T, 'half', '2026-01-01', '2026-06-30'),
      kind: 'half',
      from: '2026-01-01',
      to: '2026-06-30',
    },
  ],
  [
    'an article of a happening',
    articleId(T, ['day', '2026-12-07']),
    'articles',
    { _id: articleId(T, ['day', '2026-12-07']), source: { kind: 'day', of: '2026-12-07' } },
  ],
  ['a kept file', takenId(T, FILE), 'mediafiles', { _id: takenId(T, FILE), file: FILE }],
];

const DIRECTORY = {
  _id: T,
  villages: [{ id: 'v1' }],
  people: [{ id: 'p5' }],
  terms: [],
} as unknown as Document;

test.each(CASES)('%s', (_what, token, collection, document) => {
  const hash = token.replace(/^.*[~:]/, '');
  const collections = {
    townships: [DIRECTORY],
    sessionrows: [{ _id: own('bill') }],
    [collection]: [openDocument(document)],
  };
  const found = findRecipes(T, collections)[hash];
  expect(found && hashOf(found)).toBe(hash);
});

test('what is made of another hash brings that one along', () => {
  const dispute = disputeId(T, fact, 'p5');
  const facts = [{ _id: fact, kind: 'request-submitted', source: `request~${own('r1')}`, part: 'x' }];
  const found = findRecipes(T, { facts, disputes: [{ _id: dispute, fact, person: 'p5' }] });
  expect(Object.keys(found).map(own).sort()).toEqual([dispute, fact].sort());
});
