import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const config = join(root, '.dependency-cruiser.cjs');

interface Plant {
  rule: string;
  from: string;
  to: string;
}

const dayjs = 'dayjs';
const sdk = '@cloudbase/node-sdk';

/** Imports that house.md forbids, one at least for each rule: who, whom. */
const forbidden: Plant[] = [
  { rule: 'phone-stays-on-the-phone', from: 'miniprogram/services/a.ts', to: 'cloudfunctions/shared/x.ts' },
  { rule: 'phone-stays-on-the-phone', from: 'miniprogram/platform/b.ts', to: 'node:fs' },
  { rule: 'contract-imports-nothing', from: 'miniprogram/contract/a.ts', to: 'miniprogram/platform/x.ts' },
  { rule: 'contract-imports-nothing', from: 'miniprogram/contract/b.ts', to: dayjs },
  { rule: 'platform-imports-contract', from: 'miniprogram/platform/a.ts', to: 'miniprogram/services/x.ts' },
  { rule: 'platform-imports-contract', from: 'miniprogram/platform/c.ts', to: 'miniprogram/view/x.ts' },
  { rule: 'view-imports-contract', from: 'miniprogram/view/a.ts', to: 'miniprogram/platform/x.ts' },
  { rule: 'view-imports-contract', from: 'miniprogram/view/b.ts', to: 'miniprogram/services/x.ts' },
  { rule: 'view-imports-contract', from: 'miniprogram/view/c.ts', to: 'miniprogram/components/x/x.ts' },
  {
    rule: 'services-import-platform-and-contract',
    from: 'miniprogram/services/c.ts',
    to: 'miniprogram/view/x.ts',
  },
  {
    rule: 'services-import-platform-and-contract',
    from: 'miniprogram/services/b.ts',
    to: 'miniprogram/components/x/x.ts',
  },
  {
    rule: 'components-import-view-and-contract',
    from: 'miniprogram/components/a/a.ts',
    to: 'miniprogram/services/x.ts',
  },
  {
    rule: 'components-import-view-and-contract',
    from: 'miniprogram/components/a/b.ts',
    to: 'miniprogram/platform/x.ts',
  },
  {
    rule: 'screens-import-no-other-screen',
    from: 'miniprogram/pages/a/a.ts',
    to: 'miniprogram/pages/x/x.ts',
  },
  {
    rule: 'screens-import-no-other-screen',
    from: 'miniprogram/office/a/a.ts',
    to: 'miniprogram/deputy/x/x.ts',
  },
  { rule: 'app-imports-no-screen', from: 'miniprogram/app.ts', to: 'miniprogram/pages/x/x.ts' },
  {
    rule: 'order-of-functions-registry',
    from: 'cloudfunctions/registry/a.ts',
    to: 'cloudfunctions/reception/store.ts',
  },
  {
    rule: 'order-of-functions-media',
    from: 'cloudfunctions/media/a.ts',
    to: 'cloudfunctions/reception/store.ts',
  },
  {
    rule: 'order-of-functions-reception',
    from: 'cloudfunctions/reception/a.ts',
    to: 'cloudfunctions/registry/actions/x.ts',
  },
  {
    rule: 'order-of-functions-request',
    from: 'cloudfunctions/request/a.ts',
    to: 'cloudfunctions/duty/rules/x.ts',
  },
  {
    rule: 'order-of-functions-duty',
    from: 'cloudfunctions/duty/a.ts',
    to: 'cloudfunctions/congress/store.ts',
  },
  {
    rule: 'order-of-functions-congress',
    from: 'cloudfunctions/congress/a.ts',
    to: 'cloudfunctions/publicity/store.ts',
  },
  {
    rule: 'order-of-functions-publicity',
    from: 'cloudfunctions/publicity/a.ts',
    to: 'cloudfunctions/notify/store.ts',
  },
  {
    rule: 'order-of-functions-notify',
    from: 'cloudfunctions/notify/a.ts',
    to: 'cloudfunctions/report/store.ts',
  },
  {
    rule: 'order-of-functions-report',
    from: 'cloudfunctions/report/a.ts',
    to: 'cloudfunctions/overview/store.ts',
  },
  {
    rule: 'order-of-functions-overview',
    from: 'cloudfunctions/overview/a.ts',
    to: 'cloudfunctions/registry/index.ts',
  },
  {
    rule: 'functions-have-a-place-in-the-order',
    from: 'cloudfunctions/gossip/index.ts',
    to: 'cloudfunctions/gossip/x.ts',
  },
  {
    rule: 'shared-knows-no-function',
    from: 'cloudfunctions/shared/a.ts',
    to: 'cloudfunctions/registry/store.ts',
  },
  {
    rule: 'server-takes-only-the-contract-from-the-phone',
    from: 'cloudfunctions/reception/b.ts',
    to: 'miniprogram/platform/x.ts',
  },
  { rule: 'rules-are-pure', from: 'cloudfunctions/reception/rules/a.ts', to: 'cloudfunctions/shared/x.ts' },
  {
    rule: 'rules-are-pure',
    from: 'cloudfunctions/reception/rules/b.ts',
    to: 'cloudfunctions/registry/store.ts',
  },
  { rule: 'rules-are-pure', from: 'cloudfunctions/reception/rules/c.ts', to: dayjs },
  { rule: 'rules-are-pure', from: 'cloudfunctions/reception/rules/d.ts', to: 'node:crypto' },
  {
    rule: 'events-reach-rules-and-stores-only',
    from: 'cloudfunctions/request/events/on-booked.ts',
    to: 'cloudfunctions/request/submit/submit.ts',
  },
  {
    rule: 'events-are-brought-by-notify-alone',
    from: 'cloudfunctions/request/index.ts',
    to: 'cloudfunctions/request/events/on-x.ts',
  },
  {
    rule: 'consumer-table-imports-events-only',
    from: 'cloudfunctions/notify/relay/consumers.ts',
    to: 'cloudfunctions/request/store.ts',
  },
  {
    rule: 'stores-alone-use-the-database',
    from: 'cloudfunctions/reception/booking/a.ts',
    to: 'cloudfunctions/shared/database.ts',
  },
  {
    rule: 'actions-are-loaded-when-called',
    from: 'cloudfunctions/duty/index.ts',
    to: 'cloudfunctions/duty/activities/x.ts',
  },
  { rule: 'sdk-in-three-files', from: 'cloudfunctions/reception/store.ts', to: sdk },
  { rule: 'sdk-in-three-files', from: 'cloudfunctions/shared/outbox.ts', to: sdk },
  { rule: 'nothing-imports-local', from: 'build/a.ts', to: 'local/x.ts' },
  { rule: 'nothing-imports-tests', from: 'local/a.ts', to: 'test/x.ts' },
  { rule: 'product-does-not-import-the-build', from: 'cloudfunctions/registry/b.ts', to: 'build/x.ts' },
  { rule: 'build-imports-no-product', from: 'build/b.ts', to: 'cloudfunctions/shared/x.ts' },
  {
    rule: 'local-uses-stores-rules-and-shared',
    from: 'local/b.ts',
    to: 'cloudfunctions/registry/actions/x.ts',
  },
  { rule: 'local-uses-stores-rules-and-shared', from: 'local/c.ts', to: 'miniprogram/platform/x.ts' },
  { rule: 'preview-runtime-runs-in-a-browser', from: 'local/preview/runtime/a.ts', to: 'node:fs' },
  { rule: 'product-uses-no-development-packages', from: 'cloudfunctions/shared/b.ts', to: 'mingo' },
  { rule: 'no-circles', from: 'cloudfunctions/shared/c.ts', to: 'cloudfunctions/shared/d.ts' },
  { rule: 'no-missing-files', from: 'local/d.ts', to: 'local/nowhere.ts' },
];

/** What house.md allows, so that a rule that forbids everything is seen too. */
const allowed: [string, string][] = [
  ['miniprogram/pages/ok/ok.ts', 'miniprogram/services/x.ts'],
  ['miniprogram/pages/ok/ok.ts', 'miniprogram/pages/ok/part.ts'],
  ['miniprogram/deputy/ok/ok.ts', 'miniprogram/components/x/x.ts'],
  ['miniprogram/office/ok/ok.ts', 'miniprogram/view/x.ts'],
  ['miniprogram/components/ok/ok.ts', 'miniprogram/view/x.ts'],
  ['miniprogram/view/ok.ts', 'miniprogram/contract/x.ts'],
  ['miniprogram/view/ok.ts', 'miniprogram/view/x.ts'],
  ['miniprogram/services/ok.ts', 'miniprogram/platform/x.ts'],
  ['miniprogram/platform/ok.ts', 'miniprogram/contract/x.ts'],
  ['miniprogram/contract/ok.ts', 'miniprogram/contract/x.ts'],
  ['cloudfunctions/overview/ok.ts', 'cloudfunctions/registry/rules/x.ts'],
  ['cloudfunctions/overview/ok.ts', 'cloudfunctions/reception/store.ts'],
  ['cloudfunctions/overview/ok.ts', 'cloudfunctions/reception/days/store.ts'],
  ['cloudfunctions/reception/days/store.ts', 'cloudfunctions/shared/database.ts'],
  ['cloudfunctions/reception/days/seat-store.ts', 'cloudfunctions/shared/database.ts'],
  ['cloudfunctions/reception/ok.ts', 'miniprogram/contract/x.ts'],
  ['cloudfunctions/reception/rules/ok.ts', 'cloudfunctions/registry/rules/x.ts'],
  ['cloudfunctions/reception/rules/ok.ts', 'miniprogram/contract/x.ts'],
  ['cloudfunctions/reception/rules/ok.ts', 'cloudfunctions/shared/china-time.ts'],
  ['cloudfunctions/notify/relay/consumers.ts', 'cloudfunctions/overview/events/on-x.ts'],
  ['cloudfunctions/request/events/on-ok.ts', 'cloudfunctions/request/life/x-store.ts'],
  ['cloudfunctions/shared/database.ts', sdk],
  ['local/ok.ts', 'cloudfunctions/registry/store.ts'],
  ['local/ok.ts', 'build/x.ts'],
  ['test/ok.test.ts', 'local/x.ts'],
];

const tree = mkdtempSync(join(tmpdir(), 'import-rules-'));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text, { flag: 'a' });
}

function plantImport(from: string, to: string): void {
  const ups = '../'.repeat(from.split('/').length - 1);
  const isFile = /^(miniprogram|cloudfunctions|local|build|test)\//.test(to);
  write(from, `import '${isFile ? `${ups}${to.replace(/\.ts$/, '')}` : to}';\n`);
  if (isFile && !to.includes('nowhere')) write(to, '');
}

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

function cruise(): Violation[] {
  const cli = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const rooms = ['miniprogram', 'cloudfunctions', 'local', 'build', 'test'];
  const options = ['--config', config, '--output-type', 'json'];
  const text = execFileSync(process.execPath, [cli, ...options, ...rooms], {
    cwd: tree,
    maxBuffer: 1e8,
  }).toString();
  return (JSON.parse(text) as { summary: { violations: Violation[] } }).summary.violations;
}

let violations: Violation[];

beforeAll(() => {
  write(
    'package.json',
    JSON.stringify({ dependencies: { [dayjs]: '1', [sdk]: '1' }, devDependencies: { mingo: '1' } }),
  );
  for (const library of [dayjs, sdk, 'mingo']) {
    write(
      `node_modules/${library}/package.json`,
      JSON.stringify({ name: library, version: '1.0.0', main: 'index.js' }),
    );
    write(`node_modules/${library}/index.js`, '');
  }
  for (const { from, to } of forbidden) plantImport(from, to);
  for (const [from, to] of allowed) plantImport(from, to);
  plantImport('cloudfunctions/shared/d.ts', 'cloudfunctions/shared/c.ts'); // closes the circle
  violations = cruise();
});

afterAll(() => {
  rmSync(tree, { recursive: true });
});

test.each(forbidden)('$rule: $from may not import $to', ({ rule, from }) => {
  expect(violations.filter((each) => each.from === from).map((each) => each.rule.name)).toContain(rule);
});

test('every rule was seen to fail', () => {
  const { forbidden: rules } = createRequire(__filename)(config) as { forbidden: { name: string }[] };
  expect([...new Set(forbidden.map(({ rule }) => rule))].sort()).toEqual(
    rules.map(({ name }) => name).sort(),
  );
});

test.each(allowed)('%s may import %s', (from, to) => {
  expect(violations.filter((each) => each.from === from && each.to.includes(to))).toEqual([]);
});
