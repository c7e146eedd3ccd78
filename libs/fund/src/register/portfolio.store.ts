import { randomUUID } from 'node:crypto';
import { normaliseName } from '#libs/identifier';
import type { JournalEntry } from '#libs/journal';
import { ensureParties, partyKey, type PartyDraft } from '#libs/party';
import { ClassificationEntity } from '../classification/classification.entity.js';
import { recognitionAccepted, recognitionWithdrawn } from '../classification/classification.posting.js';
import { EvidenceEntity } from '../classification/evidence.entity.js';
import { InvestmentEntity } from '../investment/investment.entity.js';
import { investmentPaid } from '../investment/investment.posting.js';
import type { KnownInvestment } from './directory.store.js';
import { insertAll, type Recording } from './recording.store.js';
import { inHistory, knownOn } from './register.model.js';
import type { InvestmentFact } from './register.js';

const draftOf = (fact: InvestmentFact): PartyDraft => ({
  kind: 'COMPANY',
  name: fact.company,
  businessNumber: fact.businessNumber,
  corporateNumber: null,
  incorporatedOn: fact.incorporatedOn,
});

/** Deals with their evidence and the decisions about them, as the register tells them. */
export async function recordInvestments(recording: Recording, facts: readonly InvestmentFact[]): Promise<void> {
  const { tx, context, directory, entries } = recording;
  const parties = await ensureParties(tx, facts.map(draftOf));
  for (const fact of facts) {
    directory.investments.set(`${fact.fund} ${fact.number}`, { id: randomUUID(), amountWon: fact.amountWon, company: fact.company, recognised: false });
  }
  const idOf = (fact: InvestmentFact): string => directory.investment(fact.fund, fact.number).id;
  await insertAll(
    tx,
    InvestmentEntity,
    facts.map((fact) => ({
      id: idOf(fact),
      fundId: directory.fund(fact.fund).id,
      number: fact.number,
      kind: fact.kind,
      companyId: parties.get(partyKey(draftOf(fact), normaliseName(fact.company))) ?? '',
      instrument: fact.instrument,
      amountWon: fact.amountWon,
      committeeOn: fact.committeeOn,
      paidOn: fact.paidOn,
      shares: fact.shares?.toString() ?? null,
      pricePerShareWon: fact.pricePerShareWon,
      round: fact.round,
      claimedRoute: fact.route,
      companyBasis: fact.companyBasis,
      originId: originOf(recording, fact),
      note: fact.note,
      history: true,
      knownAt: knownOn(fact.paidOn, context.now),
      commandId: context.commandId,
    })),
  );
  await recordEvidence(recording, facts, idOf);
  await recordDecisions(recording, facts, idOf);
  for (const fact of facts) {
    if (fact.kind === 'CONVERSION') continue;
    const investment = directory.investment(fact.fund, fact.number);
    const fundId = directory.fund(fact.fund).id;
    entries.push(investmentPaid(fundId, { ...investment, number: fact.number }, inHistory(fact.paidOn, fact.paidOn, context.now)));
    entries.push(...decisionEntries(fundId, fact, investment, context.now));
  }
}

/** A follow-on may name a deal that the register does not carry; it is a remark then, not a reference. */
function originOf({ directory }: Recording, fact: InvestmentFact): string | null {
  return fact.origin === null ? null : (directory.investments.get(`${fact.fund} ${fact.origin}`)?.id ?? null);
}

async function recordEvidence({ tx, context }: Recording, facts: readonly InvestmentFact[], idOf: (fact: InvestmentFact) => string): Promise<void> {
  await insertAll(
    tx,
    EvidenceEntity,
    facts.flatMap((fact) =>
      fact.evidence.map((evidence) => ({
        id: randomUUID(),
        investmentId: idOf(fact),
        kind: evidence.kind,
        issuedOn: evidence.issuedOn,
        validTo: null,
        issuer: null,
        documentId: null,
        knownAt: knownOn(fact.paidOn, context.now),
        commandId: context.commandId,
      })),
    ),
  );
}

async function recordDecisions({ tx, context }: Recording, facts: readonly InvestmentFact[], idOf: (fact: InvestmentFact) => string): Promise<void> {
  await insertAll(
    tx,
    ClassificationEntity,
    facts.flatMap((fact) =>
      fact.decisions.map((decision) => ({
        investmentId: idOf(fact),
        decision: decision.decision,
        route: fact.route,
        companyBasis: fact.companyBasis,
        effectiveOn: decision.effectiveOn,
        reason: fact.note ?? '투자자산 관리대장에 기록된 판정',
        decidedBy: context.actor.userId,
        ruleVersion: 'register',
        knownAt: knownOn(decision.decidedOn, context.now),
        commandId: context.commandId,
      })),
    ),
  );
}

/** The movements of the headroom that the decisions about one deal caused, in their order. */
function decisionEntries(fundId: string, fact: InvestmentFact, investment: KnownInvestment, now: Date): JournalEntry[] {
  const recognised = { investmentId: investment.id, number: fact.number, amountWon: fact.amountWon };
  return fact.decisions.flatMap((decision) => {
    const becomes = decision.decision === 'QUALIFIED';
    if (becomes === investment.recognised) return [];
    investment.recognised = becomes;
    const dating = inHistory(decision.effectiveOn, decision.decidedOn, now);
    return [becomes ? recognitionAccepted(fundId, recognised, dating) : recognitionWithdrawn(fundId, recognised, dating)];
  });
}
