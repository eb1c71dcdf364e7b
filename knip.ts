import type { KnipConfig } from 'knip';
import { listUsedComponents, readMiniprogram } from './build/miniprogram';

const app = readMiniprogram();
const own = [...listUsedComponents(app)].filter((path) => !path.startsWith('miniprogram_npm/'));

/** What nobody imports because something else starts it: the platform, a command, a build. */
const config: KnipConfig = {
  entry: [
    'build/{main,run-checks,wxml-gate,size,compile-official,upload}.ts',
    'local/cloudbase/functions/{runtime,loopback-only}.ts',
    'local/preview/runtime/**/{main,globals}.ts',
    'cloudfunctions/!(shared)/index.ts',
    // build/indexes.ts reads what each declares.
    'cloudfunctions/!(shared)/**/{store,*-store}.ts',
    'miniprogram/app.ts',
    // One typed function for each action, whether a screen calls it yet or not.
    'miniprogram/services/*.ts',
    'miniprogram/office/services/*.ts',
    ...[...app.pages, ...own].map((part) => `miniprogram/${part}.ts`),
    'test/{bench,proof}/*.ts',
    // StrykerJS loads the runner by its name.
    'test/mutation/{index,runner}.ts',
    // jest.config.mjs names it in a proof.
    'test/setup/seed.ts',
    // A command of its own.
    'test/e2e/before-after.ts',
    'test/**/{fixture,fixtures}/**/*.{ts,js}',
  ],
  project: [
    '{build,cloudfunctions,local,miniprogram,test}/**/*.{ts,mjs}',
    '!miniprogram/**/miniprogram_npm/**',
  ],
  // A type is exported where it stands, used elsewhere or not: it names a part of another one.
  exclude: ['types', 'duplicates'],
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [
    // Read from its folder: the phone's parts by build/tdesign.ts, WeChat's compilers by build/wxml-compile.ts.
    'tdesign-miniprogram',
    'miniprogram-compiler',
    // Started by build/checks.ts.
    '@prettier/plugin-oxc',
    'oxlint',
    'oxlint-tsgolint',
    'typescript-7',
  ],
};

export default config;
