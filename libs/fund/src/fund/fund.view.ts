import type { CommandOutcome } from '#libs/command';
import type { Tx } from '#libs/database';
import { shownVerdict, type TimePoint } from '#libs/http';
import { truncatedPercent } from '#libs/money';
import type { FundPosition } from '../obligation/fund-position.query.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import { fundBook } from './fund.charts.js';
import type { FormedFundDto, FundDto, FundSummaryDto } from './fund.dto.js';
import { listPartners, type FundRow } from './fund.query.js';
import type { FormedFund } from './fund.service.js';

export function viewSummary({ fund, position }: FundPosition): FundSummaryDto {
  const ratio = position.rule.ratioBasisPoints;
  return {
    id: fund.id,
    number: fund.number,
    name: fund.name,
    programmeId: fund.programmeId,
    vintageId: fund.vintageId,
    vintageYear: fund.vintageYear,
    generalPartner: fund.generalPartner,
    committedWon: fund.committedWon.toString(),
    paidInWon: position.facts.paidInWon.toString(),
    investedWon: position.facts.investedWon.toString(),
    qualifyingWon: position.facts.qualifyingWon.toString(),
    ratioPercent: position.decisive.ratioPercent,
    requiredPercent: truncatedPercent(BigInt(ratio), 10_000n) ?? '0.00',
    headroomWon: position.feasibility.headroomWon.toString(),
    verdict: position.verdict,
    investmentTo: fund.investmentTo,
  };
}

export async function viewFund(tx: Tx, fund: FundRow, point: TimePoint): Promise<FundDto> {
  const partners = await listPartners(tx, fund.id, point.asOf, point.knownBefore);
  const policies = await fundPolicies(tx, fund, point);
  return {
    id: fund.id,
    number: fund.number,
    name: fund.name,
    programmeId: fund.programmeId,
    vintageYear: fund.vintageYear,
    generalPartner: fund.generalPartner,
    custodian: fund.custodian,
    dissolvedOn: fund.dissolvedOn,
    committedWon: fund.committedWon.toString(),
    unitWon: fund.unitWon.toString(),
    foundedOn: fund.foundedOn,
    registeredOn: fund.registeredOn,
    investmentFrom: fund.investmentFrom,
    investmentTo: fund.investmentTo,
    lifeTo: fund.lifeTo,
    book: fundBook(fund.id),
    partners: partners.map((partner) => ({
      id: partner.id,
      ordinal: partner.ordinal,
      name: partner.name,
      kind: partner.kind,
      professional: partner.professional,
      businessNumber: partner.businessNumber,
      commitmentWon: partner.commitmentWon.toString(),
      units: partner.units,
      sharePercent: truncatedPercent(partner.commitmentWon, fund.committedWon) ?? '0.00',
      signedOn: partner.signedOn,
      calledWon: partner.calledWon.toString(),
      paidInWon: partner.paidInWon.toString(),
      uncalledWon: (partner.commitmentWon - partner.calledWon + partner.recalledWon).toString(),
      distributedWon: partner.distributedWon.toString(),
    })),
    policies: policies.all().map((policy) => ({
      key: policy.key,
      value: typeof policy.value === 'string' ? policy.value : JSON.stringify(policy.value),
      effectiveFrom: policy.effectiveFrom,
      effectiveTo: policy.effectiveTo,
      clause: policy.clause,
      source: policy.source,
      knownAt: policy.knownAt,
      version: policy.id,
    })),
  };
}

export function viewFormed({ result, verdicts, dryRun }: CommandOutcome<FormedFund>): FormedFundDto {
  return {
    id: dryRun ? null : result.id,
    number: result.number,
    dryRun,
    blocked: verdicts.some((verdict) => verdict.result === 'BLOCK'),
    verdicts: verdicts.map(shownVerdict),
    committedWon: result.committedWon.toString(),
    partnerCount: result.partnerCount,
  };
}
