import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Vouchers are paid by payment runs. */
export class PaymentsOfVouchers1764300000120 implements MigrationInterface {
  readonly name = 'PaymentsOfVouchers1764300000120';

  async up(_runner: QueryRunner): Promise<void> {}

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}
