import 'reflect-metadata';
import { systemClock } from '#libs/calendar';
import { DomainError } from '#libs/errors';
import { readConfig } from './config.js';
import { hasNobody, playDemoOnce } from './demo/demo.js';
import { openServer } from './server.js';

/** Starts the server and says where it is; a refusal to start is one sentence, not a stack. */
async function main(): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const config = readConfig(process.env, process.cwd());
  const server = await openServer(config, systemClock, say);
  let stopping = false;
  const stop = async (code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    process.exit(code);
  };
  process.once('SIGINT', () => void stop(0));
  process.once('SIGTERM', () => void stop(0));
  server.database.onLost((reason) => {
    process.stderr.write(`${reason}\n`);
    void stop(1);
  });
  const logins = config.demo ? await playDemoOnce(server.app, say) : [];
  await server.app.listen(config.port, config.host);
  say(`\n  Baton  ${await server.app.getUrl()}\n`);
  for (const login of logins) say(`  ${login}`);
  if (!config.demo && (await hasNobody(server.app))) say('  계정이 없습니다. npx baton first-admins로 첫 관리자 두 사람을 만들어 주세요. (No accounts yet: run npx baton first-admins.)');
}

main().catch((error: unknown) => {
  const text = error instanceof DomainError ? `${error.text.ko}\n${error.text.en}` : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
