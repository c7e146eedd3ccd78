import { Injectable } from '@nestjs/common';
import { actorOfAccount } from '#libs/access';
import { canonicalHash, CommandCatalogue, CommandRunner, restoreInput, type Actor, type CommandOutcome, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { DomainError, invariant, notFound } from '#libs/errors';
import { findStored, type StoredRequest } from '../signature/signature.store.js';

interface Resubmission {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly idempotencyKey: string;
}

/** Drafts the same content anew as the next version, whatever command it is. */
@Injectable()
export class ResubmissionService {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly catalogue: CommandCatalogue,
  ) {}

  /**
   * Sends a request that was returned, recalled, refused when it ran, or that expired, once more as it is: it is tried out
   * again, and ends like any other command, mostly by waiting (`AwaitingApproval`). Throws `approval.not-yours` for anybody
   * but its drafter and `approval.not-superseded` while it is open or when a later version is.
   */
  async resubmit(request: Resubmission, requestId: string): Promise<CommandOutcome<unknown>> {
    const { stored, actor } = await this.reader.read(request.actor, async (tx) => {
      const stored = await findStored(tx, requestId);
      if (stored === null) throw notFound({ ko: '결재 문서', en: 'approval request' }, requestId);
      requireDrafter(stored, request.actor);
      const actor = await actorOfAccount(tx, request.actor.userId, stored.command);
      return { stored, actor };
    });
    const input = restoreInput(stored.storedInput);
    invariant(canonicalHash(input) === stored.inputHash, `the stored input of ${requestId} is not what was signed`);
    const origin = { ...request.origin, supersedes: requestId };
    return this.runner.run(this.catalogue.get(stored.command), { ...request, actor, origin, reason: stored.reason ?? undefined, input });
  }
}

function requireDrafter(stored: StoredRequest, actor: Actor): void {
  if (stored.makerId === actor.userId) return;
  throw new DomainError('conflict', 'approval.not-yours', {
    ko: '본인이 올린 문서만 다시 올릴 수 있습니다.',
    en: 'Only its drafter can send a request again.',
  });
}
