import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import type { Agreement } from '../agreement/agreement.js';
import type { AgreementRoyaltyDto, DeclaredGrantRoyaltyDto, DivisionPartDto, NotifiedGrantRoyaltyDto, RoyaltyStatementDto, TechnologyDto } from './royalty.dto.js';
import { RECIPIENT_NAMES, type DivisionRecipient } from './royalty.policy.js';
import type { NotifiedRoyalty } from './royalty.service.js';
import type { RoyaltyStatement } from './royalty.js';
import { RESULT_USES, type Technology } from './technology.js';

export function viewStatement(statement: RoyaltyStatement): RoyaltyStatementDto {
  const { payer, grantWon, capWon, claimedWon, endsOn, clause, years } = statement;
  return {
    ...{ payer, grantWon: `${grantWon}`, capWon: `${capWon}`, claimedWon: `${claimedWon}`, endsOn, clause },
    years: years.map((each) => ({
      ...{ year: each.year, licenceWon: `${each.licenceWon}`, salesWon: `${each.salesWon}`, computedWon: `${each.computedWon}`, dueWon: `${each.dueWon}` },
      ...{ claimedWon: `${each.claimedWon}`, noticeWon: `${each.noticeWon}`, reason: each.reason },
    })),
  };
}

export function viewParts(parts: readonly { readonly recipient: DivisionRecipient; readonly leastBasisPoints: number | null; readonly amountWon: string }[]): DivisionPartDto[] {
  return parts.map((part) => ({ ...part, name: RECIPIENT_NAMES[part.recipient] }));
}

function viewTechnology(technology: Technology): TechnologyDto {
  const { id, agreementId, agreementNumber, company, name, patentNumber, use, contributionBasisPoints, contractedOn } = technology;
  return {
    ...{ id, agreementId, agreementNumber, company, name, patentNumber, use, useName: RESULT_USES[use], contributionBasisPoints, contractedOn },
    declarations: technology.declarations.map((declaration) => ({ ...declaration })),
    divisions: technology.divisions.map(({ parts, ...division }) => ({ ...division, parts: viewParts(parts) })),
  };
}

/** An agreement with what companies make of its results. */
export function viewAgreementRoyalty(agreement: Agreement, statement: RoyaltyStatement, technologies: readonly Technology[]): AgreementRoyaltyDto {
  const { id, number, title, partyName } = agreement;
  return { agreementId: id, agreementNumber: number, title, institution: partyName, statement: viewStatement(statement), technologies: technologies.map(viewTechnology) };
}

export function viewDeclared({ id, turn, statement }: { id: string; turn: number; statement: RoyaltyStatement }): DeclaredGrantRoyaltyDto {
  return { id, turn, statement: viewStatement(statement) };
}

export function viewNotified({ result, verdicts, dryRun }: CommandOutcome<NotifiedRoyalty>): NotifiedGrantRoyaltyDto {
  const { id, number, amountWon, dueOn, statement, entries } = result;
  return { id, number, dryRun, amountWon, dueOn, verdicts: verdicts.map(shownVerdict), statement: viewStatement(statement), entries: entries.map(shownEntry) };
}
