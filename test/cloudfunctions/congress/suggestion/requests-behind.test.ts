/** A suggestion that grew out of requests: of these it names to each reader those that the one rule lets them read. */
import { main as congress } from '../../../../cloudfunctions/congress/index';
import { main as request } from '../../../../cloudfunctions/request/index';
import type { SuggestionView } from '../../../../miniprogram/contract/congress/suggestion';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { newKey, submission } from '../../request/requests';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

const [AUTHOR, COSIGNER, STAFF] = ['bh-p5', 'bh-p6', 'bh-staff'];
let cloud: InProcessCloud;
let about: string;
beforeAll(async () => {
  cloud = await startInProcess({ congress, request });
  // The asker says that it is about the one who will be asked to co-sign.
  const said = submission({ deputy: 'p5', recused: ['p6'] });
  const { data } = await cloud.invoke('request', 'submit', said, { openid: 'asker', key: newKey() });
  about = (data as { request: string }).request;
});

const draft = (openid: string) => {
  const input = {
    category: 'road',
    requests: [about],
    title: '关于修路',
    grounds: '路坏了。',
    plan: '修好它。',
  };
  return cloud.invoke('congress', 'draftSuggestion', { township: 'bh', ...input }, { openid, key: newKey() });
};
async function look(openid: string, suggestion: string): Promise<SuggestionView> {
  const answer = await cloud.invoke('congress', 'suggestion', { township: 'bh', suggestion }, { openid });
  if (!answer.ok) throw new Error(answer.code);
  return answer.data as SuggestionView;
}

test('whoever it is about sees the suggestion, and not that the request is there', async () => {
  const { suggestion } = (await draft(AUTHOR)).data as { suggestion: string };
  const step = async (act: object) => {
    const input = { township: 'bh', suggestion, step: act };
    const answer = await cloud.invoke('congress', 'actOnSuggestion', input, {
      openid: AUTHOR,
      key: newKey(),
    });
    expect(answer).toMatchObject({ ok: true });
  };
  await step({ act: 'ask', persons: ['p6'] });
  const seen = await look(COSIGNER, suggestion);
  expect(seen.requests).toEqual([]);
  expect(JSON.stringify(seen)).not.toContain(about);
  expect((await look(AUTHOR, suggestion)).requests).toMatchObject([{ request: about }]);
  await step({ act: 'submit' });
  expect((await look(STAFF, suggestion)).requests).toMatchObject([{ request: about }]);
});

test('a request that is kept from somebody cannot be named by them either', async () => {
  expect(await draft(COSIGNER)).toMatchObject({ code: 'bad-input', details: { field: 'requests' } });
});
