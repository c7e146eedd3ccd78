import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';

export interface ReleaseDraft {
  readonly trancheId: string;
  readonly agreementId: string;
  readonly milestone: string | null;
  readonly allowedWon: bigint;
  readonly releasedWon: bigint;
}

/** What a tranche of a pool is beside a tranche; the tranche stands already. */
export async function insertRelease(tx: Tx, context: CommandContext, { trancheId, agreementId, milestone, allowedWon, releasedWon }: ReleaseDraft): Promise<void> {
  await tx.query('insert into matching_release (tranche_id, agreement_id, milestone, allowed_won, released_won, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7)', [
    ...[trancheId, agreementId, milestone, `${allowedWon}`, `${releasedWon}`, context.now, context.commandId],
  ]);
}
