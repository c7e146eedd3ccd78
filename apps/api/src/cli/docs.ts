import 'reflect-metadata';
import fs from 'node:fs';
import { generatedPages } from '../docs/pages.js';

/** Writes the generated pages; run by `npm run docs` at the top of the repository. */
for (const [file, text] of Object.entries(await generatedPages())) {
  fs.writeFileSync(file, text);
  process.stdout.write(`${file}\n`);
}
