import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';

export interface VersionDraft {
  readonly fundId: string;
  readonly title: string;
  readonly effectiveFrom: LocalDate;
  readonly decidedOn: LocalDate;
  readonly summary: string;
  readonly documentId: string | null;
  readonly knownAt: Date;
}

/** The next version of a fund's agreement; what this command decided for the fund (and stored before) are its terms. */
export async function storeVersion(tx: Tx, context: CommandContext, draft: VersionDraft): Promise<{ readonly id: string; readonly number: number }> {
  const id = randomUUID();
  const rows: { number: number }[] = await tx.query(
    `insert into agreement_version (id, fund_id, number, title, effective_from, decided_on, summary, document_id, known_at, command_id)
     select $1, $2, 1 + count(v.id), $3, $4, $5, $6, $7, $8, $9 from agreement_version v where v.fund_id = $2 returning number`,
    [id, draft.fundId, draft.title, draft.effectiveFrom, draft.decidedOn, draft.summary, draft.documentId, draft.knownAt, context.commandId],
  );
  await tx.query(
    `insert into agreement_term (version_id, policy_id, command_id)
     select $1, p.id, $2 from policy p where p.command_id = $2 and p.scope = 'fund/' || $3::text`,
    [id, context.commandId, draft.fundId],
  );
  return { id, number: rows[0]?.number ?? 1 };
}

/** Version 1: what a fund was founded with. */
export const foundingVersion = (fundId: string, foundedOn: LocalDate, knownAt: Date): VersionDraft => ({
  fundId,
  title: '조합규약(제정)',
  effectiveFrom: foundedOn,
  decidedOn: foundedOn,
  summary: '결성총회에서 정한 규약',
  documentId: null,
  knownAt,
});
