import fs from 'node:fs';
import { once } from 'node:events';
import type { Clock } from '#libs/calendar';
import { exportLines, keyFinderOf, readAnchorFolder } from '#libs/seal';
import { keyringOf, openKeyFile } from '#libs/secret';
import type { Config } from '../config.js';
import { snapshot } from './snapshot.js';

/** Only the owner of the file reads it: it holds everything. */
const OWNER_ONLY = 0o600;

/**
 * `npx baton export <file>`: writes all that is sealed, with its seals, as newline-delimited JSON that `npx baton verify`
 * checks on a machine without a database. Answers the number of lines.
 */
export async function exportSealed(file: string, config: Config, clock: Clock): Promise<number> {
  const keyring = config.keys === undefined ? openKeyFile(config.keysFile) : keyringOf(config.keys, 'BATON_KEYS');
  const anchors = await readAnchorFolder(config.anchorFolder);
  const about = { exportedAt: clock.now().toISOString(), keyNames: keyring.keyNames, keyOf: keyFinderOf(keyring), anchors };
  const out = fs.createWriteStream(file, { mode: OWNER_ONLY, flags: 'wx' });
  await once(out, 'open');
  const lines = await snapshot(config, async (tx) => {
    let count = 0;
    for await (const line of exportLines(tx, about)) {
      count += 1;
      if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
    }
    return count;
  });
  out.end();
  await once(out, 'finish');
  return lines;
}
