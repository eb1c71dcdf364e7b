/** The strict order of the functions: each may use the rules and the store of those before it. */
const functions = [
  'registry',
  'media',
  'reception',
  'request',
  'duty',
  'congress',
  'publicity',
  'notify',
  'report',
  'overview',
];

const screens = '^miniprogram/(pages|more|deputy|office)/';
const inSubpackage = '(more|deputy|office)/';
const contract = '^miniprogram/contract/';
const sdkUsers = '^cloudfunctions/shared/(database|caller|files)\\.ts$';
const consumers = '^cloudfunctions/notify/(relay/(consumers|clock-jobs)|reminders/sweeps)\\.ts$';
/** Where a function keeps its rules, its stores and what it does about other subjects' events: at any depth. */
const rules = '/(|.*/)rules/';
const stores = '/(|.*[/-])store\\.ts$';
const events = '^cloudfunctions/([^/]+)/events/on-[^/]+\\.ts$';
const npm = '(^|/)node_modules/';

/** Nothing but what is named. */
const only = (...paths) => ({ pathNot: paths });

const phone = [
  { name: 'phone-stays-on-the-phone', from: { path: '^miniprogram/' }, to: only('^miniprogram/', npm) },
  { name: 'contract-imports-nothing', from: { path: contract }, to: only(contract) },
  {
    name: 'platform-imports-contract',
    from: { path: '^miniprogram/platform/' },
    to: only('^miniprogram/platform/', contract, npm),
  },
  {
    name: 'view-imports-contract',
    comment: 'Words, dates, numbers: pure, so that a screen can be thought through without a phone.',
    from: { path: `^miniprogram/(${inSubpackage})?view/` },
    to: only('^miniprogram/view/', `^miniprogram/(${inSubpackage})view/`, contract, npm),
  },
  {
    name: 'services-import-platform-and-contract',
    from: { path: `^miniprogram/(${inSubpackage})?services/` },
    to: only('^miniprogram/(services|platform)/', `^miniprogram/(${inSubpackage})services/`, contract),
  },
  {
    name: 'components-import-view-and-contract',
    comment: 'Presentation only: properties in, events out.',
    from: { path: '^miniprogram/components/' },
    to: only('^miniprogram/(components|view)/', contract, npm),
  },
  {
    name: 'screens-import-no-other-screen',
    comment: 'What one subpackage alone uses of services and view lies in that subpackage.',
    from: { path: `${screens}([^/]+)/`, pathNot: `^miniprogram/${inSubpackage}(services|view)/` },
    to: only(
      '^miniprogram/$1/($2|services|view)/',
      '^miniprogram/(services|components|platform|view)/',
      contract,
      npm,
    ),
  },
  {
    name: 'app-imports-no-screen',
    from: { path: '^miniprogram/app\\.ts$' },
    to: only('^miniprogram/(services|platform)/', contract),
  },
];

const order = functions.map((name, at) => ({
  name: `order-of-functions-${name}`,
  comment: 'What flows against the order flows as events.',
  from: { path: `^cloudfunctions/${name}/`, pathNot: consumers },
  to: {
    path: '^cloudfunctions/',
    pathNot: [
      `^cloudfunctions/(${name}|shared)/`,
      ...functions.slice(0, at).map((before) => `^cloudfunctions/${before}(${rules}|${stores})`),
    ],
  },
}));

const server = [
  ...order,
  {
    name: 'functions-have-a-place-in-the-order',
    from: {},
    to: { path: '^cloudfunctions/[^/]+/', pathNot: `^cloudfunctions/(shared|${functions.join('|')})/` },
  },
  {
    name: 'shared-knows-no-function',
    from: { path: '^cloudfunctions/shared/' },
    to: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/shared/' },
  },
  {
    name: 'server-takes-only-the-contract-from-the-phone',
    from: { path: '^cloudfunctions/' },
    to: { path: '^miniprogram/', pathNot: contract },
  },
  {
    name: 'rules-are-pure',
    comment:
      'China time, its words, the announced holidays, the mask, how numbers are read and the rule of visibility are pure as well, each the one module that knows it.',
    from: { path: `^cloudfunctions${rules}` },
    to: only(
      `^cloudfunctions${rules}`,
      contract,
      '^cloudfunctions/shared/(china-time|holidays|visibility|say-date|mask|read-numbers)\\.ts$',
    ),
  },
  {
    name: 'events-reach-rules-and-stores-only',
    comment: 'Of their own subject and of those before it, as the order says.',
    from: { path: events },
    to: only(`^cloudfunctions/[^/]+(${rules}|${stores})`, '^cloudfunctions/shared/', contract),
  },
  {
    name: 'events-are-brought-by-notify-alone',
    from: { pathNot: [consumers, '^test/'] },
    to: { path: events },
  },
  {
    name: 'consumer-table-imports-events-only',
    from: { path: consumers },
    to: {
      path: '^cloudfunctions/',
      pathNot: ['^cloudfunctions/(notify|shared)/', '^cloudfunctions/registry/directory/rules/', events],
    },
  },
  {
    name: 'stores-alone-use-the-database',
    comment: 'A collection is named in one file, with its indexes and its kinds of write.',
    from: { path: '^cloudfunctions/', pathNot: ['^cloudfunctions/shared/', `^cloudfunctions${stores}`] },
    to: { path: '^cloudfunctions/shared/database\\.ts$' },
  },
  {
    name: 'actions-are-loaded-when-called',
    comment: 'An instance starts without what it is not asked for (docs/decisions/051).',
    from: { path: '^cloudfunctions/[^/]+/index\\.ts$' },
    to: {
      path: '^cloudfunctions/',
      pathNot: ['^cloudfunctions/shared/', `^cloudfunctions${stores}`, '/relay/take-push\\.ts$'],
      dynamic: false,
    },
  },
  {
    name: 'sdk-in-three-files',
    comment: 'The SDK erases conditions silently; shared/database.ts guards it (house law 2).',
    from: { path: '^(cloudfunctions|miniprogram|local)/', pathNot: sdkUsers },
    to: { path: `${npm}(@cloudbase|wx-server-sdk)/` },
  },
];

const around = [
  { name: 'nothing-imports-local', from: { pathNot: '^(local|test)/' }, to: { path: '^local/' } },
  { name: 'nothing-imports-tests', from: { pathNot: '^test/' }, to: { path: '^test/' } },
  {
    name: 'product-does-not-import-the-build',
    from: { path: '^(miniprogram|cloudfunctions)/' },
    to: { path: '^build/' },
  },
  {
    name: 'build-imports-no-product',
    comment:
      'It bundles the sources; it does not run them. Only verify asks the real platform the product’s own questions, and handover computes ids and keyed hashes anew as the product does.',
    from: { path: '^build/', pathNot: '^build/(verify|handover)/' },
    to: { path: '^(miniprogram|cloudfunctions)/' },
  },
  {
    name: 'local-uses-stores-rules-and-shared',
    comment:
      'And how a request is born and what finds it after a step, for the sample; the table of the ledger’s sources, for `npm run recount`.',
    from: { path: '^local/' },
    to: {
      path: '^(miniprogram|cloudfunctions)/',
      pathNot: [
        contract,
        '^cloudfunctions/shared/',
        `^cloudfunctions(${rules}|${stores})`,
        '^cloudfunctions/request/(submit/born-request|life/step-changes)\\.ts$',
        '^cloudfunctions/notify/recount/ledger-sources\\.ts$',
      ],
    },
  },
  {
    name: 'preview-runtime-runs-in-a-browser',
    from: { path: '^local/preview/runtime/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'product-uses-no-development-packages',
    from: { path: '^(miniprogram|cloudfunctions)/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  { name: 'no-circles', from: {}, to: { circular: true } },
  { name: 'no-missing-files', from: {}, to: { couldNotResolve: true } },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...phone, ...server, ...around].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['miniprogram_npm', '^dist/', '^build/t-icon/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
