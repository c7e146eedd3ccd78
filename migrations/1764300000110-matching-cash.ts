import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Private money proven, government money released, and what has to come back. */
export class MatchingCash1764300000110 implements MigrationInterface {
  readonly name = 'MatchingCash1764300000110';

  async up(_runner: QueryRunner): Promise<void> {}

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}
