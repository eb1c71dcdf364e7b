import { REPORT_LIFE } from '../../../../../cloudfunctions/report/work-report/rules/report-life';

const acts = Object.entries(REPORT_LIFE);
const those = (has: 'chief' | 'second' | 'words') => acts.filter(([, act]) => act[has]).map(([name]) => name);

it('goes from the draft by somebody to the chief, and back, and is signed once', () => {
  expect(acts.map(([name, { from, to }]) => `${name}: ${from} → ${to}`)).toEqual([
    'submit: draft → submitted',
    'withdraw: submitted → draft',
    'sign: submitted → signed',
    'send-back: submitted → draft',
  ]);
});

it('is signed and sent back by the chief alone, signed by nobody who submitted it, sent back with words', () => {
  expect([those('chief'), those('second'), those('words')]).toEqual([
    ['sign', 'send-back'],
    ['sign'],
    ['send-back'],
  ]);
});
