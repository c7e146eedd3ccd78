import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the annual and the matching report rest on. */
export class ReportTables1764300000170 implements MigrationInterface {
  readonly name = 'ReportTables1764300000170';

  async up(_runner: QueryRunner): Promise<void> {}

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}
