import tseslint from 'typescript-eslint';
export default tseslint.config(
  { ignores: ['dist/**', 'var/**', '**/*.cjs', '**/*.mjs', 'apps/web/**','**/*.d.mts'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  { languageOptions: { parserOptions: { project: ["tsconfig.json"], tsconfigRootDir: import.meta.dirname } } },
);
