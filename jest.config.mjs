/** Native ESM on Node 20: run through "npm test", which sets --experimental-vm-modules. */
const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  resolver: '<rootDir>/test/jest-resolver.cjs',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/var/'],
};

export default {
  maxWorkers: 2,
  // Patience for a busy machine: what is measured is never time.
  testTimeout: 90_000,
  // Modules loaded through vm are not fully collected: recycle the workers.
  workerIdleMemoryLimit: '700MB',
  coverageProvider: 'v8',
  projects: [
    { ...base, displayName: 'unit', setupFiles: ['reflect-metadata'], testMatch: ['<rootDir>/{apps/api,apps/web/src,libs,test/architecture}/**/*.spec.ts'] },
    {
      ...base,
      displayName: 'api',
      testMatch: ['<rootDir>/test/**/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/test/global-setup.mjs',
      globalTeardown: '<rootDir>/test/global-teardown.mjs',
      setupFiles: ['reflect-metadata'],
    },
  ],
};
