import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** The rooms of the house and which of them each may import. `test` is imported by nobody. Borders are a `regex`: to a `group`, `#` begins a comment. */
const rooms = {
  core: [],
  pages: ['core', 'functions'],
  functions: ['core', 'pages'],
  seeds: ['core', 'functions'],
  workflows: ['core'],
  infra: ['core', 'functions', 'seeds', 'pages', 'workflows'],
  local: ['core', 'functions', 'seeds', 'infra', 'pages'],
};
const allRooms = ['core', 'pages', 'functions', 'seeds', 'workflows', 'infra', 'local', 'test'];
const purity = [{ name: 'zod', message: "Use `import * as z from 'zod/mini'`: it can be shaken out of a bundle." }];
const outside = ['@aws-sdk/*', '@aws-lambda-powertools/*', '@middy/*', 'aws-cdk-lib', 'aws-cdk-lib/*', 'node:*'];

const borders = Object.entries(rooms).map(([room, allowed]) => ({
  files: [`${room}/**/*.ts`, `${room}/**/*.tsx`],
  ignores: ['**/*.test.ts', '**/*.test.tsx'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: purity,
        patterns: [
          ...allRooms
            .filter((other) => other !== room && !allowed.includes(other))
            .map((other) => ({ regex: `^#${other}/`, message: `${room} may not import ${other}.` })),
          ...(room === 'core' ? [{ group: outside, message: 'core is pure: no AWS, no I/O, no Node.' }] : []),
          { regex: '^\\.\\./\\.\\./\\.\\.', message: 'Import across rooms by #room/path.' },
        ],
      },
    ],
  },
}));

/** What is drawn knows who draws it as little as what was asked: views are pure, and take all they show as arguments. */
const views = {
  files: [
    'pages/**/*.tsx',
    'pages/**/{sheet,*-sheet,names,*-names,addresses}.ts',
    'pages/{routes,frame,staff-menu}.ts',
  ],
  ignores: ['**/*.test.ts', '**/*.test.tsx'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: purity,
        patterns: [
          ...allRooms
            .filter((other) => other !== 'pages' && other !== 'core')
            .map((other) => ({ regex: `^#${other}/`, message: `A view may not import ${other}.` })),
          { group: outside, message: 'A view is pure: no AWS, no I/O, no Node.' },
          { regex: '/kit/|handler\\.ts$', message: 'A view imports no handler.' },
          { regex: '^\\.\\./\\.\\./\\.\\.', message: 'Import across rooms by #room/path.' },
        ],
      },
    ],
  },
};

/** What works in the background draws no page. */
const background = {
  files: ['functions/{adapters,events,workflow}/**/*.ts'],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: purity,
        patterns: ['pages', 'seeds', 'workflows', 'infra', 'local', 'test'].map((other) => ({
          regex: `^#${other}/`,
          message: `The background may not import ${other}.`,
        })),
      },
    ],
  },
};

/** The emulators would serve another project as well: of ours they know nothing, of `local` only what is as general as they are. */
const emulators = {
  files: ['local/{aws,kit,clock}/**/*.ts'],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: purity,
        patterns: [
          {
            regex: `^#(${allRooms.filter((room) => room !== 'local').join('|')})/`,
            message: 'An emulator knows nothing of Zholkarta: it is told.',
          },
          {
            regex: '^(#local/|(\\.\\./)+)(host|folder|demo|seeding|systemd)/',
            message: 'An emulator knows nothing of Zholkarta: it is told.',
          },
          { regex: '^\\.\\./\\.\\./\\.\\.', message: 'Import across rooms by #room/path.' },
        ],
      },
    ],
  },
};

/** What core may not touch even without an import: clocks and chance come in as arguments. */
const pure = {
  files: ['core/**/*.ts'],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'crypto', 'Buffer'],
    'no-restricted-syntax': [
      'error',
      {
        selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
        message: 'Core takes `now` as an argument.',
      },
      {
        selector: "NewExpression[callee.name='Date'][arguments.length=0]",
        message: 'Core takes `now` as an argument.',
      },
      {
        selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
        message: 'Core has no chance in it.',
      },
    ],
  },
};

export default tseslint.config(
  { ignores: ['node_modules', 'cdk.out', '.local*', 'coverage', 'docs'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts', '**/*.tsx'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-undef': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'test/**'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['core/texts/**', 'seeds/**'], rules: { 'max-lines': 'off' } },
  ...borders,
  views,
  background,
  emulators,
  pure,
);
