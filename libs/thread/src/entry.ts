import { existsSync } from 'node:fs';

/**
 * Where the program of a thread lies that stands beside the calling file; undefined where it has not been compiled. A thread
 * runs compiled code only: from the sources, as tests run, it is the compiled one of the same name.
 */
export function threadProgram(here: string, name: string): URL | undefined {
  const file = new URL(`${name}.js`, here.replace(/\/libs\/(?=[^/]+\/src\/.*\.ts$)/, '/dist/libs/'));
  return existsSync(file) ? file : undefined;
}
