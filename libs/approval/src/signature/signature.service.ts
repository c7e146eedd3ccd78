import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { actorOfAccount } from '#libs/access';
import { canonicalHash, canonicalJson, CommandCatalogue, CommandRunner, restoreInput, type Command, type CommandContext } from '#libs/command';
import { enterScopes, type Tx } from '#libs/database';
import { DomainError, invariant, notFound } from '#libs/errors';
import { Keyring } from '#libs/secret';
import { sealText } from '../key/approval-key.js';
import { insertEvent } from '../request/approval-request.store.js';
import type { RequestState } from '../request/approval-request.js';
import { explainSignatureError } from './signature-problem.js';
import { signatureText, type Signature } from './signature.js';
import { findStored, insertSignature, type StoredRequest } from './signature.store.js';

export interface SignRequest {
  readonly requestId: string;
  /** The hash of what the signer saw; anything else is refused. */
  readonly contentHash: string;
  readonly opinion: string | null;
  /** The absent person whose place the signer takes; null: their own. */
  readonly forId: string | null;
}

export interface SignedRequest {
  readonly requestId: string;
  readonly state: RequestState;
  /** What the stored command answered when it ran; null while signatures are missing. */
  readonly executed: { readonly commandId: string; readonly result: unknown } | null;
  readonly problem: { readonly code: string; readonly text: { readonly ko: string; readonly en: string } } | null;
}

export interface RecallRequest {
  readonly requestId: string;
  readonly reason: string | null;
}

@Injectable()
export class SignatureService {
  constructor(
    private readonly runner: CommandRunner,
    private readonly catalogue: CommandCatalogue,
    private readonly keyring: Keyring,
  ) {}

  /** `approval.sign`: one signature. The last one runs the stored command, as its drafter, in the same transaction. */
  readonly sign: Command<SignRequest, SignedRequest> = {
    name: 'approval.sign',
    execute: async (tx, context, input) => {
      await this.put(tx, context, 'SIGNED', input);
      const request = await this.get(tx, input.requestId);
      context.announce('approval.changed', { approvalId: input.requestId });
      if (request.state !== 'APPROVED') return { requestId: request.id, state: request.state as RequestState, executed: null, problem: null };
      return this.runSigned(tx, context, request);
    },
  };

  /** `approval.return` (반려): back to the drafter, with the reason; the signatures so far count for nothing. */
  readonly return: Command<SignRequest & { readonly opinion: string }, SignedRequest> = {
    name: 'approval.return',
    execute: async (tx, context, input) => {
      await this.put(tx, context, 'RETURNED', input);
      context.announce('approval.changed', { approvalId: input.requestId });
      return { requestId: input.requestId, state: 'RETURNED', executed: null, problem: null };
    },
  };

  /** `approval.recall` (회수): the drafter takes it back before anybody has signed. */
  readonly recall: Command<RecallRequest, SignedRequest> = {
    name: 'approval.recall',
    execute: async (tx, context, input) => {
      await this.get(tx, input.requestId);
      const event = { requestId: input.requestId, kind: 'RECALLED', reason: input.reason, problem: null } as const;
      await insertEvent(tx, event, by(context)).catch(rethrowExplained);
      context.announce('approval.changed', { approvalId: input.requestId });
      return { requestId: input.requestId, state: 'RECALLED', executed: null, problem: null };
    },
  };

  private async put(tx: Tx, context: CommandContext, decision: Signature['decision'], input: SignRequest): Promise<void> {
    const request = await this.get(tx, input.requestId);
    const { stepUp, sessionId } = context.origin;
    if (stepUp === undefined) throw new DomainError('forbidden', 'step-up.required', { ko: '본인 확인이 필요합니다.', en: 'Prove who you are first.' });
    const signature: Signature = {
      ...input,
      id: randomUUID(),
      position: request.position,
      decision,
      signerId: context.actor.userId,
      sessionId,
      stepUpMethod: stepUp.method,
      stepUpAt: stepUp.at,
      signedAt: context.now,
    };
    const seals = sealText(this.keyring, signatureText(signature));
    await insertSignature(tx, signature, context.actor, seals, context.commandId).catch(rethrowExplained);
  }

  private async runSigned(tx: Tx, context: CommandContext, request: StoredRequest): Promise<SignedRequest> {
    const input = restoreInput(request.storedInput);
    invariant(canonicalHash(input) === request.inputHash, `the stored input of ${request.id} is not what was signed`);
    const command = this.catalogue.get(request.command);
    const actor = await actorOfAccount(tx, request.makerId, request.command);
    const stored = { actor, input, approvalId: request.id, reason: request.reason, origin: context.origin };
    const outcome = await this.runner.runStored(tx, command, stored);
    await enterScopes(tx, context.actor);
    if (!(outcome instanceof DomainError)) {
      return { requestId: request.id, state: 'EXECUTED', executed: { commandId: outcome.commandId, result: outcome.result }, problem: null };
    }
    const problem = { code: outcome.code, text: outcome.text };
    await insertEvent(tx, { requestId: request.id, kind: 'FAILED', reason: null, problem: canonicalJson(problem) }, by(context));
    return { requestId: request.id, state: 'FAILED', executed: null, problem };
  }

  private async get(tx: Tx, requestId: string): Promise<StoredRequest> {
    const request = await findStored(tx, requestId);
    if (request === null) throw notFound({ ko: '결재 문서', en: 'approval request' }, requestId);
    return request;
  }
}

function by(context: CommandContext): { actorId: string; at: Date; commandId: string } {
  return { actorId: context.actor.userId, at: context.now, commandId: context.commandId };
}

function rethrowExplained(error: unknown): never {
  throw explainSignatureError(error);
}
