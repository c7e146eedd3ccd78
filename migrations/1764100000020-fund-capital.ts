import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls in detail, what came late, and the lines of the custodian that receipts were matched with. */
export class FundCapital1764100000020 implements MigrationInterface {
  readonly name = 'FundCapital1764100000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const TABLES = `select 1`;
