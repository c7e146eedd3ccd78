import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import houseRules from './test/architecture/house-rules.mjs';

const API_CODE = ['apps/api/**/*.ts', 'libs/**/*.ts', 'migrations/**/*.ts', 'test/**/*.ts'];
const WEB_CODE = ['apps/web/**/*.{ts,tsx}'];
const SPECS = ['**/*.spec.ts', '**/*.e2e-spec.ts', 'test/**/*.ts', '**/testing/**/*.ts'];

/** Slips that neither the compiler nor the typed rules see. */
const SLIPS = [
  'no-async-promise-executor', 'no-cond-assign', 'no-console', 'no-constant-binary-expression', 'no-control-regex', 'no-debugger', 'no-dupe-else-if', 'no-duplicate-case',
  'no-empty', 'no-empty-pattern', 'no-ex-assign', 'no-irregular-whitespace', 'no-loss-of-precision', 'no-misleading-character-class',
  'no-regex-spaces', 'no-self-assign', 'no-self-compare', 'no-sparse-arrays', 'no-template-curly-in-string', 'no-unsafe-finally',
  'no-useless-backreference', 'no-useless-catch', 'no-useless-escape', 'no-var', 'object-shorthand', 'prefer-const', 'use-isnan',
];

/** Holds everywhere, API and web alike. */
const EVERYWHERE = [
  { selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]', message: 'Nothing is exported as default: a name is found by searching for it.' },
  { selector: 'TSEnumDeclaration', message: 'No enums: a union of texts.' },
  { selector: ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)[source.value=/^\\.{1,2}(\\u002f|$)(?!.*\\.(js|mjs|css|json)$)/]', message: 'A relative import ends in .js.' },
  { selector: 'CallExpression[callee.name=/^(parseFloat|parseInt)$/], CallExpression[callee.object.name="Number"][callee.property.name="parseFloat"]', message: 'Amounts are Won, ratios are fractions or decimals; nothing is parsed as a float.' },
];

const DEFINITE = { selector: ':matches(PropertyDefinition, VariableDeclarator)[definite=true]', message: 'Definite "!" belongs to the fields of entities and DTOs.' };
const ENVIRONMENT = { selector: 'MemberExpression[object.name="process"][property.name="env"]', message: 'The environment is read in one place: apps/api/src/config.ts.' };
const WALL_CLOCK = {
  selector: 'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"], CallExpression[callee.object.name="Date"][callee.property.name="now"]',
  message: 'Time comes from the Clock that is handed in.',
};
/** `tx` is the database transaction, and always the first parameter. */
const TRANSACTION_FIRST = [
  { selector: ':function[params.1.name="tx"], :function[params.2.name="tx"], :function[params.3.name="tx"]', message: 'tx is the first parameter.' },
  { selector: ':function > Identifier[typeAnnotation.typeAnnotation.typeName.name="Tx"]:not([name="tx"])', message: 'The transaction is called tx.' },
];

const restricted = (...bans) => ({ 'no-restricted-syntax': ['error', ...EVERYWHERE, ...bans] });
const IN_PRODUCT = [ENVIRONMENT, WALL_CLOCK, ...TRANSACTION_FIRST];

export default defineConfig(
  { ignores: ['**/dist/**', '**/node_modules/**', 'var/**', 'coverage/**', '**/*.d.ts', '**/*.d.mts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    name: 'house/everything',
    files: ['**/*.{ts,tsx,mjs,cjs}'],
    languageOptions: { parser: tseslint.parser },
    rules: {
      ...Object.fromEntries(SLIPS.map((rule) => [rule, 'error'])),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    name: 'house/api',
    files: API_CODE,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { house: houseRules },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...restricted(DEFINITE, ...IN_PRODUCT),
      'house/won-stays-won': 'error',
      'max-lines-per-function': ['error', { max: 70 }],
      '@typescript-eslint/max-params': ['error', { max: 6 }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // DTO classes are the shapes of answers: what is answered is a plain object of that shape.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // The compiler refuses minus on anything but numbers; this rule knows no branded bigint.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-duplicate-type-constituents': 'off',
      '@typescript-eslint/prefer-optional-chain': 'off',
      '@typescript-eslint/prefer-reduce-type-parameter': 'off',
    },
  },
  {
    name: 'house/entities-and-dtos',
    files: ['**/*.{entity,dto}.ts'],
    rules: restricted(...IN_PRODUCT),
  },
  {
    name: 'house/methods-stay-short',
    files: ['**/*.service.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 40 }] },
  },
  {
    name: 'house/controllers-only-pass-on',
    files: ['**/*.controller.ts'],
    rules: { 'max-statements': ['error', 5], 'max-lines-per-function': ['error', { max: 25 }] },
  },
  {
    name: 'house/wall-clock',
    files: ['libs/calendar/**/*.ts', 'libs/database/src/embedded/**/*.ts', '**/testing/**/*.ts'],
    rules: restricted(DEFINITE, ENVIRONMENT, ...TRANSACTION_FIRST),
  },
  {
    name: 'house/environment',
    files: ['apps/api/src/{config,main}.ts', 'apps/api/src/cli/**/*.ts', 'libs/database/src/embedded/privileges.ts'],
    rules: { ...restricted(DEFINITE, WALL_CLOCK, ...TRANSACTION_FIRST) },
  },
  {
    name: 'house/specs',
    files: SPECS,
    rules: {
      ...restricted(DEFINITE),
      'house/won-stays-won': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/max-params': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/prefer-includes': 'off',
      '@typescript-eslint/require-await': 'off',
      // A spec reads whatever the server says; what is there is exactly what it is about to find out.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
    },
  },
  {
    name: 'house/migrations',
    files: ['migrations/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/require-await': 'off' },
  },
  {
    name: 'house/web',
    files: WEB_CODE,
    extends: [tseslint.configs.strict],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      ...restricted(),
      'max-lines-per-function': ['error', { max: 90 }],
      '@typescript-eslint/max-params': ['error', { max: 5 }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    name: 'house/tools',
    files: ['*.{mjs,cjs}', 'apps/web/vite.config.ts', 'test/**/*.{mjs,cjs}', 'apps/api/src/cli/**/*.ts', 'apps/api/src/main.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'house/default-exports-that-tools-ask-for',
    files: ['*.{mjs,cjs}', 'apps/web/vite.config.ts', 'test/**/*.{mjs,cjs}'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
