import type { Actor, Command, CommandRunner, Origin } from '#libs/command';
import { DomainError } from '#libs/errors';
import type { SignedDto } from './signature.dto.js';
import type { SignedRequest, SignRequest } from './signature.service.js';

export function shownSigned({ requestId, state, executed, problem }: SignedRequest): SignedDto {
  const result = (executed?.result ?? null) as Record<string, unknown> | null;
  // Amounts inside travel as text of digits.
  const readable = JSON.parse(JSON.stringify(result, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))) as typeof result;
  return { id: requestId, state, result: readable, problem: problem?.text ?? null, problemCode: problem?.code ?? null };
}

interface BatchRequest {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly idempotencyKey: string;
}

/** Signs one after the other, each in a transaction and under a key of its own; a refusal is an answer like any other. */
export async function signEach(
  runner: CommandRunner,
  sign: Command<SignRequest, SignedRequest>,
  request: BatchRequest,
  items: readonly { readonly id: string; readonly contentHash: string; readonly forId?: string }[],
  opinion: string | null,
): Promise<SignedDto[]> {
  const answers: SignedDto[] = [];
  for (const { id, contentHash, forId = null } of items) {
    const input = { requestId: id, contentHash, opinion, forId };
    const signed = await runner.run(sign, { ...request, idempotencyKey: `${request.idempotencyKey}/${id}`, input }).catch(refusalOf);
    const refused = { id, state: 'PENDING', result: null };
    answers.push(signed instanceof DomainError ? { ...refused, problem: { ...signed.text }, problemCode: signed.code } : shownSigned(signed.result));
  }
  return answers;
}

function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  throw error;
}
