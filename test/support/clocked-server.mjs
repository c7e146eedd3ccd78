import 'reflect-metadata';
import readline from 'node:readline';
import { actorOfAccount, SYSTEM_ACTOR } from '../../dist/libs/access/src/index.js';
import { manualClock } from '../../dist/libs/calendar/src/index.js';
import { CommandRunner } from '../../dist/libs/command/src/index.js';
import { Reader } from '../../dist/libs/database/src/index.js';
import { REPORT_SCHEDULE_COMMANDS, ScheduleDesk } from '../../dist/libs/report/src/index.js';
import { readConfig } from '../../dist/apps/api/src/config.js';
import { openServer } from '../../dist/apps/api/src/server.js';

/** The program with a clock that stands still until it is told: one line of JSON in, one out. It listens to nobody else. */
const clock = manualClock(process.argv[2]);
const server = await openServer(readConfig(process.env, process.cwd()), clock, () => undefined);

async function answer({ set, lay, draft }) {
  if (set !== undefined) clock.set(set);
  if (lay !== undefined) {
    const [command] = REPORT_SCHEDULE_COMMANDS;
    const actor = await server.app.get(Reader).read(SYSTEM_ACTOR, (tx) => actorOfAccount(tx, lay.ownerId, command.name));
    return (await server.app.get(CommandRunner).run(command, { actor, input: lay.input })).result.id;
  }
  return Promise.all(Array.from({ length: draft }, () => server.app.get(ScheduleDesk).draftDue()));
}

process.stdout.write('"open"\n');
for await (const line of readline.createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)).catch((error) => ({ error: String(error?.stack ?? error) })))}\n`);
}
await server.stop();
