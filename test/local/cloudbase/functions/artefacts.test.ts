import { copyFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type TestCloud, startTestCloud } from '../../../support/cloud';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

const FIXTURES = resolve(__dirname, '../fixtures');

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ processes: true, functions: FIXTURES });
});
afterAll(() => cloud.close());

describe('a function that is not there', () => {
  it.each(['nowhere', '../probe', 'probe/index.js', '__proto__', 'database.json', ''])(
    'is refused: %p',
    async (name) => {
      const answer = await cloud.cloud.invoke(name, {});
      expect(answer).toMatchObject({ errCode: -501000 });
      expect(answer.errMsg).toContain('FunctionName parameter could not be found.');
    },
  );

  it('cannot be loaded: the error says why, and it is tried again the next time', async () => {
    const answer = await cloud.cloud.invoke('broken', {});
    expect(answer).toMatchObject({ errCode: -504002 });
    expect(answer.errMsg).toContain("Cannot find module 'no-such-module'");
    expect(await cloud.cloud.invoke('broken', {})).toMatchObject({ errCode: -504002 });
  });

  it('exports no main', async () => {
    expect((await cloud.cloud.invoke('mainless', {})).errMsg).toContain('exports no function named main');
  });
});

describe('an artefact that is built anew', () => {
  it('serves the next call, and the instance of the old one is let go', async () => {
    const functions = mkdtempSync(join(tmpdir(), 'functions-'));
    const file = join(functions, 'version', 'index.js');
    mkdirSync(join(functions, 'version'));
    writeFileSync(file, 'exports.main = () => 1;');
    const own = await startTestCloud({ processes: true, functions });
    expect(await own.cloud.invoke('version', {})).toMatchObject({ result: 1 });
    writeFileSync(file, 'exports.main = () => 2;');
    utimesSync(file, new Date(), new Date(Date.now() + 5000));
    expect(await own.cloud.invoke('version', {})).toMatchObject({ result: 2 });
    const library = join(functions, 'version', 'library.js');
    writeFileSync(library, 'exports.three = 3;');
    writeFileSync(file, "exports.main = () => require('./library.js').three;");
    expect(await own.cloud.invoke('version', {})).toMatchObject({ result: 3 });
    writeFileSync(library, 'exports.three = 33;');
    expect(await own.cloud.invoke('version', {})).toMatchObject({ result: 33 });
    await own.close();
    rmSync(functions, { recursive: true });
  });
});

describe('the configuration beside an artefact', () => {
  it.each([
    ['a time-out of words', { timeout: 'long' }, /timeout is not a positive number/],
    ['a trigger that is no timer', { triggers: [{ name: 'a', type: 'cos', config: '' }] }, /timers only/],
    [
      'a cron of five fields',
      { triggers: [{ name: 'a', type: 'timer', config: '0 2 1 * *' }] },
      /late\/config\.json: .*7 parts/,
    ],
  ])('stops the start when it has %s', async (_what, config, says) => {
    const functions = mkdtempSync(join(tmpdir(), 'functions-'));
    mkdirSync(join(functions, 'late'));
    copyFileSync(join(FIXTURES, 'silent/index.js'), join(functions, 'late/index.js'));
    writeFileSync(join(functions, 'late/config.json'), JSON.stringify(config));
    await expect(startTestCloud({ processes: true, functions })).rejects.toThrow(says);
    rmSync(functions, { recursive: true });
  });
});
