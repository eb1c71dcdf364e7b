import builtInTags from './build/lint/built-in-tags.mjs';

const colourFunctions = [
  'rgb',
  'rgba',
  'hsl',
  'hsla',
  'hwb',
  'lab',
  'lch',
  'oklab',
  'oklch',
  'color',
  'color-mix',
];

const tokensOnly = 'Colours are tokens of app.wxss';

/** Sheets are for one engine, WeChat's: rpx, `page`, its own built-in tags. Colours live in app.wxss alone. */
export default {
  extends: ['stylelint-config-standard'],
  languageOptions: { syntax: { units: { length: ['rpx'] } } },
  ignoreFiles: ['miniprogram/**/miniprogram_npm/**'],
  reportNeedlessDisables: true,
  reportDescriptionlessDisables: true,
  rules: {
    'unit-no-unknown': [true, { ignoreUnits: ['rpx'] }],
    'selector-type-no-unknown': [true, { ignoreTypes: builtInTags, ignore: ['custom-elements'] }],
    'selector-class-pattern': [
      '^(t-)?[a-z][a-z0-9]*(-[a-z0-9]+)*((__|--)[a-z0-9]+(-[a-z0-9]+)*)*$',
      { message: 'Class names are kebab-case, with __part and --state' },
    ],
    'selector-id-pattern': null,
    'custom-property-empty-line-before': null,
    'selector-max-id': 0,
    'media-feature-range-notation': 'prefix',
    'color-function-notation': null,
    'color-function-alias-notation': null,
    'alpha-value-notation': null,
    'import-notation': 'string',
    'color-no-hex': [true, { message: tokensOnly }],
    'color-named': ['never', { message: tokensOnly }],
    'function-disallowed-list': [colourFunctions, { message: tokensOnly }],
  },
  overrides: [
    {
      files: ['miniprogram/app.wxss'],
      rules: { 'color-no-hex': null, 'color-named': null, 'function-disallowed-list': null },
    },
  ],
};
