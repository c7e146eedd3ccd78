import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Won } from '#libs/money';

export interface SetOffDraft {
  readonly movementId: string;
  readonly recoveryId: string;
  readonly trancheId: string;
  readonly amountWon: Won;
}

export async function insertSetOff(tx: Tx, context: CommandContext, { movementId, recoveryId, trancheId, amountWon }: SetOffDraft): Promise<void> {
  await tx.query('insert into grant_set_off (movement_id, recovery_id, tranche_id, amount_won, known_at, command_id) values ($1, $2, $3, $4, $5, $6)', [movementId, recoveryId, trancheId, `${amountWon}`, context.now, context.commandId]);
}
