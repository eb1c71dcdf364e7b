import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareStates, planDeployment, refuseState, stateOf, toCloudbaserc } from '../../build/deploy/plan';
import { checkEnvironment, MOST_BYTES, parseEnv } from '../../build/deploy/variables';
import { listFiles } from '../../build/files';
import { root } from '../../build/paths';

const key = Buffer.alloc(32, 'a key of the tests').toString('base64');
const ENVIRONMENT = {
  ENV_ID: 'some-environment',
  FIELD_KEYS: JSON.stringify({ current: 'k1', keys: { k1: key }, hash: 'k1' }),
  SETUP_SECRET: 'sixteen letters!',
  WECHAT_APPID: 'wx0000000000000000',
  WECHAT_SECRET: 'a-secret-of-the-mini-program',
};

describe('the variables', () => {
  test('are in order when what is needed is there', () => {
    expect(checkEnvironment(ENVIRONMENT, true)).toEqual([]);
  });

  test.each(['FIELD_KEYS', 'SETUP_SECRET', 'WECHAT_APPID', 'WECHAT_SECRET'])('lack %s', (name) => {
    const faults = checkEnvironment({ ...ENVIRONMENT, [name]: undefined }, true);
    expect(faults).toEqual([expect.stringMatching(`^缺 ${name}：`)]);
  });

  test('need no set-up secret any more after the first time', () => {
    const { SETUP_SECRET: _secret, ...rest } = ENVIRONMENT;
    expect(checkEnvironment(rest, false)).toEqual([]);
  });

  test.each([
    ['CONTENT_CHEK', 'on', '不认识的变量 CONTENT_CHEK'],
    ['CONTENT_CHECK', 'maybe', 'CONTENT_CHECK：只能是 on、off'],
    ['SETUP_SECRET', 'short', 'SETUP_SECRET：至少 16 个字符'],
    ['WECHAT_TIMEOUT_MS', '5s', 'WECHAT_TIMEOUT_MS：要写毫秒数'],
    ['SUBSCRIBE_TEMPLATES', '{"remind":"x"}', 'SUBSCRIBE_TEMPLATES：没有这种模板：remind'],
    ['FIELD_KEYS', 'k1', 'FIELD_KEYS：不是 JSON'],
    [
      'FIELD_KEYS',
      JSON.stringify({ current: 'k2', keys: { k1: key } }),
      'FIELD_KEYS：current 要是 keys 里的一个',
    ],
    [
      'FIELD_KEYS',
      JSON.stringify({ current: 'k2', keys: { k1: key, k2: key } }),
      'FIELD_KEYS：有几个密钥时要写明 hash 是哪一个，以后永远不改',
    ],
  ])('refuse %s=%s', (name, value, fault) => {
    expect(checkEnvironment({ ...ENVIRONMENT, [name]: value }, true)).toEqual([fault]);
  });

  test('of a township’s own official account and of the backup are known', () => {
    const more = { OA_QING_SHI_APPID: 'wx1', OA_QING_SHI_SECRET: 's', BACKUP_KEY: key };
    expect(checkEnvironment({ ...ENVIRONMENT, ...more }, true)).toEqual([]);
  });

  test('that the functions read and that the example names are all known', () => {
    const sources = join(root, 'cloudfunctions');
    const read = listFiles(sources).flatMap((file) =>
      [...readFileSync(join(sources, file), 'utf8').matchAll(/process\.env\['([A-Z_]+)'\]/g)].map(
        ([, name = '']) => name,
      ),
    );
    const example = readFileSync(join(root, '.env.example'), 'utf8');
    const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
    expect(read).toContain('FIELD_KEYS');
    expect(named).toContain('FIELD_KEYS');
    // The platform's own.
    const all = [...read, ...named].filter((name) => name !== 'TRIGGER_SRC');
    const environment = Object.fromEntries(all.map((name) => [name, 'x']));
    expect(checkEnvironment(environment, true).filter((fault) => fault.startsWith('不认识'))).toEqual([]);
    expect(read.filter((name) => name !== 'TRIGGER_SRC' && !named.includes(name))).toEqual([]);
  });

  test('stand in the file a line each, quoted or not', () => {
    expect(parseEnv('# remark\nA=1\nB = "two words" \nC=\'{"a":"b"}\'\nD=\n')).toEqual({
      A: '1',
      B: 'two words',
      C: '{"a":"b"}',
    });
  });
});

describe('the plan', () => {
  const own = { OA_APPID: 'wx1', OA_SECRET: 'a-secret-of-the-account', OA_QING_SHI_APPID: 'wx2' };
  const plan = planDeployment({ ...ENVIRONMENT, ...own, BACKUP_KEY: key });
  const variablesOf = (name: string): string[] =>
    Object.keys(plan.functions.find((each) => each.name === name)?.envVariables ?? {}).sort();

  test('gives each function the variables that it reads, and no other', () => {
    const accounts = ['OA_APPID', 'OA_QING_SHI_APPID', 'OA_SECRET', 'WECHAT_APPID', 'WECHAT_SECRET'];
    expect(plan.faults).toEqual([]);
    for (const name of ['notify', 'publicity', 'report'])
      expect([name, variablesOf(name)]).toEqual([name, ['FIELD_KEYS', ...accounts]]);
    expect(variablesOf('registry')).toEqual(['FIELD_KEYS', 'SETUP_SECRET']);
    expect(variablesOf('reception')).toEqual(['FIELD_KEYS']);
  });

  test('writes no value of a variable down', () => {
    const written = JSON.stringify([toCloudbaserc(plan), stateOf(plan)]);
    expect(written).toContain('{{env.WECHAT_SECRET}}');
    for (const value of [key, ENVIRONMENT.SETUP_SECRET, ENVIRONMENT.WECHAT_SECRET, own.OA_SECRET])
      expect(written).not.toContain(value);
  });

  test('refuses variables beyond what the platform takes, by function', () => {
    const keys = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`k${String(n)}`, key]));
    const FIELD_KEYS = JSON.stringify({ current: 'k1', keys, hash: 'k1' });
    const { functions, faults } = planDeployment({ ...ENVIRONMENT, FIELD_KEYS });
    expect(faults).toEqual(functions.map(({ name }) => `${name} 的环境变量超过 ${String(MOST_BYTES)} 字节`));
    expect(faults.length).toBeGreaterThan(0);
  });

  test('says which index and which function differ', () => {
    const [first, ...rest] = plan.collections.filter(({ indexes }) => indexes.length > 0);
    if (!first) throw new Error('no index');
    const [lost, ...kept] = first.indexes;
    const without = { ...plan, collections: [{ ...first, indexes: kept }, ...rest] };
    const line = `索引 ${first.name}.${lost?.name ?? ''}`;
    expect(compareStates(stateOf(without), stateOf(plan))).toContain(`加 ${line}`);
    expect(compareStates(stateOf(plan), stateOf(without))).toContain(`没有了 ${line}（不会自动删）`);
    const slower = plan.functions.map((each) => (each.name === 'notify' ? { ...each, timeout: 1 } : each));
    expect(compareStates(stateOf(plan), stateOf({ ...plan, functions: slower }))).toEqual(['改 函数 notify']);
    expect(compareStates(stateOf(plan), stateOf(planDeployment({ ...ENVIRONMENT, ...own })))).toEqual([]);
  });
});

test('functions are not deployed over data of another form', () => {
  const now = stateOf(planDeployment(ENVIRONMENT));
  expect(refuseState({})).toEqual([]);
  expect(refuseState(now)).toEqual([]);
  const { ['数据版本']: _form, ...older } = now;
  expect(refuseState(older)).toEqual([expect.stringContaining('没有写数据版本')]);
  expect(refuseState({ ...now, 数据版本: '9' })).toEqual([expect.stringContaining('更新的程序')]);
});
