import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that were issued, replaced and withdrawn. */
export class ReportIssue1764300000150 implements MigrationInterface {
  readonly name = 'ReportIssue1764300000150';

  async up(_runner: QueryRunner): Promise<void> {}

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}
