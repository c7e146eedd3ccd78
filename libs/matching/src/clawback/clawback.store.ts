import { randomUUID } from 'node:crypto';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { sumWon, ZERO_WON, type Won } from '#libs/money';
import type { ClawbackParts } from './clawback.js';
import { findProposal } from './clawback.query.js';

interface Change {
  readonly overReleasedWon: Won;
  readonly allowedWon: bigint;
  readonly releasedWon: bigint;
  readonly cause: string;
}

type Settled = Omit<ClawbackParts, 'overReleasedWon'>;

/**
 * Keeps the proposal of a project what it has to be: one that the books have overtaken ends, and what is over-released now is
 * proposed, with what a settlement found (that of the earlier proposal, unless another is given). Answers the one that stands.
 */
export async function proposeAnew(tx: Tx, context: CommandContext, { agreementId }: { readonly agreementId: string }, change: Change, settled?: Settled): Promise<string | null> {
  const standing = await findProposal(tx, agreementId);
  const { disallowedWon, unspentWon, interestWon } = settled ?? standing ?? { disallowedWon: ZERO_WON, unspentWon: ZERO_WON, interestWon: ZERO_WON };
  const parts: ClawbackParts = { overReleasedWon: change.overReleasedWon, disallowedWon, unspentWon, interestWon };
  const isSame = standing !== null && (['overReleasedWon', 'disallowedWon', 'unspentWon', 'interestWon'] as const).every((each) => standing[each] === parts[each]);
  if (isSame) return standing.id;
  if (standing !== null) await endClawback(tx, context, standing.id, 'OVERTAKEN', null);
  return insertProposal(tx, context, agreementId, parts, change);
}

async function insertProposal(tx: Tx, context: CommandContext, agreementId: string, parts: ClawbackParts, { allowedWon, releasedWon, cause }: Change): Promise<string | null> {
  const totalWon = sumWon(Object.values(parts) as Won[]);
  if (totalWon === 0n) return null;
  const id = randomUUID();
  await tx.query(
    `insert into matching_clawback (id, agreement_id, over_released_won, disallowed_won, unspent_won, interest_won, total_won, cause, allowed_won, released_won, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [id, agreementId, ...[parts.overReleasedWon, parts.disallowedWon, parts.unspentWon, parts.interestWon, totalWon].map(String), cause, `${allowedWon}`, `${releasedWon}`, context.now, context.commandId],
  );
  return id;
}

export async function endClawback(tx: Tx, context: CommandContext, id: string, outcome: 'DECIDED' | 'OVERTAKEN', recoveryId: string | null): Promise<void> {
  await tx.query('insert into matching_clawback_end (clawback_id, outcome, recovery_id, known_at, command_id) values ($1, $2, $3, $4, $5)', [id, outcome, recoveryId, context.now, context.commandId]);
}
