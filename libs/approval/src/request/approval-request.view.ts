import { idsAtTop, type Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { shownVerdict } from '#libs/http';
import { differencesOf, flatten, type Preview } from './approval-request.js';
import type { ApprovalDto, ApprovalStepDto } from './approval-request.dto.js';
import type { ApprovalSummaryDto } from './approval-summary.dto.js';
import { getRequest, labelsOf, listSignatures, listSteps, listVersions, nextSigners, type RequestSummary, type SignatureRow, type StepRow } from './approval-request.query.js';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function shownSummary({ submittedAt, expiresAt, ...rest }: RequestSummary): ApprovalSummaryDto {
  return { ...rest, submittedAt: submittedAt.toISOString(), expiresAt: expiresAt.toISOString() };
}

/** All that a signer needs to understand what they sign, and afterwards all that was signed, by whom, seeing what. */
export async function viewRequest(tx: Tx, id: string, userId: string, today: string): Promise<ApprovalDto> {
  const { input, preview, makerId, scope: _scope, event, seats, ...row } = await getRequest(tx, id, userId, today);
  const { result, verdicts, effects } = preview as Preview;
  const versions = await listVersions(tx, row.caseId);
  const before = versions.filter((each) => each.version < row.version).at(-1);
  const line = lineOf(await listSteps(tx, id), await listSignatures(tx, id));
  return {
    ...shownSummary(row),
    line,
    clause: row.clause,
    inputHash: row.inputHash,
    previewHash: row.previewHash,
    executedCommandId: row.executedCommandId,
    input: input as Record<string, unknown>,
    result: (result ?? {}) as Record<string, unknown>,
    verdicts: (verdicts as Verdict[]).map(shownVerdict),
    entries: effects.entries.map((entry) => ({ ...entry, lines: [...entry.lines] })),
    balances: [...effects.balances],
    versions: versions.map((each) => ({ id: each.id, version: each.version, state: each.state, submittedAt: each.submittedAt.toISOString() })),
    differences: before === undefined ? [] : [...differencesOf(before.input, input)],
    labels: await labelsOf(tx, idsIn(input)),
    drafted: makerId === userId,
    reason: row.reason,
    end: event === null ? null : { kind: event.kind, at: new Date(event.at).toISOString(), reason: event.reason, problem: event.problem?.text ?? null },
    waitingFor: row.state === 'PENDING' ? [...(await nextSigners(tx, id, today))] : [],
    seats: [...seats],
  };
}

/** Every id anywhere in an input, those at its top first. */
function idsIn(input: unknown): readonly string[] {
  return [...new Set([...idsAtTop(input), ...[...flatten(input).values()].filter((value) => ID.test(value))])];
}

function lineOf(steps: readonly StepRow[], signatures: readonly SignatureRow[]): ApprovalStepDto[] {
  return steps.map((step, index) => ({
    ...step,
    // 전결: whoever signs last signs for the head of the institution.
    delegated: index === steps.length - 1 && step.minRank !== 'HEAD',
    signatures: signatures.filter((each) => each.position === step.position).map((each) => ({ ...each, signedAt: each.signedAt.toISOString() })),
  }));
}
