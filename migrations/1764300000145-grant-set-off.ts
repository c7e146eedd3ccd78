import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recoveries set off against later payments, and the papers of a verification. */
export class GrantSetOff1764300000145 implements MigrationInterface {
  readonly name = 'GrantSetOff1764300000145';

  async up(_runner: QueryRunner): Promise<void> {}

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}
