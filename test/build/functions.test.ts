import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../../build/files';
import { buildFunctions, listFunctions } from '../../build/functions';
import { functionsOut } from '../../build/paths';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { plantTree } from '../support/plant';

const sourceDir = join(__dirname, 'fixtures', 'functions');
const folder = mkdtempSync(join(tmpdir(), 'functions-'));
const outDir = join(folder, 'out');
/** What goals.md allows a function that needs no document library. */
const sizeLimit = 500 * 1024;
/** Holds the document library; its own limit keeps a second one from slipping in. */
const sizeLimitOf: Readonly<Record<string, number>> = { report: 900 * 1024 };

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Of a function with the files of its libraries. */
function codeBytes(name: string): number {
  const scripts = listFiles(join(functionsOut, name)).filter((file) => file.endsWith('.js'));
  return scripts.reduce((sum, file) => sum + statSync(join(functionsOut, name, file)).size, 0);
}

function readAll(at: string): Record<string, string> {
  return Object.fromEntries(listFiles(at).map((file) => [file, readFileSync(join(at, file), 'utf8')]));
}

describe('what is uploaded', () => {
  beforeAll(() => buildFunctions({ sourceDir, outDir }));

  test('is one script with its map, a manifest and its settings; shared/ is no function', () => {
    expect(listFiles(outDir)).toEqual([
      'database.json',
      ...['config.json', 'index.js', 'index.js.map', 'package.json'].map((file) => `probe/${file}`),
    ]);
  });

  test('names the collections with their indexes', () => {
    const indexes: unknown = JSON.parse(readFileSync(join(outDir, 'database.json'), 'utf8'));
    const fields = [
      ['colour', 1],
      ['count', -1],
    ];
    expect(indexes).toEqual({ probes: { indexes: [{ name: 'colour_count', fields, unique: false }] } });
  });

  test('is the same, byte for byte, when built again elsewhere', async () => {
    const again = join(folder, 'again');
    await buildFunctions({ sourceDir, outDir: again });
    expect(readAll(again)).toEqual(readAll(outDir));
  });

  test('is not touched when nothing changed', async () => {
    const before = statSync(join(outDir, 'probe', 'index.js')).mtimeMs;
    await buildFunctions({ sourceDir, outDir });
    expect(statSync(join(outDir, 'probe', 'index.js')).mtimeMs).toBe(before);
  });

  test('tells nobody where it was built', () => {
    const told = Object.entries(readAll(functionsOut)).filter(([, text]) => text.includes(process.cwd()));
    expect(told.map(([file]) => file)).toEqual([]);
  });

  test('holds no file of an earlier build', async () => {
    const stale = join(outDir, 'probe', 'library.js');
    writeFileSync(stale, '');
    await buildFunctions({ sourceDir, outDir });
    expect(existsSync(stale)).toBe(false);
  });

  test('goes away with its source', async () => {
    const empty = plantTree({});
    const gone = join(folder, 'gone');
    await buildFunctions({ sourceDir, outDir: gone });
    await buildFunctions({ sourceDir: empty, outDir: gone });
    expect(readAll(gone)).toEqual({ 'database.json': '{}\n' });
  });
});

test('two stores that name one collection stop the build', async () => {
  const store = `export const collections = { days: { indexes: [] } };`;
  const planted = plantTree({ 'one/store.ts': store, 'two/store.ts': store });
  await expect(buildFunctions({ sourceDir: planted, outDir: join(folder, 'x') })).rejects.toThrow('days');
});

test('a store without collections stops the build', async () => {
  const planted = plantTree({ 'one/store.ts': `export const other = 1;` });
  await expect(buildFunctions({ sourceDir: planted, outDir: join(folder, 'y') })).rejects.toThrow(
    'one/store.ts does not export collections',
  );
});

test('the functions of this project keep to the size that goals.md allows', () => {
  for (const name of listFunctions()) {
    expect({
      name,
      small: codeBytes(name) <= (sizeLimitOf[name] ?? sizeLimit),
    }).toEqual({
      name,
      small: true,
    });
  }
});

test('a document library is a file of its own, with what is imported of it', () => {
  const files = listFiles(join(functionsOut, 'report')).filter((file) => file.endsWith('.js'));
  expect(files).toEqual(['docx.js', 'fflate.js', 'index.js', 'write-excel-file.js']);
  const { Document, zipSync } = Object.assign(
    {},
    ...['docx', 'fflate'].map((name) =>
      jest.requireActual<object>(join(functionsOut, 'report', `${name}.js`)),
    ),
  ) as Record<string, unknown>;
  expect([typeof Document, typeof zipSync]).toEqual(['function', 'function']);
});

test.each(listFunctions())(
  '%s is one file when it starts: nothing heavy is loaded before an act needs it',
  (name) => {
    const load = `require(process.argv[1]); console.log(Object.keys(require.cache).join('\\n'))`;
    const index = join(functionsOut, name, 'index.js');
    const loaded = execFileSync(process.execPath, ['-e', load, index]).toString();
    expect(loaded.trim().split('\n')).toEqual([index]);
  },
);

describe('the slim SDK, through the real wire', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    await buildFunctions({ sourceDir, outDir });
    cloud = await startTestCloud({ functions: outDir });
  });

  afterAll(() => cloud.close());

  async function probe(name: string): Promise<{ ok?: boolean; data?: unknown; message?: string }> {
    const { result } = await cloud.cloud.invoke('probe', { probe: name }, { openid: 'voter-1' });
    return result as { ok: boolean };
  }

  test('adds, updates on a condition and reads back, dates too', async () => {
    const found = [{ _id: 'one', colour: 'red', count: 3, at: new Date(0).toISOString() }];
    expect(await probe('database')).toEqual({ ok: true, data: { updated: 1, found } });
  });

  test('uploads and downloads a file', async () => {
    expect(await probe('files')).toEqual({ ok: true, data: '你好' });
  });

  test('knows who calls', async () => {
    expect(await probe('identity')).toEqual({ ok: true, data: 'voter-1' });
  });

  test.each(['ai', 'models', 'rdb', 'requestClient'])('%s was left out and says so by name', async (name) => {
    const answer = await probe(name);
    expect(answer).toMatchObject({ ok: false });
    expect(answer.message).toMatch(/was left out of this build because nothing called .*app\./);
  });
});
