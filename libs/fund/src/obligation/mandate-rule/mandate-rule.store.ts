import { randomUUID } from 'node:crypto';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { RuleDraft } from './stored-rule.js';

const COLUMN_OF = { FUND: 'fund_id', GENERAL_PARTNER: 'general_partner_id', PROGRAMME: 'programme_id' } as const;

/** Keeps a wording of a rule; answers its id. The database refuses a number that does not follow, and a wording of something else. */
export async function insertRule(tx: Tx, context: CommandContext, rule: { readonly id: string; readonly number: number; readonly keyId: string; readonly draft: RuleDraft }): Promise<string> {
  const { draft } = rule;
  const id = randomUUID();
  await tx.query(
    `insert into mandate_rule (id, rule_id, version, level, ${COLUMN_OF[draft.level]}, name_ko, name_en, counts, denominator, fixed_base_won, stake_partner_id,
                               ratio_basis_points, measure, test, starts_on, grace_days, cure_days, penalty, clause, source, effective_from, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
    [
      ...[id, rule.id, rule.number, draft.level, rule.keyId, draft.name.ko, draft.name.en, JSON.stringify(draft.counts), draft.denominator],
      ...[draft.fixedBaseWon?.toString() ?? null, draft.stakePartnerId, draft.ratioBasisPoints, draft.measure, JSON.stringify(draft.test)],
      ...[draft.startsOn, draft.graceDays, draft.cureDays, draft.penalty, draft.clause, draft.source, draft.effectiveFrom, context.now, context.commandId],
    ],
  );
  return id;
}
