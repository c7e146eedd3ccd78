import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Further reports of a fund. */
export class FundReports1764100000080 implements MigrationInterface {
  readonly name = 'FundReports1764100000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const TABLES = `select 1`;
