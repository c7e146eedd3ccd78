import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Distributions as the waterfall divided them, carry, and what of it came back. */
export class Distributions1764100000070 implements MigrationInterface {
  readonly name = 'Distributions1764100000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const TABLES = `select 1`;
