/** Mistakes as somebody makes them who deploys or changes the product, each found by a check that is named beside it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  compareStates,
  faultsOf,
  filesOf,
  planDeployment,
  refuseKeys,
  stateOf,
} from '../../build/deploy/plan';
import { checkEnvironment } from '../../build/deploy/variables';
import { listFiles } from '../../build/files';
import { readMiniprogram } from '../../build/miniprogram';
import { root } from '../../build/paths';
import { applyDeployment } from '../support/apply-deployment';
import { startTestCloud } from '../support/cloud';

const ring = (keys: Readonly<Record<string, string>>, hash = 'k1', current = hash): string =>
  JSON.stringify({
    current,
    keys: Object.fromEntries(
      Object.entries(keys).map(([id, text]) => [id, Buffer.alloc(32, text).toString('base64')]),
    ),
    hash,
  });
const ENVIRONMENT = {
  ENV_ID: 'some-environment',
  FIELD_KEYS: ring({ k1: 'first' }),
  SETUP_SECRET: 'sixteen letters!',
  WECHAT_APPID: 'wx0000000000000000',
  WECHAT_SECRET: 'a-secret',
};
const plan = planDeployment(ENVIRONMENT);
const before = stateOf(plan);

describe('a missing index', () => {
  test('is named by what differs from the last deployment', () => {
    const collections = plan.collections.map((each) =>
      each.name === 'invitations' ? { ...each, indexes: [] } : each,
    );
    const lost = compareStates(before, stateOf({ ...plan, collections }));
    expect(lost.length).toBeGreaterThan(0);
    for (const line of lost) expect(line).toMatch(/^没有了 索引 invitations\./);
  });

  test('fails on a local cloud that was made from the files: a scan that no index covers is an error', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planted-index-'));
    const collections = plan.collections.map((each) =>
      each.name === 'invitations' ? { ...each, indexes: [] } : each,
    );
    const written = join(folder, 'deploy');
    mkdirSync(written);
    for (const [name, content] of Object.entries(filesOf({ ...plan, collections })))
      writeFileSync(join(written, name), JSON.stringify(content));
    const { env } = applyDeployment(written, join(folder, 'functions'), ENVIRONMENT);
    const cloud = await startTestCloud({ functions: join(folder, 'functions'), env });
    try {
      const many = Array.from({ length: 300 }, (_, n) => ({
        _id: `t1~${String(n)}`,
        township: 't1',
        rev: 1,
      }));
      await cloud.database.importDocuments('invitations', many);
      const asked = await cloud.invoke('registry', 'whoAmI', { township: 't1' }, { openid: 'somebody' });
      expect(asked.ok).toBe(false);
      expect(cloud.log.join('\n')).toMatch(/invitations/);
    } finally {
      await cloud.close();
      rmSync(folder, { recursive: true });
    }
  });
});

test('an unknown variable is named, and nothing is written with it', () => {
  expect(checkEnvironment({ ...ENVIRONMENT, WECHAT_SECERT: 'x' }, true)).toEqual([
    '不认识的变量 WECHAT_SECERT',
  ]);
});

describe('a page that does not exist', () => {
  const pages = new Set(readMiniprogram().pages);
  /** Paths of pages as the server writes them into notices, and the names by which screens open each other. */
  const OF_SERVER = /pageOf\(\s*'([a-z-]+\/[a-z-]+\/[a-z-]+)'/g;
  const BY_NAME = /'((?:more|deputy|office)\/[a-z-]+)'/g;

  function unknownPages(text: string): string[] {
    const paths = [...text.matchAll(OF_SERVER)].map(([, path = '']) => path);
    const names = [...text.matchAll(BY_NAME)].map(([, name = '']) => `${name}/${name.split('/')[1] ?? ''}`);
    return [...paths, ...names].filter((path) => !pages.has(path));
  }
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');

  test('is found in a notice and among the names of pages', () => {
    const planted =
      "page: pageOf('office/distirct/distirct', { room: 'passed' }),\n  | 'more/slipp'\n  | 'more/slip'";
    expect(unknownPages(planted)).toEqual(['office/distirct/distirct', 'more/slipp/slipp']);
  });

  test('is named nowhere: notices and screens lead to pages of app.json alone', () => {
    const notices = listFiles(join(root, 'cloudfunctions')).map((file) => `cloudfunctions/${file}`);
    const texts = [...notices.filter((file) => file.includes('/tell/')), 'miniprogram/platform/navigate.ts'];
    const named = texts.flatMap((file) => [
      ...read(file).matchAll(OF_SERVER),
      ...read(file).matchAll(BY_NAME),
    ]);
    expect(named.length).toBeGreaterThan(60);
    expect(texts.flatMap((file) => unknownPages(read(file)))).toEqual([]);
  });
});

describe('a function above its limit', () => {
  const grown = (bytes: number, FIELD_KEYS = '') =>
    faultsOf({
      collections: [],
      functions: plan.functions.slice(0, 1).map((each) => ({ ...each, bytes, envVariables: { FIELD_KEYS } })),
    });
  const name = plan.functions[0]?.name ?? '';

  test('of code is named with its bytes', () => {
    expect(grown(50_000_000)).toEqual([]);
    expect(grown(50_000_001)).toEqual([`${name} 的代码有 50000001 字节，超过平台的上限`]);
  });

  test('of variables is named', () => {
    expect(grown(1, 'x'.repeat(4_096))).toEqual([`${name} 的环境变量超过 4096 字节`]);
  });

  test('of indexes is named by its collection', () => {
    const index = { name: 'i', fields: [['f', 1]] as const, unique: false };
    const withIndexes = (length: number) =>
      faultsOf({ functions: [], collections: [{ name: 'many', indexes: Array(length).fill(index) }] });
    expect(withIndexes(15)).toEqual([]);
    expect(withIndexes(16)).toEqual(['many 的索引超过 15 个']);
  });
});

describe('a key lost', () => {
  const again = (FIELD_KEYS: string) => refuseKeys(before, planDeployment({ ...ENVIRONMENT, FIELD_KEYS }));

  test('is missed at once where there is none', () => {
    const { FIELD_KEYS: _lost, ...rest } = ENVIRONMENT;
    expect(checkEnvironment(rest, false)).toEqual([expect.stringMatching(/^缺 FIELD_KEYS/)]);
    expect(refuseKeys(before, planDeployment(rest))).toHaveLength(2);
  });

  test('and replaced by a fresh one of the same name is refused, as is one that is left out', () => {
    expect(again(ENVIRONMENT.FIELD_KEYS)).toEqual([]);
    expect(again(ring({ k1: 'fresh' }))).toEqual([
      expect.stringContaining('密钥 k1 换成了别的'),
      expect.stringContaining('hash 换了密钥'),
    ]);
    expect(again(ring({ k2: 'fresh' }, 'k2'))).toEqual([
      expect.stringContaining('密钥 k1 不见了'),
      expect.stringContaining('hash 换了密钥'),
    ]);
  });

  test('is not one that was added beside the old one', () => {
    expect(again(ring({ k1: 'first', k2: 'fresh' }, 'k1', 'k2'))).toEqual([]);
  });

  test('stops a function at its start where the ring cannot be read', async () => {
    const cloud = await startTestCloud({ env: { FIELD_KEYS: '{"current":"k9","keys":{}}' } });
    try {
      const asked = await cloud.invoke('registry', 'district', {}, { openid: 'anybody' });
      expect(asked.code).toMatch(/^platform:/);
    } finally {
      await cloud.close();
    }
  });

  test('is in the state as a digest alone', () => {
    const { keys } = JSON.parse(ENVIRONMENT.FIELD_KEYS) as { keys: Record<string, string> };
    expect(before['密钥 k1']).toMatch(/^[0-9a-f]{16}$/);
    expect(JSON.stringify(before)).not.toContain(keys['k1']);
  });
});
