import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the screens of grants still lacked. */
export class GrantFinish1764300000140 implements MigrationInterface {
  readonly name = 'GrantFinish1764300000140';

  async up(_runner: QueryRunner): Promise<void> {}

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}
