/** @jest-environment jsdom */
import { clearScreen, readScreen, showPage } from '../../../support/components';
import { NOW } from '../../../support/sample-answers';

const PROPOSED = {
  groups: [{ group: 'g1', name: '第一代表小组' }],
  proposed: [{ group: 'g1', date: '2026-12-10' }],
  provisional: false,
};
const planned: { key?: string; input: object }[] = [];
let refusal: object | undefined;

beforeEach(() => {
  planned.length = 0;
  refusal = undefined;
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  const callFunction = ({ data }: { data: { action: string; key?: string; input: object } }) => {
    if (data.action === 'proposeStudies') return Promise.resolve({ result: { ok: true, data: PROPOSED } });
    if (data.action === 'planStudies') planned.push(data);
    return Promise.resolve({ result: refusal ?? { ok: true, data: { planned: 1, there: 0 } } });
  };
  Object.assign(wx, { cloud: { callFunction } });
});
afterEach(() => {
  clearScreen();
  jest.restoreAllMocks();
});

interface Studies {
  move(event: object): void;
  plan(event: object): Promise<void>;
}

test('a plan whose answer was lost is sent again with the days as they were moved, under the same key', async () => {
  const { page } = await showPage('deputy/studies/studies');
  const studies = page.instance as unknown as Studies;
  studies.move({ currentTarget: { dataset: { at: 0 } }, detail: { value: '2026-12-11' } });
  const press = { currentTarget: { dataset: { id: 'g1' } } };
  refusal = { ok: false, code: 'busy' };
  await studies.plan(press);
  expect(readScreen(page)).toContain('12月11日');
  refusal = undefined;
  await studies.plan(press);
  expect(new Set(planned.map(({ key, input }) => JSON.stringify([key, input]))).size).toBe(1);
  expect(JSON.stringify(planned[0]?.input)).toContain('2026-12-11');
});

test('what somebody asked to learn is the topic that is proposed, as long as its field takes', async () => {
  const { page } = await showPage('deputy/studies/studies', {
    title: encodeURIComponent('预算怎么看'.repeat(10)),
  });
  const { data } = page.instance as unknown as { data: { title: string } };
  expect(data.title).toBe('预算怎么看'.repeat(8));
});
