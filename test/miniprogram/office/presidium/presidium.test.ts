/**
 * The presidium's room by who looks: a deputy has the own pair and notes, staff hear of no difficulty, a wish leads to a plan.
 * @jest-environment jsdom
 */
import { clearScreen, readScreen, showPage } from '../../../support/components';
import { NOW, places } from '../../../support/sample-answers';
import type { Role } from '../../../../miniprogram/contract/roles';

const pair = { person: 'p5', name: '王样样', member: 'p1', memberName: '陈样样' };
const note = { note: 'n1', date: '2026-11-20', byName: '王样样', words: '想学怎么看预算' };
const ANSWERS: Readonly<Record<string, object>> = {
  places,
  liaison: {
    pairs: [pair],
    members: [{ person: 'p1', name: '陈样样' }],
    notes: [{ ...note, kind: 'opinion', person: 'p5', name: '王样样' }],
    keeps: true,
  },
  guidance: { notes: [{ ...note, kind: 'training' }] },
};

beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(NOW));
afterEach(() => {
  clearScreen();
  jest.restoreAllMocks();
});

async function show(role: Role, tab: string) {
  const grant = { role, name: '样样', state: 'confirmed', since: 0 };
  const answers = { ...ANSWERS, whoAmI: { grants: [grant], folder: 'f' } };
  const callFunction = ({ data }: { data: { action: string } }) => {
    const answer = (answers as Readonly<Record<string, object>>)[data.action];
    return Promise.resolve({ result: answer ? { ok: true, data: answer } : { ok: false, code: 'internal' } });
  };
  Object.assign(wx, { cloud: { callFunction }, pageScrollTo: () => undefined });
  wx.setStorageSync('v1.whereabouts', { township: 'bh' });
  const { page } = await showPage('office/presidium/presidium', { tab });
  const { data } = page.instance as unknown as {
    data: { acts: readonly { label: string; fields?: object }[] };
  };
  return { words: readScreen(page), acts: data.acts };
}

test('a deputy reads who keeps in touch and what came of it, and says what is the matter', async () => {
  const { words, acts } = await show('deputy', 'liaison');
  expect(words).toContain('主席团里由这位成员联系您');
  expect(words).toContain('陈样样');
  expect(words).not.toContain('怎么办的 ›');
  expect(acts.map(({ label }) => label)).toEqual(['说一条意见或困难']);
  expect(JSON.stringify(acts)).toContain('difficulty');
});

test('staff write down opinions; difficulties are for the presidium', async () => {
  expect(JSON.stringify((await show('staff', 'liaison')).acts)).not.toContain('difficulty');
  clearScreen();
  expect(JSON.stringify((await show('chief', 'liaison')).acts)).toContain('difficulty');
  clearScreen();
  expect(JSON.stringify((await show('presidium', 'liaison')).acts)).toContain('difficulty');
});

test('a training that is asked for leads the office to the plan of studies', async () => {
  expect((await show('staff', 'guidance')).words).toContain('排成学习议题');
  clearScreen();
  expect((await show('presidium', 'guidance')).words).not.toContain('排成学习议题');
});
