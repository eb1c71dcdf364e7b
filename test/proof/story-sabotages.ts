/**
 * Ways to break promises that a story looks for, through the doors of the functions: many of these tests run on the built
 * artefacts, which are made anew from what was broken (sabotages.test.ts).
 */
import { against, type Sabotage } from './sabotages';

export const STORY_SABOTAGES: readonly Sabotage[] = [
  ...against(
    'request/life/rules/actors.ts',
    ['server', 'request/step-access.test.ts'],
    [
      {
        promise: 'nobody handles their own request',
        text: 'return { account: other(account), ...(person',
        instead: 'return { ...(person',
      },
      {
        promise: 'recusal is a condition of every step',
        text: "...(person !== '' && { hidden: other(person) })",
        instead: '',
      },
    ],
  ),
  ...against(
    'request/life/do-step.ts',
    ['server', 'request/step-access.test.ts'],
    [
      {
        promise: 'an id alone opens nothing to the presidium',
        text: "if (!isListed(read.before, yellow)) return refuse('not-found');",
        instead: '',
      },
    ],
  ),
  ...against(
    'request/view/rules/steps-view.ts',
    ['server', 'request/every-read.test.ts'],
    [
      {
        promise: 'what somebody says for a hidden asker is hidden as hers',
        text: "|| (behalf === true && act !== 'reply')",
        instead: '',
      },
    ],
  ),
  ...against(
    'request/events/on-owner-gone.ts',
    ['server', 'request/owner-gone.test.ts'],
    [
      {
        promise: 'who is a deputy no longer hands over what they had',
        text: "person !== '' && !able.has(person)",
        instead: "person === '-' && !able.has(person)",
      },
    ],
  ),
  ...against(
    'request/routing/rules/decide-route.ts',
    ['server', 'request/get.test.ts'],
    [
      {
        promise: 'nothing goes to a deputy from whom it is kept',
        text: 'recused: hidden,\n      notOwnVillage: privacy.notOwnVillage,',
        instead: 'recused,\n      notOwnVillage: false,',
      },
    ],
  ),
  ...against(
    'report/documents/receipt.ts',
    ['server', 'report/request-sheets.test.ts'],
    [
      {
        promise: 'whoever entered a request reads nothing of it on the receipt',
        text: "holder === 'operator' ? '' : titleOf(request, directory, holder)",
        instead: "titleOf(request, directory, 'office')",
      },
    ],
  ),
  ...against(
    'report/documents/rules/printed-request.ts',
    ['server', 'report/request-sheets.test.ts'],
    [
      {
        promise: 'of a hidden asker the unit’s sheet has the summary alone',
        text: 'isVeiled(request, reader) ? summary : text',
        instead: 'text || summary',
      },
      {
        promise: 'the unit’s sheet holds nothing unchecked',
        text: 'const request = hideUnchecked(stored, reader);',
        instead: 'const request = stored;',
      },
    ],
  ),
  ...against(
    'congress/suggestion/get-suggestion.ts',
    ['server', 'congress/suggestion/requests-behind.test.ts'],
    [
      {
        promise: 'a suggestion names those requests alone that its reader reads',
        text: 'requests.filter((request) => readersOf(held, request, directory, today).length > 0)',
        instead: 'requests',
      },
    ],
  ),
  ...against(
    'congress/suggestion/draft-suggestion.ts',
    ['server', 'congress/suggestion/requests-behind.test.ts'],
    [
      {
        promise: 'nobody draws a suggestion from what is kept from them',
        text: 'found.filter((request) => !isHiddenFrom(admitted?.person, request, directory))',
        instead: 'found',
      },
    ],
  ),
  ...against(
    'shared/serve.ts',
    ['server', 'access.test.ts'],
    [
      {
        promise: 'the one table says who may call what',
        text: 'if (!admitted.ok) return admitted;',
        instead: 'if (!admitted.ok) return action.run(call, parsed.output);',
      },
    ],
  ),
  ...against(
    'registry/invitations/grants-store.ts',
    ['server', 'registry/admit.test.ts'],
    [
      {
        promise: 'a role ends with the membership it stands on',
        text: 'const days = { from: atMost(today), until: atLeast(today) };',
        instead: 'const days = { from: atMost(today) };',
      },
      {
        promise: 'sixty calls a minute belong to the account, whatever roles it holds',
        text: 'counted.several ? await secondsOverAll(township, openid, now) : 0',
        instead: '0',
      },
    ],
  ),
  ...against(
    'registry/invitations/rules/grant-days.ts',
    ['unit', 'registry/invitations/rules/grant-days.test.ts'],
    [
      {
        promise: 'a grant ends on the last day, not on the day after',
        text: 'next === undefined ? ALWAYS.until : addDays(next, -1)',
        instead: 'next ?? ALWAYS.until',
      },
    ],
  ),
  ...against(
    'registry/invitations/store.ts',
    ['server', 'registry/invitations.test.ts'],
    [
      {
        promise: 'two persons give a role that reads content',
        text: '...(!byIssuer && { issuedBy: not(call.account) })',
        instead: '',
      },
    ],
  ),
  ...against(
    'registry/invitations/store.ts',
    ['server', 'registry/claim-invitation.test.ts'],
    [{ promise: 'five guesses at an invitation', text: 'tries: below(TRIES), ', instead: '' }],
  ),
  ...against(
    'reception/booking/take-over.ts',
    ['server', 'reception/on-behalf.test.ts'],
    [
      {
        promise: 'five guesses at a slip’s code, sent at one instant too',
        text: '[`${wrong}.${LIMITS.wrongCodes - 1}`]: absent',
        instead: '[`${wrong}.999`]: absent',
      },
    ],
  ),
  ...against(
    'reception/booking/book-place.ts',
    ['server', 'reception/book.test.ts'],
    [
      {
        promise: 'one person has one place on a day, whoever books',
        text: '...Object.fromEntries(served.personKeys.map((person) => [`by.${person}`, absent])),',
        instead: '',
      },
    ],
  ),
  ...against(
    'reception/booking/naming.ts',
    ['server', 'reception/book.test.ts'],
    [
      {
        promise: 'booking tells of three other people and no more',
        text: '[`${path}.${String(LIMITS.namesPerAccount - 1)}`]: absent',
        instead: '[`${path}.999`]: absent',
      },
    ],
  ),
  ...against(
    'media/intake/encode-picture.ts',
    ['server', 'media/intake.test.ts'],
    [
      {
        promise: 'photos lose place, time and camera',
        text: '    .rotate()\n',
        instead: '    .rotate()\n    .keepExif()\n',
      },
    ],
  ),
  ...against(
    'notify/audit/store.ts',
    ['server', 'one-row-built.test.ts'],
    [
      {
        promise: 'an act leaves one row, however often it is repeated',
        text: 'const id = `${account}~${key}~${row.act}`;',
        instead: 'const id = `${account}~${key}~${row.act}~${String(now)}`;',
      },
    ],
  ),
  ...against(
    'report/lists/export-list.ts',
    ['unit', 'report/rules/export-list.test.ts'],
    [
      {
        promise: 'a list that leaves the house leaves its row first',
        text: 'if (!(await auditTaken(call, sayAsked(of, as), reason)))',
        instead: "if (!(await Promise.resolve(auditTaken !== undefined && reason !== '')))",
      },
    ],
  ),
  ...against(
    'notify/own-data/erase-own.ts',
    ['server', 'request/own-data.test.ts'],
    [
      {
        promise: 'deletion reaches messages on their way',
        text: 'of [removeOwnRows, removeOwnMessages]',
        instead: 'of [removeOwnRows]',
      },
    ],
  ),
  ...against(
    'request/own-data/erase-store.ts',
    ['server', 'request/own-data/erase-own.test.ts'],
    [{ promise: 'deletion reaches «我也反映» on others’ matters', text: '    [own]: drop,\n', instead: '' }],
  ),
  ...against(
    'request/own-data/erase-store.ts',
    ['server', 'request/own-data.test.ts'],
    [
      {
        promise: 'deletion reaches photos and recordings',
        text: 'if (files.length > 0)',
        instead: 'if (files.length > 999)',
      },
    ],
  ),
  ...against(
    'notify/reminders/sweeps.ts',
    ['server', 'notify/sweeps.test.ts'],
    [
      {
        promise: 'nothing is swept before three months, whatever is set',
        text: 'Math.max(months(settings), MONTHS_AT_LEAST)',
        instead: 'months(settings)',
      },
    ],
  ),
  ...against(
    'registry/directory/profiles.ts',
    ['server', 'registry/profiles.test.ts'],
    [
      {
        promise: 'only the office’s reads open what is kept of a deputy',
        text: 'export function hidePerson({ profile: _profile, ...row }: PersonRow): PersonRow {',
        instead: 'export function hidePerson(row: PersonRow): PersonRow {',
      },
    ],
  ),
  ...against(
    'shared/sealed.ts',
    ['server', 'at-rest.test.ts'],
    [
      {
        promise: 'what people wrote is encrypted at rest',
        text: "(text === '' ? '' : encryptField(text))",
        instead: 'text',
      },
    ],
  ),
  ...against(
    'shared/outbox.ts',
    ['unit', 'shared/outbox.test.ts'],
    [
      {
        promise: 'the reason of an act is encrypted in its row',
        text: '{ words: encryptField(words) }',
        instead: '{ words }',
      },
    ],
  ),
  ...against(
    'reception/bans/store.ts',
    ['server', 'reception/bans.test.ts'],
    [
      {
        promise: 'the reason of a ban is encrypted',
        text: "sealedFields('reason')",
        instead: "sealedFields('nothing')",
      },
    ],
  ),
  ...against(
    'shared/window.ts',
    ['server', 'notify/unknown-township.test.ts'],
    [
      {
        promise: 'what an account does about itself has a window',
        text: 'if (recent.length >= most)',
        instead: 'if (recent.length >= most * 999)',
      },
    ],
  ),
  ...against(
    'notify/inbox/own-doors.ts',
    ['server', 'notify/unknown-township.test.ts'],
    [
      {
        promise: 'whoever names a township that is not there writes nothing',
        text: "(await recallTownship(township, now)) ? undefined : refuse('not-found')",
        instead: "(await recallTownship(township, now)) || township ? undefined : refuse('not-found')",
      },
    ],
  ),
  ...against(
    'notify/relay/timers-store.ts',
    ['server', 'notify/timers.test.ts'],
    [
      {
        promise: 'whoever is not signed in does not reach the database each time',
        text: 'now - known.at < KEPT_MS',
        instead: 'now - known.at < 0',
      },
    ],
  ),
  ...against(
    'request/content-check/store.ts',
    ['server', 'request/content-check.test.ts'],
    [
      {
        promise: 'a push about what nobody asked writes nothing',
        text: 'if (!trace) return false;',
        instead: 'if (!trace) return createOne(TRACES, { _id: idOf(traceId), township: DISTRICT, rev: 1 });',
      },
    ],
  ),
  ...against(
    'request/events/on-people-changed.ts',
    ['server', 'request/owner-gone.test.ts'],
    [
      {
        promise: 'who may not know of a request follows the directory',
        text: 'const differs = hidden.join() !== request.hidden.join();',
        instead: 'const differs = false;',
      },
    ],
  ),
  ...against(
    'notify/workbench/store.ts',
    ['server', 'overview/workbench.test.ts'],
    [
      {
        promise: 'what the district reads of a matter lies encrypted',
        text: 'const closed = WRITTEN.close(passed);',
        instead: 'const closed = passed;',
      },
    ],
  ),
];
