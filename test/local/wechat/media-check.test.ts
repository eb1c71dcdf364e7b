import { mediaCheckAsync } from '../../../cloudfunctions/shared/wechat/security';
import { jpeg, startWechat, temporaryFolder, type WechatRun } from './harness';
import { rmSync } from 'node:fs';

interface Pushed {
  trace_id: string;
  errcode: number;
  result: { suggest: string; label: number };
}

let run: WechatRun;

beforeEach(async () => {
  run = await startWechat();
  await run.open('o1');
});

afterEach(() => run.close());

const seen = async (): Promise<Pushed[]> => (await run.cloud.invoke('notify', 'look', {})).data as Pushed[];

/** A file of the storage, with the address that a function would hand out. */
async function store(bytes: Buffer): Promise<string> {
  const post = async (door: string, body: object): Promise<Record<string, unknown>> => {
    const headers = { 'content-type': 'application/json', 'x-wx-openid': 'o1' };
    const asked = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await (await fetch(`${run.cloud.url}/client/${door}`, asked)).json()) as Record<string, unknown>;
  };
  const { url, fileID } = await post('upload-metadata', { cloudPath: 'baihe/u/x/1.jpg' });
  await fetch(String(url), { method: 'PUT', body: new Uint8Array(bytes) });
  const { fileList } = await post('temp-file-urls', { fileList: [fileID] });
  return (fileList as { tempFileURL: string }[])[0]?.tempFileURL ?? '';
}

test('the verdict is pushed after the answer, with the same trace id', async () => {
  await run.fault({ pushes: 'hold' });
  const url = await store(jpeg(100, 'local-verdict:risky'));
  const answer = await mediaCheckAsync('o1', { url, kind: 'picture' });
  if (!answer.ok) throw new Error('no trace');
  expect(await seen()).toEqual([]);
  await run.fault({ deliver: true });
  expect(await seen()).toMatchObject([
    { trace_id: answer.data.traceId, errcode: 0, result: { suggest: 'risky', label: 20002 } },
  ]);
  await run.fault({ deliver: true });
  expect(await seen()).toHaveLength(1);
});

test('it may come before the caller knows the trace id', async () => {
  await run.fault({ pushes: 'before' });
  const answered = mediaCheckAsync('o1', { url: await store(jpeg()), kind: 'sound' });
  const answer = await answered;
  expect(await seen()).toMatchObject([{ result: { suggest: 'pass' } }]);
  expect(answer).toMatchObject({ ok: true, data: { traceId: (await seen())[0]?.trace_id } });
});

test('a file that cannot be fetched is a check that failed', async () => {
  await run.fault({ pushes: 'before' });
  await mediaCheckAsync('o1', { url: `${run.cloud.url}/storage/file/none/x.jpg`, kind: 'picture' });
  expect(await seen()).toMatchObject([{ errcode: -1008 }]);
});

test('pushed again until the function answers success', async () => {
  await run.fault({ pushes: 'hold' });
  await run.cloud.invoke('notify', 'refuse', { times: 4 });
  await mediaCheckAsync('o1', { url: await store(jpeg()), kind: 'picture' });
  await run.fault({ deliver: true });
  expect(await seen()).toEqual([]);
  expect(run.cloud.log.join('\n')).toContain('was not answered with success');
  await run.fault({ deliver: true });
  expect(await seen()).toHaveLength(1);
});

test('who was not here is refused', async () => {
  const url = await store(jpeg());
  await expect(mediaCheckAsync('o2', { url, kind: 'picture' })).resolves.toMatchObject({ code: 61010 });
});

test('a verdict that is held outlives a restart', async () => {
  const dataDir = temporaryFolder();
  await run.close();
  run = await startWechat({ dataDir });
  await run.open('o1');
  await run.fault({ pushes: 'hold' });
  await mediaCheckAsync('o1', { url: await store(jpeg()), kind: 'picture' });
  await run.close();
  run = await startWechat({ dataDir });
  await run.fault({ deliver: true });
  expect(await seen()).toHaveLength(1);
  rmSync(dataDir, { recursive: true });
});
