import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { ZERO_WON } from '#libs/money';
import type { ConcludedGrantAgreementDto, FundedGrantYearDto, GrantAgreementSummaryDto, AgreementMoneyDto } from './agreement.dto.js';
import type { AgreementFacts } from './standing/agreement-facts.query.js';
import type { GrantAgreementDto } from './standing/agreement-page.dto.js';
import type { AgreementMoney } from './standing/agreement-money.query.js';
import type { ConcludedAgreement, FundedYear } from './agreement.service.js';
import { GRANT_LIFE, type Agreement, type GrantEvent } from './agreement.js';
import { governmentByYear } from './plan/plan.js';
import { viewLinePlan, viewSource } from './plan/plan.view.js';

export function viewConcluded({ result, verdicts, dryRun }: CommandOutcome<ConcludedAgreement>): ConcludedGrantAgreementDto {
  const years = result.years.map(({ fiscalYear, neededWon, availableWon }) => ({ fiscalYear, neededWon: neededWon.toString(), availableWon: availableWon?.toString() ?? null }));
  return { id: dryRun ? null : result.id, number: result.number, dryRun, verdicts: verdicts.map(shownVerdict), years, entries: result.entries.map(shownEntry) };
}

export function viewFunded({ result, verdicts, dryRun }: CommandOutcome<FundedYear>): FundedGrantYearDto {
  return { dryRun, verdicts: verdicts.map(shownVerdict), fundedBeforeWon: result.fundedBeforeWon.toString(), fundedAfterWon: result.fundedAfterWon.toString(), entries: result.entries.map(shownEntry) };
}

/** Amounts as JSON carries them. */
function viewMoney({ agreementId: _, ...amounts }: AgreementMoney): AgreementMoneyDto {
  return Object.fromEntries(Object.entries(amounts).map(([member, amount]) => [member, amount.toString()])) as unknown as AgreementMoneyDto;
}

export function viewSummary({ versionId: _, ...agreement }: Agreement, money: AgreementMoney): GrantAgreementSummaryDto {
  return { ...agreement, money: viewMoney(money) };
}

export function viewAgreement(agreement: Agreement, facts: AgreementFacts): GrantAgreementDto {
  const latest = facts.versions.at(-1)?.detail;
  return {
    ...viewSummary(agreement, facts.money),
    ...{ investigatorNumber: latest?.investigatorNumber ?? null, methods: latest?.methods ?? null, researchers: latest?.researchers ?? null },
    stages: [...facts.stages],
    sources: facts.sources.map(viewSource),
    plan: facts.plan.map(viewLinePlan),
    lines: facts.lines.map(({ plannedWon, usedWon, leftWon, ...line }) => ({ ...line, plannedWon: plannedWon.toString(), usedWon: usedWon.toString(), leftWon: leftWon.toString() })),
    funding: viewFunding(facts),
    versions: facts.versions.map(({ detail: _, ...version }) => version),
    events: facts.events.map((each) => ({ ...each, name: GRANT_LIFE.events[each.event as GrantEvent] })),
  };
}

/** Years that are planned or funded, with what each has. */
function viewFunding({ sources, funding }: AgreementFacts): GrantAgreementDto['funding'] {
  const planned = governmentByYear(sources);
  const years = [...new Set([...planned.keys(), ...funding.map(({ fiscalYear }) => fiscalYear)])].sort((one, other) => one - other);
  return years.map((fiscalYear) => {
    const has = funding.find((each) => each.fiscalYear === fiscalYear);
    return { fiscalYear, plannedWon: (planned.get(fiscalYear) ?? ZERO_WON).toString(), fundedWon: (has?.fundedWon ?? ZERO_WON).toString(), decidedWon: (has?.decidedWon ?? ZERO_WON).toString() };
  });
}
