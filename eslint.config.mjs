import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** The rooms of the house and which of them each may import. `test` is imported by nobody. Borders are a `regex`: to a `group`, `#` begins a comment. */
const rooms = {
  core: [],
  web: ['core'],
  functions: ['core', 'web'],
  seeds: ['core', 'functions'],
  workflows: ['core'],
  infra: ['core', 'functions', 'seeds', 'web'],
  local: ['core', 'functions', 'seeds', 'infra', 'web'],
};
const allRooms = ['core', 'web', 'functions', 'seeds', 'workflows', 'infra', 'local', 'test'];
const purity = [
  { name: 'zod', message: "Use `import * as z from 'zod/mini'`: it can be shaken out of a bundle." },
];
const outside = ['@aws-sdk/*', '@aws-lambda-powertools/*', '@middy/*', 'aws-cdk-lib', 'aws-cdk-lib/*', 'node:*'];

const borders = Object.entries(rooms).map(([room, allowed]) => ({
  files: [`${room}/**/*.ts`, `${room}/**/*.tsx`],
  ignores: ['**/*.test.ts', '**/*.test.tsx'],
  rules: {
    'no-restricted-imports': ['error', {
      paths: purity,
      patterns: [
        ...allRooms
          .filter((other) => other !== room && !allowed.includes(other))
          .map((other) => ({ regex: `^#${other}/`, message: `${room} may not import ${other}.` })),
        ...(room === 'core' || room === 'web'
          ? [{ group: outside, message: `${room} is pure: no AWS, no I/O, no Node.` }]
          : []),
        { regex: '^\\.\\./\\.\\./\\.\\.', message: 'Import across rooms by #room/path.' },
      ],
    }],
  },
}));

/** The emulators would serve another project as well: of ours they know nothing, of `local` only what is as general as they are. */
const emulators = {
  files: ['local/{aws,kit,clock}/**/*.ts'],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': ['error', {
      paths: purity,
      patterns: [
        { regex: `^#(${allRooms.filter((room) => room !== 'local').join('|')})/`, message: 'An emulator knows nothing of Zholkarta: it is told.' },
        { regex: '^(#local/|(\\.\\./)+)(host|folder|demo|seeding|systemd)/', message: 'An emulator knows nothing of Zholkarta: it is told.' },
        { regex: '^\\.\\./\\.\\./\\.\\.', message: 'Import across rooms by #room/path.' },
      ],
    }],
  },
};

/** What core may not touch even without an import: clocks and chance come in as arguments. */
const pure = {
  files: ['core/**/*.ts'],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'crypto', 'Buffer'],
    'no-restricted-syntax': ['error',
      { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Core takes `now` as an argument.' },
      { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Core takes `now` as an argument.' },
      { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Core has no chance in it.' },
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
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['**/*.test.ts', '**/*.test.tsx', 'test/**'], rules: { 'max-lines-per-function': 'off', 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['core/texts/**', 'seeds/**'], rules: { 'max-lines': 'off' } },
  ...borders,
  emulators,
  pure,
);
