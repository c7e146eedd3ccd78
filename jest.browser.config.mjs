import config from './jest.config.mjs';

/** The browser stories: the same server as the API specs, driven through Chromium. Needs `npm run build` before. */
const api = config.projects.find((project) => project.displayName === 'api');

export default {
  ...api,
  displayName: 'browser',
  testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'],
  testEnvironment: '<rootDir>/test/browser/environment.mjs',
  testTimeout: 120_000,
};
