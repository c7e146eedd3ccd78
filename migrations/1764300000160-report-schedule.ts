import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that are issued by themselves, and who receives them. */
export class ReportSchedule1764300000160 implements MigrationInterface {
  readonly name = 'ReportSchedule1764300000160';

  async up(_runner: QueryRunner): Promise<void> {}

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}
