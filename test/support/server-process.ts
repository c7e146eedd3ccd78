import { invariant } from '#libs/errors';
import { spawn } from 'node:child_process';
import path from 'node:path';

export interface ServerProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Another process of the same installation: the same database and keys as the server of the specs, configured otherwise.
 * Whoever is signed in there is signed in here.
 */
export async function startServer(environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const { BATON_TEST_OWNER_URL: databaseUrl, BATON_TEST_DATA_DIR: dataDir } = process.env;
  invariant(databaseUrl !== undefined && dataDir !== undefined, 'the test server is not running: use npm test');
  const child = spawn(process.execPath, [path.resolve('dist/apps/api/src/main.js')], {
    env: { ...process.env, NODE_OPTIONS: '', PORT: '0', DATABASE_URL: databaseUrl, BATON_DATA_DIR: dataDir, BATON_DEMO: 'false', BATON_EXPIRE_DAILY: 'false', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /http:\/\/\S+:\d+/.exec(said)?.[0];
      if (found !== undefined) resolve(found.replace('[::1]', '127.0.0.1'));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code ?? 'a signal'}: ${said}`)));
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
