import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What recognition rests on: institutes, what documents say, the snapshot that a decision froze. */
export class Recognition1764100000050 implements MigrationInterface {
  readonly name = 'Recognition1764100000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const TABLES = `select 1`;
