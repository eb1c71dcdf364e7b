import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STORED_FORM } from '../../build/stored-form';
import { openDataFolder } from '../../local/data-folder';
import { StartError } from '../../local/start-error';

let dir: string;
beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'data-folder-')), 'data');
});
afterEach(() => {
  rmSync(join(dir, '..'), { recursive: true });
});

const lock = () => join(dir, 'lock');

describe('the data folder', () => {
  it('is held by one process at a time, and free after its release', () => {
    const folder = openDataFolder(dir);
    expect(() => openDataFolder(dir)).toThrow(StartError);
    expect(() => openDataFolder(dir)).toThrow(`in use by process ${process.pid}`);
    folder.release();
    openDataFolder(dir).release();
    expect(existsSync(lock())).toBe(false);
  });

  it('is taken over from a process that was killed', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await once(dead, 'exit');
    openDataFolder(dir).release();
    writeFileSync(lock(), JSON.stringify({ pid: dead.pid, startedAt: '1' }));
    openDataFolder(dir).release();
  });

  it('is taken over when another program got the number of the one that was killed', () => {
    openDataFolder(dir).release();
    writeFileSync(lock(), JSON.stringify({ pid: process.pid, startedAt: 'another moment' }));
    openDataFolder(dir).release();
  });

  it('is taken over from a lock that makes no sense', () => {
    openDataFolder(dir).release();
    writeFileSync(lock(), '{"pid":');
    openDataFolder(dir).release();
  });

  it('says of what form its data are, and refuses older, newer and unknown ones, but for a reset', () => {
    openDataFolder(dir).release();
    expect(readFileSync(join(dir, 'stored-form'), 'utf8')).toBe(`${String(STORED_FORM)}\n`);
    mkdirSync(join(dir, 'database'));
    openDataFolder(dir).release();
    for (const [said, words] of [
      [String(STORED_FORM + 1), '请用更新的程序打开'],
      ['0', '没有从它开始的迁移'],
      ['abc', '没有写数据版本'],
    ] as const) {
      writeFileSync(join(dir, 'stored-form'), said);
      expect(() => openDataFolder(dir)).toThrow(words);
      expect(existsSync(lock())).toBe(false);
    }
    rmSync(join(dir, 'stored-form'));
    expect(() => openDataFolder(dir)).toThrow('没有写数据版本');
    openDataFolder(dir, true).release();
    openDataFolder(dir).release();
  });

  it('whose reset died half-way has no documents under a form that is not theirs', () => {
    mkdirSync(join(dir, 'database'), { recursive: true });
    writeFileSync(join(dir, 'database', 'data.mdb'), 'of another form');
    writeFileSync(join(dir, 'stored-form'), '0');
    openDataFolder(dir, true).release();
    expect(existsSync(join(dir, 'database'))).toBe(false);
    mkdirSync(join(dir, 'database'));
    writeFileSync(join(dir, 'database', 'data.mdb'), 'of this form');
    openDataFolder(dir, true).release();
    expect(existsSync(join(dir, 'database', 'data.mdb'))).toBe(true);
  });

  it('leaves nothing of its attempts behind', () => {
    openDataFolder(dir).release();
    writeFileSync(lock(), 'stale');
    openDataFolder(dir).release();
    expect(readdirSync(dir)).toEqual(['field-keys.json', 'setup-secret', 'stored-form']);
  });

  it('is refused in one sentence where nothing can be written', () => {
    writeFileSync(join(dir, '..', 'file'), '');
    const attempt = () => openDataFolder(join(dir, '..', 'file', 'data'));
    expect(attempt).toThrow(StartError);
    expect(attempt).toThrow('cannot be written');
  });
});

describe('the field keys', () => {
  it('are made once, 32 random bytes, for this account’s eyes only', () => {
    const first = openDataFolder(dir);
    first.release();
    const again = openDataFolder(dir);
    again.release();
    expect(again.fieldKeys).toEqual(first.fieldKeys);
    expect(Buffer.from(first.fieldKeys.keys['k1'] ?? '', 'base64')).toHaveLength(32);
    expect(statSync(join(dir, 'field-keys.json')).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(join(dir, 'field-keys.json'), 'utf8'))).toEqual(first.fieldKeys);
  });
});
