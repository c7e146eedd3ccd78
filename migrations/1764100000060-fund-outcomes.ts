import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Valuations, exits, fees and expenses as they are recorded live. */
export class FundOutcomes1764100000060 implements MigrationInterface {
  readonly name = 'FundOutcomes1764100000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const TABLES = `select 1`;
