import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { useChallenge } from '../challenge/challenge.store.js';
import { challengeOver } from '../challenge/problems.js';
import { revokeSessions } from '../session/session.store.js';
import { insertPassword } from './password.store.js';

/** Makes a prepared password count for whoever acts, and ends their sessions except one; returns how many ended. */
export async function takePassword(tx: Tx, context: CommandContext, challengeId: string, exceptSessionId: string | null): Promise<number> {
  const { actor, now, commandId } = context;
  const prepared = await useChallenge(tx, 'NEW_PASSWORD', challengeId, now);
  if (prepared?.payload == null || prepared.userId !== actor.userId) throw challengeOver();
  await insertPassword(tx, { userId: actor.userId, passwordHash: prepared.payload, chosenAt: now, commandId });
  return revokeSessions(tx, { userId: actor.userId, by: actor.userId, at: now, cause: 'PASSWORD_CHANGED', exceptSessionId });
}
