import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { noBarrel } from './build/lint/no-barrel.mjs';
import { noLiteralSpread } from './build/lint/no-literal-spread.mjs';

/** What depends on where the machine stands. */
const localTime = [
  'CallExpression[callee.property.name=/^get(FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)$/]',
  'CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]',
  "NewExpression[callee.name='Date'][arguments.length>1]",
  "MemberExpression[object.name='Intl'][property.name='DateTimeFormat']",
].map((selector) => ({ selector, message: 'The day is China’s, wherever the machine stands.' }));

/** Reading the machine's clock; house law 6: `now` is an argument. */
const clock = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
]
  .map((selector) => ({ selector, message: 'The time is an argument.' }))
  .concat(localTime);

const dice = {
  selector: "MemberExpression[object.name='Math'][property.name='random']",
  message: 'Chance is an argument.',
};

/** The SDK sends `where().update()`, `where().remove()` and `count()` without the transaction's id. */
const noTransactions = {
  selector: 'CallExpression[callee.property.name=/^(startTransaction|runTransaction)$/]',
  message: 'One conditional atomic write decides; transactions leak here (house law 2).',
};

/** WeChat copies what a page is defined with, and of an object with a class only the fields. */
const noInstance = {
  selector: "CallExpression[callee.name='definePage'] > ObjectExpression > Property > NewExpression",
  message: 'A copy has no methods: make it in onLoad.',
};

/** A click so soon after a touch is taken for the browser's echo of it, and does nothing. */
const noClick = {
  selector: 'CallExpression[callee.property.name=/^(click|dblclick)$/]',
  message: 'A phone is tapped: tap().',
};

const machine = [
  'process',
  'fetch',
  'Buffer',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'globalThis',
  'require',
];

export default defineConfig(
  {
    ignores: [
      'dist/',
      '.local/',
      '.cache/',
      'coverage/',
      'test-results/',
      'miniprogram/**/miniprogram_npm/',
      'build/t-icon/',
      'build/t-helpers/',
    ],
  },
  eslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { house: { rules: { 'no-barrel': noBarrel, 'no-literal-spread': noLiteralSpread } } },
    rules: {
      'house/no-barrel': 'error',
      'house/no-literal-spread': 'error',
      // Longer than this, a file of code is likely two subjects, and a function two functions.
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: { process: 'readonly', module: 'writable', require: 'readonly', console: 'readonly' },
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['local/**', 'build/**', 'test/**', '*.{mjs,cjs}'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['miniprogram/{pages,more,deputy,office}/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Tables of data: a row more is no second subject.
    files: [
      'cloudfunctions/request/life/rules/life-cycle.ts',
      'miniprogram/contract/**/*.ts',
      'miniprogram/deputy/view/suggestion-acts.ts',
    ],
    rules: { 'max-lines': 'off' },
  },
  {
    // The one folder of the phone that touches wx.
    files: ['miniprogram/**/*.ts'],
    ignores: ['miniprogram/platform/**'],
    rules: {
      'no-restricted-globals': ['error', { name: 'wx', message: 'Only miniprogram/platform/ touches wx.' }],
    },
  },
  {
    files: ['miniprogram/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...localTime] },
  },
  {
    files: ['miniprogram/{pages,more,deputy,office}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...localTime, noInstance] },
  },
  {
    // Words, dates, numbers: the same answer for the same input, on any phone.
    files: ['miniprogram/view/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'wx', message: 'Only miniprogram/platform/ touches wx.' },
        ...['getApp', 'getCurrentPages', ...machine].map((name) => ({
          name,
          message: 'What is shown is pure.',
        })),
      ],
      'no-restricted-syntax': ['error', ...clock, dice],
    },
  },
  {
    files: ['cloudfunctions/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noTransactions, ...clock, dice] },
  },
  {
    // What waits before a retry may roll its own dice.
    files: ['cloudfunctions/shared/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noTransactions, ...clock] },
  },
  {
    // The one place where the server reads the machine's clock.
    files: ['cloudfunctions/shared/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', noTransactions] },
  },
  {
    // The one place that writes to the platform's log.
    files: ['cloudfunctions/shared/serve.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['cloudfunctions/**/rules/**/*.ts', 'miniprogram/contract/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...machine.map((name) => ({ name, message: 'A rule is pure.' }))],
      'no-restricted-syntax': ['error', ...clock, dice],
    },
  },
  {
    // An ambient declaration adds to an interface of others; it has members only there.
    files: ['typings/**/*.d.ts'],
    rules: { '@typescript-eslint/no-empty-object-type': 'off', '@typescript-eslint/no-unused-vars': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['test/e2e/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noClick] },
  },
);
