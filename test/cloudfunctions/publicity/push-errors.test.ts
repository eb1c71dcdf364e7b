/** Every code of the table, as the account answers it, comes to the office as its sentence with what to do. */
import { PUSH_FAILURES } from '../../../cloudfunctions/publicity/push/rules/push-failures';
import type { ArticleView, PushView } from '../../../miniprogram/contract/publicity';
import { fairShare } from '../../support/fair-share';
import { CHIEF, openPublicity, STAFF, type Publicity } from './office';

jest.setTimeout(120_000);

let office: Publicity;
let view: ArticleView;
beforeAll(async () => {
  office = await openPublicity();
  view = await office.approved({ title: '推不动的一篇' });
});
afterAll(() => office.close());

/** Which call answers with it. */
const PUBLISHING = new Set(['48001', '53500', '53501', '53502', '53503', '53504', '53505']);
const PICTURE = new Set(['40004', '40005', '40006', '40009', '45001', '45106']);
/** The secrets' own codes come from the token call. */
const TOKEN = new Set(['40001', '40125', '40013', '40014', '40164', '40243', '42001']);
const codes = Object.keys(PUSH_FAILURES).filter((code) => /^-?\d+$/.test(code));

function apiOf(code: string): string {
  if (PUBLISHING.has(code)) return 'freepublish/submit';
  if (PICTURE.has(code)) return 'add_material';
  return 'draft/add';
}

async function push(anew: boolean): Promise<PushView> {
  const { article, edition } = view;
  await office.get(STAFF, 'push', { article, edition, anew });
  return office.pushOut(article);
}

// Every code's sentence stands in one table; `npm test` pushes into every third.
it.each(
  fairShare(
    codes.filter((code) => !TOKEN.has(code)),
    3,
  ),
)('%s', async (code) => {
  const publish = PUBLISHING.has(code) ? 'submit' : 'leave';
  const { edition } = await office.get<{ edition: number }>(STAFF, 'settings');
  await office.get(CHIEF, 'saveSettings', {
    edition,
    settings: { account: 'district', publish, author: '' },
  });
  await office.fault({ fail: [{ api: apiOf(code), as: Number(code), times: 9 }] });
  // Anew: nothing lies there that could be used again.
  const { state, failure } = await push(true);
  expect(state).toBe(PUBLISHING.has(code) ? 'in-box' : 'failed');
  expect(failure).toMatchObject({
    code,
    happened: PUSH_FAILURES[code]?.happened,
    todo: PUSH_FAILURES[code]?.todo,
  });
  await office.fault({});
});

it('names the machine’s address where the account does not know it', async () => {
  const second = await openPublicity();
  try {
    await second.fault({ whitelist: ['10.1.2.3'] });
    const { article, edition } = await second.approved({ title: '不认识的地址' });
    await second.get(STAFF, 'push', { article, edition });
    const { failure } = await second.pushOut(article);
    expect(failure?.code).toBe('40164');
    expect(failure?.todo).toMatch(/把 [0-9a-f.:]+ 加进 IP 白名单/);
  } finally {
    await second.close();
  }
});
