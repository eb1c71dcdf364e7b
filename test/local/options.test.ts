import { resolve } from 'node:path';
import { complainAboutNode } from '../../local/node-version';
import { parseOptions } from '../../local/options';
import { StartError } from '../../local/start-error';

describe('the options of npm start', () => {
  it('are port 8080, .local/, no reset, this machine only and the real time unless given', () => {
    expect(parseOptions([])).toEqual({
      port: 8080,
      dataDir: resolve('.local'),
      reset: false,
      lan: false,
      contentCheck: true,
      sms: false,
    });
  });

  it('are read', () => {
    const args = [
      '--port',
      '0',
      '--data',
      '/tmp/d',
      '--reset',
      '--now',
      '2026-11-23T09:00:00+08:00',
      '--lan',
      '--sms',
    ];
    expect(parseOptions(args)).toEqual({
      port: 0,
      dataDir: '/tmp/d',
      reset: true,
      lan: true,
      contentCheck: true,
      sms: true,
      now: Date.UTC(2026, 10, 23, 1),
    });
  });

  it('can be asked for', () => {
    expect(parseOptions(['--help'])).toBeUndefined();
    expect(parseOptions(['-h', '--reset'])).toBeUndefined();
  });

  it.each([
    ['a port above 65535', ['--port', '65536'], '--port 65536'],
    ['a port of words', ['--port', 'http'], '--port http'],
    ['a negative port', ['--port=-1'], '--port -1'],
    ['a time without a zone', ['--now', '2026-11-23T09:00:00'], '--now 2026-11-23T09:00:00'],
    ['30 February', ['--now', '2026-02-30T09:00:00+08:00'], '--now 2026-02-30'],
    ['an unknown option', ['--prot', '1'], '--prot'],
    ['an option without its value', ['--data'], '--data'],
    ['a stray word', ['start'], 'start'],
  ])('refuse %s in one sentence that names it', (_what, args, says) => {
    const attempt = (): unknown => parseOptions(args);
    expect(attempt).toThrow(StartError);
    expect(attempt).toThrow(says);
    expect(attempt).not.toThrow('\n');
  });
});

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.2.0', '24.1.0'])('may be %s', (version) => {
    expect(complainAboutNode(version)).toBeUndefined();
  });

  it.each(['18.20.4', '20.18.3', '22.1.0', '21.7.3', '16.13.0'])('may not be %s', (version) => {
    expect(complainAboutNode(version)).toContain(version);
  });
});
