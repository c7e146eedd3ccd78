import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bank lines that settle runs and deposits. */
export class BankDesk1764300000130 implements MigrationInterface {
  readonly name = 'BankDesk1764300000130';

  async up(_runner: QueryRunner): Promise<void> {}

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}
