import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { folderOf, submission, newKey, submit, type Submitted } from './requests';

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());

let persons = 0;
const newcomer = () => `newcomer-${String(persons++)}`;
const send = (input: object, openid: string, key = newKey()) =>
  cloud.invoke('request', 'submit', input, { openid, key });
const countRequests = () => [...cloud.database.exportDocuments('requests')].length;

describe('one submit', () => {
  it('costs one call in a warm instance and two in a cold one', async () => {
    cloud.clock.set(cloud.clock.now() + 120_000);
    const cold = await send(submission(), newcomer());
    const warm = await send(submission(), newcomer());
    expect([cold.cost.calls, warm.cost.calls]).toEqual([2, 1]);
    expect(cold.ok && warm.ok).toBe(true);
  });

  it('answers a number as written on paper, the owner, the reason and the day of contact', async () => {
    const { number, route, nextDate, request } = await submit(cloud, newcomer());
    expect(number).toMatch(/^1123-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(request).toMatch(/^bh~[0-9a-hjkmnp-tv-z]{16}$/);
    expect(route).toMatchObject({ group: 'g3', groupName: '第三代表小组', home: 'h2' });
    expect(route.owner).toMatchObject({ kind: 'deputy', person: 'p5', name: '马秋月' });
    expect(route.reason).toBe('柳树城村的事 归第三代表小组，本选区的代表先接');
    // Three working days after Monday the 23rd.
    expect(nextDate).toBe('2026-11-26');
  });

  it('goes where the preview said it would', async () => {
    const { privacy, category } = submission();
    const question = { township: 'bh', village: 'v5', category, privacy };
    const preview = await cloud.invoke('request', 'previewRoute', question, { openid: newcomer() });
    expect(preview.cost.calls).toBeLessThanOrEqual(1);
    expect((await submit(cloud, newcomer(), { village: 'v5' })).route).toEqual(preview.data);
  });

  it('keeps name and phone encrypted and the reason with the revision of the table', async () => {
    const { request } = await submit(cloud, newcomer(), { name: '金丝雀名', phone: '13912340000' });
    const stored = [...cloud.database.exportDocuments('requests')].find(
      (document) => (document as { _id: string })._id === request,
    );
    const text = JSON.stringify(stored);
    expect(text).not.toContain('金丝雀名');
    expect(text).not.toContain('13912340000');
    expect(stored).toMatchObject({
      route: { rule: 'village', ownerRule: 'constituency', bookRev: 1 },
      outbox: [expect.objectContaining({ event: 'request-submitted' })],
      open: true,
      steps: [expect.objectContaining({ state: 'submitted' })],
    });
  });

  it('passes over the first choice when the villager corrects the group, and says so', async () => {
    const { route } = await submit(cloud, newcomer(), { group: 'g8' });
    expect(route).toMatchObject({ group: 'g8', home: 'h3' });
    expect(route.reason).toMatch(/^反映时选了第八代表小组，/);
  });

  it('goes to the office alone when the words sound like an official breaking the law, whoever was named', async () => {
    const { route } = await submit(cloud, newcomer(), {
      text: '村主任贪污修路款',
      deputy: 'p5',
      group: 'g8',
    });
    expect(route).toEqual({ owner: { kind: 'office', name: '白鹤镇人大办' }, reason: route.reason });
    expect(route.reason).toContain('不转给代表、村里和单位');
  });

  it('finds the group of every village', async () => {
    const groups = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        submit(cloud, newcomer(), { village: `v${String(at + 1)}`, category: 'other' }),
      ),
    );
    expect(groups.map(({ route }) => route.group)).toEqual([
      'g1',
      'g1',
      'g2',
      'g3',
      'g3',
      'g4',
      'g5',
      'g6',
      'g6',
      'g7',
      'g7',
      'g8',
    ]);
  });
});

describe('a retried submit', () => {
  it('never makes a second request, and answers the same', async () => {
    const [openid, key] = [newcomer(), newKey()];
    const before = countRequests();
    const first = await send(submission(), openid, key);
    const again = await send(submission(), openid, key);
    expect(again.data).toEqual(first.data);
    expect(again.cost.calls).toBe(2);
    expect(countRequests()).toBe(before + 1);
  });

  it('is one request however often it is tapped at once', async () => {
    const [openid, key, before] = [newcomer(), newKey(), countRequests()];
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(submission(), openid, key)));
    expect(new Set(answers.map(({ data }) => (data as Submitted).request)).size).toBe(1);
    expect(countRequests()).toBe(before + 1);
  });

  it('is refused when the same key comes with another text', async () => {
    const [openid, key] = [newcomer(), newKey()];
    await send(submission(), openid, key);
    expect(await send(submission({ text: '别的事' }), openid, key)).toMatchObject({
      ok: false,
      code: 'key-reused',
    });
  });

  it('finds itself wherever it landed, among others of the same day', async () => {
    const openid = newcomer();
    const keys = Array.from({ length: 5 }, newKey);
    const text = (key: string) => submission({ text: `事情${key}` });
    const firsts = await Promise.all(keys.map((key) => send(text(key), openid, key)));
    const again = await Promise.all(keys.map((key) => send(text(key), openid, key)));
    expect(again.map(({ data }) => data)).toEqual(firsts.map(({ data }) => data));
    expect(new Set(firsts.map(({ data }) => (data as Submitted).request)).size).toBe(5);
  });
});

describe('the day is the server’s', () => {
  const at = (time: string) => {
    cloud.clock.set(Date.parse(`${time}+08:00`));
  };
  let start = 0;
  beforeEach(() => {
    start = cloud.clock.now();
  });
  afterEach(() => {
    cloud.clock.set(start);
  });
  const sendAgain = (input: object, openid: string, key: string) =>
    cloud.invoke('request', 'submit', input, { openid, key, again: true });

  it('23:59:59 in China is one day, a second later it is the next', async () => {
    at('2026-11-24T23:59:59');
    expect((await submit(cloud, newcomer())).number).toMatch(/^1124-/);
    at('2026-11-25T00:00:00');
    expect((await submit(cloud, newcomer())).number).toMatch(/^1125-/);
  });

  it.each(['2026-11-25T00:00:15', '2026-11-25T07:30:00'])(
    'the answer was lost before midnight; tried again at %s it is the same request',
    async (later) => {
      const [openid, key, before] = [newcomer(), newKey(), countRequests()];
      at('2026-11-24T23:59:59');
      const first = await send(submission(), openid, key);
      at(later);
      expect((await sendAgain(submission(), openid, key)).data).toEqual(first.data);
      expect(await sendAgain(submission({ text: '别的事' }), openid, key)).toMatchObject({
        code: 'key-reused',
      });
      expect(countRequests()).toBe(before + 1);
    },
  );

  it('never arrived before midnight: it is a request of the day on which it does', async () => {
    const [openid, key] = [newcomer(), newKey()];
    at('2026-11-25T07:30:00');
    const answer = await sendAgain(submission(), openid, key);
    expect((answer.data as Submitted).number).toMatch(/^1125-/);
    expect((await send(submission(), openid, key)).data).toEqual(answer.data);
  });

  it('both tries at once around midnight never become two; seconds later it is one', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const [openid, key, before] = [newcomer(), newKey(), countRequests()];
      at('2026-11-24T23:59:59');
      const first = send(submission(), openid, key);
      at('2026-11-25T00:00:15');
      const answers = await Promise.all([first, sendAgain(submission(), openid, key)]);
      expect(answers.every(({ ok, code }) => ok || code === 'busy')).toBe(true);
      at('2026-11-25T00:00:21');
      expect(await sendAgain(submission(), openid, key)).toMatchObject({ ok: true });
      expect(countRequests()).toBe(before + 1);
    }
  });

  it('a first try that arrives after its own repetition is found in yesterday', async () => {
    const [openid, key, before] = [newcomer(), newKey(), countRequests()];
    at('2026-11-24T23:59:59');
    const again = await sendAgain(submission(), openid, key);
    at('2026-11-25T00:00:01');
    expect((await send(submission(), openid, key)).data).toEqual(again.data);
    expect(countRequests()).toBe(before + 1);
  });

  it('five are five, whatever the phone says of having tried before', async () => {
    const openid = newcomer();
    at('2026-11-24T12:00:00');
    const answers = [];
    for (let n = 1; n <= 7; n++)
      answers.push(await sendAgain(submission({ text: `第${String(n)}件` }), openid, newKey()));
    expect(answers.map(({ code }) => code)).toEqual([
      ...Array<undefined>(5).fill(undefined),
      'too-many-requests',
      'too-many-requests',
    ]);
  });
});

describe('the bounds of a day', () => {
  it('takes five requests of one account and refuses the sixth', async () => {
    const openid = newcomer();
    for (let n = 1; n <= 5; n++) await submit(cloud, openid, { text: `第${String(n)}件` });
    const sixth = await send(submission(), openid);
    expect(sixth).toMatchObject({ ok: false, code: 'too-many-requests', cost: { calls: 2 } });
  });
});

describe('what may be in it', () => {
  it('refuses a request in which nothing is said', async () => {
    const { text: _text, ...silent } = submission();
    expect(await send(silent, newcomer())).toMatchObject({ ok: false, code: 'nothing-said' });
  });

  it('takes a recording alone', async () => {
    const openid = newcomer();
    const folder = await folderOf(cloud, openid);
    const { text: _text, ...silent } = submission();
    const file = `cloud://local.6c6f-local-1300000000/${folder}/2026-11-23-1/1.aac`;
    expect(await send({ ...silent, recordings: [{ file, seconds: 12.5 }] }, openid)).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['another account', 'bh/u/0123456789abcdef/1.jpg'],
    ['another township', 'qs/u/{account}/1.jpg'],
    ['a step upwards', 'bh/u/{account}/../0123456789abcdef/1.jpg'],
    ['a step hidden in per cent signs', 'bh/u/{account}/%2e%2e/0123456789abcdef/1.jpg'],
    ['a folder whose name only begins alike', 'bh/u/{account}x/1.jpg'],
    ['the folder itself', 'bh/u/{account}/'],
  ])('refuses a file of %s', async (_where, path) => {
    const openid = newcomer();
    const account = (await folderOf(cloud, openid)).split('/')[2] ?? '';
    const file = `cloud://local.6c6f-local-1300000000/${path.replace('{account}', account)}`;
    expect(await send(submission({ photos: [file] }), openid)).toMatchObject({
      ok: false,
      code: 'not-your-file',
    });
  });

  it.each([
    ['village', 'v99'],
    ['category', 'nothing'],
    ['villagerGroup', 'v1s1'],
    ['group', 'g99'],
    ['deputy', 'p99'],
  ])('refuses a %s that this township does not have', async (field, value) => {
    expect(await send(submission({ [field]: value }), newcomer())).toMatchObject({
      ok: false,
      code: 'bad-input',
      details: { field },
    });
  });

  it('refuses a township that there is not', async () => {
    expect(await send(submission({ township: 'zz' }), newcomer())).toMatchObject({
      ok: false,
      code: 'not-found',
    });
  });

  it('refuses a write without a key', async () => {
    const answer = await cloud.invoke('request', 'submit', submission(), { openid: newcomer() });
    expect(answer).toMatchObject({ ok: false, code: 'bad-input', details: { field: 'key' } });
  });

  it.each(['__proto__', 'constructor', 'toString', '12345678'])(
    'takes %s as a key like any other',
    async (key) => {
      const openid = newcomer();
      const first = await send(submission(), openid, key);
      expect(first).toMatchObject({ ok: true });
      expect((await send(submission(), openid, key)).data).toEqual(first.data);
    },
  );
});
