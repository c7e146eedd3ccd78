import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a deal is beside its amount: terms, traits, waivers of soft rules, and who is related to whom. */
export class Deals1764100000030 implements MigrationInterface {
  readonly name = 'Deals1764100000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const TABLES = `select 1`;
