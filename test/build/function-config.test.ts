import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFunctionConfig } from '../../build/function-config';

const folder = mkdtempSync(join(tmpdir(), 'function-config-'));

function read(text: string): unknown {
  const path = join(folder, 'config.json');
  writeFileSync(path, text);
  return JSON.parse(readFunctionConfig(path));
}

test('a function without a config.json gets the defaults', () => {
  const config: unknown = JSON.parse(readFunctionConfig(join(folder, 'missing.json')));
  expect(config).toEqual({ timeout: 20, memorySize: 256, triggers: [] });
});

test('what a function says itself replaces the default', () => {
  expect(read('{"timeout":60}')).toEqual({ timeout: 60, memorySize: 256, triggers: [] });
});

test.each([
  ['a timer with five fields', '{"triggers":[{"name":"tick","type":"timer","config":"*/5 * * * *"}]}'],
  [
    'a second trigger',
    `{"triggers":${JSON.stringify(Array(2).fill({ name: 'a', type: 'timer', config: '0 * * * * * *' }))}}`,
  ],
  ['a misspelt field', '{"memory":512}'],
  ['61 seconds', '{"timeout":61}'],
])('%s stops the build', (_, text) => {
  expect(() => read(text)).toThrow('config.json');
});
