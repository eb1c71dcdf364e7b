import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * What `@cloudbase/node-sdk` loads at start and no function of ours ever calls, with the SDK's call that would
 * need it. Each is replaced by a stub whose use throws an error naming it: a function that needs one of them
 * must take it off this list. Bundled whole, the SDK is 1.05 MB; without these it is about a third.
 */
const leftOut: Readonly<Record<string, string>> = {
  '@cloudbase/ai': 'app.ai()',
  '@cloudbase/app': 'app.ai()',
  '@cloudbase/wx-cloud-client-sdk': 'app.models, app.mysql(), app.rdb()',
  'web-streams-polyfill': 'app.ai()',
  // Outside the cloud it only asks a metadata host who we are (30 ms each time); in the cloud it is not called.
  axios: 'the metadata host and app.requestClient',
  'form-data': 'app.callCompatibleWxOpenApi(), app.callWxPayApi(), app.wxCallContainerApi()',
  jsonwebtoken: 'app.auth().createTicket()',
  'http-proxy-agent': 'init({ proxy })',
  'https-proxy-agent': 'init({ proxy })',
};

/** Files of packages that are else needed, in the same way: which, what it is called, and the call that would need it. */
const leftOutFiles: readonly (readonly [file: RegExp, name: string, call: string])[] = [
  // Watching from the server is nothing that a function does: it ends with its answer.
  [/database[\\/]dist[\\/]commonjs[\\/]realtime[\\/]websocket-client\.js$/, 'realtime', 'watch()'],
  [/node-sdk[\\/]dist[\\/]ai[\\/]index\.js$/, 'ai', 'app.ai()'],
  [/node-sdk[\\/]dist[\\/]analytics[\\/]index\.js$/, 'analytics', 'app.analytics()'],
  [/node-sdk[\\/]dist[\\/]cloudrun[\\/]index\.js$/, 'cloudrun', 'app.callContainer()'],
  [/node-sdk[\\/]dist[\\/]notification[\\/]index\.js$/, 'notification', 'app.sendTemplateNotification()'],
  // WeChat is called by shared/wechat itself, whose answers are known and tested.
  [/node-sdk[\\/]dist[\\/]wx[\\/]index\.js$/, 'wx', 'app.callWxOpenApi()'],
];

/** The module that every replaced one takes `refuse` from; it is in a bundle once. */
const REFUSE = 'left-out/refuse';

/**
 * A value on which every member can be looked up (the SDK does so while it loads) and none can be called.
 * `then` is undefined, so that awaiting it does not call it.
 */
const refusal = `
const silent = new Set(['__esModule', 'prototype', 'then', 'default']);
const refuse = (path, call) => {
  const fail = () => {
    throw new Error(path + ' was left out of this build because nothing called ' + call + '; see build/slim-sdk.ts');
  };
  return new Proxy(function () {}, {
    get: (_, key) => (typeof key === 'symbol' || silent.has(key) ? undefined : refuse(path + '.' + key, call)),
    apply: fail,
    construct: fail,
  });
};
module.exports = refuse;
`;

function refuseAll(name: string, call: string): string {
  return `module.exports = require('${REFUSE}')(${JSON.stringify(name)}, ${JSON.stringify(call)});\n`;
}

/** The SDK calls this one in its constructor, so the client itself must exist; using it refuses. */
const modelsStub = `
const refuse = require('${REFUSE}');
exports.__esModule = true;
exports.default = {
  generateHTTPClient: () => refuse('@cloudbase/wx-cloud-client-sdk', 'app.models'),
  generateMySQLClient: () => refuse('@cloudbase/wx-cloud-client-sdk', 'app.mysql() or app.rdb()')(),
};
`;

/**
 * Uploading reads the storage's answer: empty when all went well, else `<Error><Code>…</Code>…</Error>`. This is
 * all of XML that is needed there (the full parser and its builder are 100 KB).
 */
const xmlStub = `
exports.parseString = (text, done) => {
  const xml = String(text);
  if (!xml.includes('<Error>')) return done(null, null);
  const pick = (name) => [(new RegExp('<' + name + '>([^<]*)</' + name + '>').exec(xml) || ['', ''])[1]];
  const Error = { Code: pick('Code'), Message: pick('Message'), RequestId: pick('RequestId'), TraceId: pick('TraceId') };
  done(null, { Error });
};
`;

function stubOf(name: string): string {
  if (name === 'xml2js') return xmlStub;
  if (name === '@cloudbase/wx-cloud-client-sdk') return modelsStub;
  if (name === REFUSE) return refusal;
  return refuseAll(name, leftOut[name] ?? '');
}

const FORMAT = 'return Util.formatField(document);';

/**
 * Looks at each value that was read, whether it is a place on a map or a date of the server, and copies it: on a full day
 * longer than parsing it. The product stores neither; dates are read by EJSON.parse.
 */
function withoutFormat(file: string): string {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(FORMAT)) throw new Error(`the SDK formats documents in another way now: ${file}`);
  return text.replace(FORMAT, 'return document;');
}

/** The esbuild plugin. `version` is what the SDK would read from its package.json, which is not in the bundle. */
export function slimSdk(version: string): Plugin {
  const names = [...Object.keys(leftOut), 'xml2js', REFUSE];
  const filter = new RegExp(`^(${names.map((name) => name.replace('/', '\\/')).join('|')})$`);
  return {
    name: 'slim-sdk',
    setup(build) {
      build.onResolve({ filter }, ({ path, importer }) =>
        path === REFUSE || importer.includes('node_modules') ? { path, namespace: 'left-out' } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({ contents: stubOf(path) }));
      for (const [file, name, call] of leftOutFiles)
        build.onLoad({ filter: file }, () => ({
          contents: refuseAll(name, call),
        }));
      build.onLoad({ filter: /database[\\/]dist[\\/]commonjs[\\/]util\.js$/ }, ({ path }) => ({
        contents: withoutFormat(path),
      }));
      // Of BSON the SDK calls EJSON.parse and EJSON.stringify alone.
      build.onResolve({ filter: /^bson$/ }, ({ importer }) =>
        importer.includes('@cloudbase') ? { path: join(__dirname, 'ejson.ts') } : undefined,
      );
      build.onLoad({ filter: /node-sdk[\\/]dist[\\/]utils[\\/]version\.js$/ }, () => ({
        contents: `exports.version = ${JSON.stringify(version)};`,
      }));
    },
  };
}
