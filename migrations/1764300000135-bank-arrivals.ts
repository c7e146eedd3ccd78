import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recoveries and claims of grants that come in are recorded from the line of the bank that they are; own cash that is reversed is no line any more. */
export class BankArrivals1764300000135 implements MigrationInterface {
  readonly name = 'BankArrivals1764300000135';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select facts_stated_also_by('grant_recovery_movement', 'bank-match.confirm');
      select facts_stated_also_by('outcome_receipt', 'bank-match.confirm');
      select facts_stated_also_by('bank_match_undo', 'grant-own-share.reverse');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}
