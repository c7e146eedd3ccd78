import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pools of reverse matching, zones and projects. */
export class Matching1764300000100 implements MigrationInterface {
  readonly name = 'Matching1764300000100';

  async up(_runner: QueryRunner): Promise<void> {}

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}
