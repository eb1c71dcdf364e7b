import { rmSync } from 'node:fs';
import { listProofFiles } from '../../build/proof-files';
import { plantTree } from '../support/plant';

const tree = plantTree({
  'test/support/share.ts': `export const PROOF = process.env['PROOF'] === '1';`,
  'test/support/deaths.ts': `import { PROOF } from './share';`,
  'test/own.test.ts': `const runs = process.env['PROOF'] === '1' ? 10 : 1;`,
  'test/a/b/by-import.test.ts': `import { PROOF } from '../../support/share';`,
  'test/a/by-two-imports.test.ts': `import '../support/deaths';\nimport { DEATHS } from '../support/deaths';`,
  'test/a/whole.test.ts': `import { x } from './nothing-of-it';`,
  'test/a/nothing-of-it.ts': `import { whole } from './whole.test';`,
  'test/proof/story.test.ts': '',
});
afterAll(() => {
  rmSync(tree, { recursive: true });
});

test('what is whole in the proof alone reads PROOF, imports what reads it, or lies in test/proof', () => {
  expect(listProofFiles(tree)).toEqual([
    'test/a/b/by-import.test.ts',
    'test/a/by-two-imports.test.ts',
    'test/own.test.ts',
    'test/proof/story.test.ts',
  ]);
});

test('what every story begins with reads it nowhere, or all that `npm test` runs whole would be run again', () => {
  const files = listProofFiles();
  expect(files).toContain('test/cloudfunctions/access.test.ts');
  expect(files).not.toContain('test/cloudfunctions/notify/inbox.test.ts');
  expect(files).not.toContain('test/cloudfunctions/duty/activities.test.ts');
});
