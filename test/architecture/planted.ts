import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Files by their path in a made-up repository. */
export type Planted = Readonly<Record<string, string>>;

const { dependencies, devDependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Record<string, unknown>;

const SURROUNDINGS: Planted = {
  'package.json': JSON.stringify({ name: 'planted', type: 'module', imports: { '#libs/*': './libs/*/src/index.ts' }, dependencies, devDependencies }),
  'tsconfig.json': JSON.stringify({ extends: '../../tsconfig.json', compilerOptions: { noEmit: true }, include: ['apps', 'libs', 'migrations', 'test'] }),
};

/** A made-up repository inside var/, where packages resolve as they do in the real one. */
export class PlantedTree {
  private readonly folder: string;

  constructor(name: string, files: Planted) {
    this.folder = path.join(ROOT, 'var', `planted-${name}-${process.pid}`);
    for (const [file, text] of Object.entries({ ...SURROUNDINGS, ...files })) {
      const place = path.join(this.folder, file);
      fs.mkdirSync(path.dirname(place), { recursive: true });
      fs.writeFileSync(place, text);
    }
  }

  /** What the cruiser says under one of the configurations of the repository: `rule file`, each once, sorted. */
  cruise(config: string): string[] {
    const cruiser = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const report = JSON.parse(this.run([cruiser, '--config', path.join(ROOT, config), '--output-type', 'json', 'libs', 'apps', 'migrations'])) as {
      summary: { violations: { from: string; rule: { name: string } }[] };
    };
    return distinct(report.summary.violations.map((each) => `${each.rule.name} ${each.from}`));
  }

  /** What the linter says: `rule file`, each once, sorted. */
  lint(): string[] {
    const linter = path.join(ROOT, 'node_modules/eslint/bin/eslint.js');
    const report = JSON.parse(this.run([linter, '--config', path.join(ROOT, 'eslint.config.mjs'), '--format', 'json', '.'])) as {
      filePath: string;
      messages: { ruleId: string | null; message: string }[];
    }[];
    const found = report.flatMap((file) => file.messages.map((each) => `${each.ruleId ?? each.message} ${path.relative(this.folder, file.filePath)}`));
    return distinct(found);
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  private run(command: string[]): string {
    const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: this.folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    if (stdout === '') throw new Error(stderr);
    return stdout;
  }
}

function distinct(lines: readonly string[]): string[] {
  return [...new Set(lines)].sort();
}
