import { spawn } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';

/** Another process of the same installation whose clock stands where the spec sets it. */
export interface ClockedServer {
  ask(question: object): Promise<unknown>;
  stop(): Promise<void>;
}

export async function clockedServer(moment: string): Promise<ClockedServer> {
  const { BATON_TEST_OWNER_URL: databaseUrl = '', BATON_TEST_DATA_DIR: dataDir = '' } = process.env;
  const environment = { NODE_OPTIONS: '', PORT: '0', DATABASE_URL: databaseUrl, BATON_DATA_DIR: dataDir, BATON_DEMO: 'false', BATON_SEAL_SECONDS: '0', BATON_EXPIRE_DAILY: 'false' };
  const child = spawn(process.execPath, [path.resolve('test/support/clocked-server.mjs'), moment], { env: { ...process.env, ...environment }, stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const line = await lines.next();
    if (line.done === true) throw new Error('the server with its own clock ended');
    return JSON.parse(line.value) as unknown;
  };
  await next();
  return {
    ask: (question) => {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      return next();
    },
    stop: async () => {
      child.stdin.end();
      await exited;
    },
  };
}
