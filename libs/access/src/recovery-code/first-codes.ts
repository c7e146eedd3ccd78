import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { hasSecondFactor } from '../factor/factor.js';
import { findFactors } from '../factor/factor.query.js';
import { dropRecoveryCodes, replaceRecoveryCodes } from './recovery-code.store.js';

/** Gives codes to whoever has none left, as part of enrolling a factor; true when it did. */
export async function giveFirstCodes(tx: Tx, context: CommandContext, hashes: readonly string[]): Promise<boolean> {
  const { recoveryCodes } = await findFactors(tx, context.actor.userId);
  if (recoveryCodes > 0) return false;
  await replaceRecoveryCodes(tx, context, hashes);
  return true;
}

/** Takes the codes of whoever has no factor left that they could stand in for, as part of removing one. */
export async function takeLastCodes(tx: Tx, context: CommandContext): Promise<void> {
  const factors = await findFactors(tx, context.actor.userId);
  if (!hasSecondFactor(factors)) await dropRecoveryCodes(tx, context.actor.userId, context.now);
}
