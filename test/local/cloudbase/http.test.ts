import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';
import { isForThisMachine, isFromThisMachine } from '../../../local/cloudbase/http';

const request = (remoteAddress: string, headers: Record<string, string>): IncomingMessage =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;

describe('a request from this machine', () => {
  it.each([
    ['a program', '127.0.0.1', { host: '127.0.0.1:8080' }],
    ['a program, over the mapped address', '::ffff:127.0.0.1', { host: 'localhost:8080' }],
    ['a program, over the other protocol', '::1', { host: '[::1]:8080' }],
    ['a page of this server', '127.0.0.1', { host: 'localhost:8080', origin: 'http://localhost:8080' }],
  ])('is one of %s', (_who, address, headers) => {
    expect(isFromThisMachine(request(address, headers))).toBe(true);
  });

  it.each([
    ['a phone of the network', '192.168.1.7', { host: '192.168.1.5:8080' }],
    ['a phone that says localhost', '192.168.1.7', { host: 'localhost:8080' }],
    ['an address that only begins alike', '127.evil.example', { host: 'localhost:8080' }],
    [
      'another site in a browser here',
      '127.0.0.1',
      { host: 'localhost:8080', origin: 'https://example.com' },
    ],
    [
      'a program on another port’s page',
      '127.0.0.1',
      { host: 'localhost:8080', origin: 'http://localhost:3000' },
    ],
    [
      'a name that was pointed here',
      '127.0.0.1',
      { host: 'evil.example:8080', origin: 'http://evil.example:8080' },
    ],
    ['nobody known', '', {}],
  ])('is not one of %s', (_who, address, headers) => {
    expect(isFromThisMachine(request(address, headers as Record<string, string>))).toBe(false);
  });
});

describe('a request for this machine', () => {
  const own = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  const asks = (host: string | undefined, lan: boolean): boolean =>
    isForThisMachine(request('127.0.0.1', host === undefined ? {} : { host }), lan);

  it('names its loopback', () => {
    for (const host of ['127.0.0.1:8080', 'localhost:8080', 'localhost', '[::1]:8080']) {
      expect([host, asks(host, false), asks(host, true)]).toEqual([host, true, true]);
    }
  });

  it('or an address of its own, where phones of the network are let in', () => {
    if (own === undefined) return;
    expect([asks(`${own}:8080`, false), asks(`${own}:8080`, true)]).toEqual([false, true]);
  });

  it('is none that names another, whoever made that name lead here', () => {
    for (const host of ['evil.example:8080', '127.0.0.1.evil.example', '203.0.113.7:8080', '', undefined]) {
      expect([host, asks(host, false), asks(host, true)]).toEqual([host, false, false]);
    }
  });
});
