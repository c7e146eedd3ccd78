import { defineConfig } from 'vite';

const API = 'http://127.0.0.1:3000';

/** The API serves what is built here from its own port; `vite dev` stands in front of it. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  server: { port: 5173, proxy: { '/api': API } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows files of our own only: nothing is inlined as data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Libraries mark files for server components; there are none here.
      onLog: (level, log, handle) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : handle(level, log)),
    },
  },
});
