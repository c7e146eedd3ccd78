import type { CommandContext } from '#libs/command';
import { canonicalJson } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Details } from '#libs/errors';
import type { Calculation, CalculationFacts } from '../calculation.rules.js';
import type { Claim } from './debtor.query.js';

interface DecidedClawback {
  readonly id: string;
  readonly yearId: string;
  readonly number: string;
  readonly debtorId: string;
  readonly reason: string;
  readonly claim: Claim;
  readonly facts: CalculationFacts;
  readonly calculation: Calculation;
}

export async function nextClawbackNumber(tx: Tx, fiscalYear: number): Promise<string> {
  const rows: { number: string }[] = await tx.query('select next_clawback_number($1) as number', [fiscalYear]);
  return rows[0]?.number ?? '';
}

/** The decision with its working and its plan of payments. */
export async function insertClawback(tx: Tx, context: CommandContext, decided: DecidedClawback): Promise<void> {
  const { id, yearId, number, debtorId, reason, claim, facts, calculation } = decided;
  const { recovery, penaltyWon, droppedWon, dueOn, published, plan } = calculation;
  await tx.query(
    `insert into clawback (id, year_id, voucher_id, service_id, number, debtor_id, legal_regime, ground, reason, improper_on, notice_on, due_on,
                           principal_won, interest_won, penalty_won, dropped_won, working, published, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    [
      ...[id, yearId, claim.voucherId, claim.serviceId, number, debtorId, facts.regime, facts.ground, reason, facts.improperOn, facts.noticeOn, dueOn],
      ...[`${recovery.gainWon}`, `${recovery.interestWon}`, `${penaltyWon}`, `${droppedWon}`, canonicalJson(workingOf(facts, calculation)), published, context.now, context.commandId],
    ],
  );
  await tx.query(
    `insert into clawback_instalment (clawback_id, instalment_no, due_on, amount_won, command_id)
     select $1, t.no, t.due_on, t.amount_won, $2 from unnest($3::int[], $4::date[], $5::bigint[]) as t (no, due_on, amount_won)`,
    [id, context.commandId, plan.map((_, index) => index + 1), plan.map((each) => each.dueOn), plan.map(({ amountWon }) => `${amountWon}`)],
  );
}

/** How each figure came about, and what else could have been decided. */
function workingOf(facts: CalculationFacts, { recovery, options, assessment, penaltyNoticeWon, earliestDueOn, clauses }: Calculation): Details {
  return {
    facts: {
      ...{ atFault: facts.atFault, returnedOn: facts.returnedOn, reportedOn: facts.reportedOn, advanceNoticeOn: facts.advanceNoticeOn },
      ...{ fullyReturned: facts.fullyReturned, negligent: facts.negligent, otherwiseFined: facts.otherwiseFined },
    },
    interest: recovery.lines.map(({ from, months, rate, interestWon }) => ({ from, months, rateBasisPoints: Number(rate.value), clause: rate.clause, source: rate.source, interestWon: `${interestWon}` })),
    recovery: { recoveryWon: `${recovery.recoveryWon}`, noticeWon: `${recovery.noticeWon}`, droppedWon: `${recovery.droppedWon}` },
    penalty: {
      ...{ standardWon: `${assessment.standardWon}`, lowestWon: `${assessment.lowestWon}`, highestWon: `${assessment.highestWon}`, noticeWon: `${penaltyNoticeWon}`, clause: assessment.clause },
      mitigations: assessment.mitigations.map(({ kind, duty, clause, text }) => ({ kind, duty, clause, text: { ...text } })),
      options: options.map(({ ground, amountWon, clause }) => ({ ground, amountWon: `${amountWon}`, clause })),
    },
    earliestDueOn,
    clauses,
  };
}
