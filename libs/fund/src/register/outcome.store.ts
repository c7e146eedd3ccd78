import { randomUUID } from 'node:crypto';
import { DistributionEntity } from './distribution.entity.js';
import { FundExpenseEntity } from './fund-expense.entity.js';
import { InvestmentExitEntity } from './investment-exit.entity.js';
import { insertAll, type Recording } from './recording.store.js';
import { inHistory, knownOn } from './register.model.js';
import { distributionPaid, expensePaid, investmentExited, investmentRescinded } from './register.posting.js';
import type { DistributionFact, ExitFact, ExpenseFact, ValuationFact } from './register.js';
import { ValuationEntity } from './valuation.entity.js';

const count = (shares: bigint | null): string | null => shares?.toString() ?? null;

export async function recordExits({ tx, context, directory, entries }: Recording, facts: readonly ExitFact[]): Promise<void> {
  const rows = facts.map((fact) => ({ fact, id: randomUUID(), investment: directory.investment(fact.fund, fact.investment) }));
  await insertAll(
    tx,
    InvestmentExitEntity,
    rows.map(({ fact: { fund: _fund, ...fact }, id, investment }) => ({
      ...fact,
      id,
      investmentId: investment.id,
      shares: count(fact.shares),
      knownAt: knownOn(fact.exitedOn, context.now),
      commandId: context.commandId,
    })),
  );
  for (const { fact, id, investment } of rows) {
    const fundId = directory.fund(fact.fund).id;
    const dating = inHistory(fact.exitedOn, fact.exitedOn, context.now);
    const moves = fact.proceedsWon + fact.costWon + fact.expenseWon > 0n;
    if (moves) entries.push(investmentExited(fundId, { ...fact, id, investmentId: investment.id, number: fact.investment }, dating));
    if (fact.kind === 'RESCISSION') entries.push(investmentRescinded(fundId, { ...investment, id, number: fact.investment }, dating));
  }
}

export async function recordDistributions({ tx, context, directory, entries }: Recording, facts: readonly DistributionFact[]): Promise<void> {
  const rows = facts.map((fact) => ({ fact, id: randomUUID(), fundId: directory.fund(fact.fund).id, partner: directory.partner(fact.fund, fact.partner) }));
  await insertAll(
    tx,
    DistributionEntity,
    rows.map(({ fact: { fund: _fund, partner: _partner, ...fact }, id, fundId, partner }) => ({
      ...fact,
      id,
      fundId,
      partnerId: partner.id,
      knownAt: knownOn(fact.paidOn, context.now),
      commandId: context.commandId,
    })),
  );
  for (const { fact, id, fundId, partner } of rows.filter((row) => row.fact.amountWon > 0n)) {
    const distribution = { id, number: fact.number, partnerId: partner.id, partner: partner.name, amountWon: fact.amountWon };
    entries.push(distributionPaid(fundId, distribution, inHistory(fact.paidOn, fact.paidOn, context.now)));
  }
}

/** Valuations as they are told; the books follow once all facts are stored. */
export async function recordValuations({ tx, context, directory }: Recording, facts: readonly ValuationFact[]): Promise<void> {
  await insertAll(
    tx,
    ValuationEntity,
    facts.map(({ fund, investment, ...fact }) => ({
      ...fact,
      id: randomUUID(),
      investmentId: directory.investment(fund, investment).id,
      knownAt: knownOn(fact.valuedOn, context.now),
      commandId: context.commandId,
    })),
  );
}

export async function recordExpenses({ tx, context, directory, entries }: Recording, facts: readonly ExpenseFact[]): Promise<void> {
  const rows = facts.map((fact) => ({ fact, id: randomUUID(), fundId: directory.fund(fact.fund).id }));
  await insertAll(
    tx,
    FundExpenseEntity,
    rows.map(({ fact: { fund: _fund, ...fact }, id, fundId }) => ({ ...fact, id, fundId, knownAt: knownOn(fact.paidOn, context.now), commandId: context.commandId })),
  );
  for (const { fact, id, fundId } of rows.filter((row) => row.fact.paidWon > 0n)) {
    entries.push(expensePaid(fundId, { id, kind: fact.kind, label: fact.label, amountWon: fact.paidWon }, inHistory(fact.paidOn, fact.paidOn, context.now)));
  }
}
