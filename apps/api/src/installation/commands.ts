import type { INestApplicationContext } from '@nestjs/common';
import { API_TOKEN_COMMANDS, GRANT_COMMANDS, PROVIDER_COMMANDS, SESSION_COMMANDS, USER_COMMANDS } from '#libs/access';
import { appointDeputy, decideApprovalPolicy, endDeputy, openBreakGlass, SignatureService } from '#libs/approval';
import { asCommand, type AnyCommand } from '#libs/command';
import { DOCUMENT_COMMANDS } from '#libs/document';
import { AgreementService, CapitalCallService, ClassificationService, FundService, InvestmentService, InvestmentVoidService, RegisterService } from '#libs/fund';
import { ConversionService, DealTraitService, RelatedPartyService, RescissionService, WaiverService } from '#libs/fund';
import { CarryService, DistributionService, SCENARIO_COMMANDS, WATERFALL_TERM_COMMANDS } from '#libs/fund';
import { EvidenceTurnService, EXCEPTION_COMMANDS, INSTITUTE_COMMANDS, InstituteImportService } from '#libs/fund';
import { MandateRuleService, STATUTORY_COMMANDS } from '#libs/fund';
import { OverdueService, ReceiptService, registerCustodianAccount } from '#libs/fund';
import { CommitmentService, DutyService, LifeService } from '#libs/fund';
import { DueDiligenceService, EscrowService, ExitService, ExpenseService, FeeService, FeeTermService, ValuationService } from '#libs/fund';
import { answerApplication, checkApplication, importApplications, receiveApplication, recordGrantBan, rejectApplication, withdrawApplication } from '#libs/grant';
import { declareGrantEvaluation, decideGrantObjection, decideGrantSelection, fileGrantObjection, promoteGrantSelection, scoreGrantEvaluation } from '#libs/grant';
import { CALL_COMMANDS, decideGrantTerm, GrantBudgetService } from '#libs/grant';
import { AmendmentService, GrantAgreementService, GrantLifeService, GrantYearService, OwnShareService, TrancheService } from '#libs/grant';
import { attachGrantEvidence, GrantExpenseService, GrantRegisterService, InterestService, reviewExpenses } from '#libs/grant';
import { answerSettlement, decideSettlement, DemandService, objectToSanction, objectToSettlement, recordVerification, RecoveryCollectionService, RecoveryReceiptService, reportSettlement, SanctionObjectionService, SanctionService, SetOffService } from '#libs/grant';
import { createCalendarFeed, fulfilGrantDeadline, revokeCalendarFeed } from '#libs/grant';
import { decidePoolQueue, MatchingRegisterService, openPool, planProject, ProjectService, recordZone } from '#libs/matching';
import { AssetService, divideRoyaltyOfYear, OutcomeClaimService, OutcomeReceiptService, registerAccreditedLab, RoyaltyService, ServiceOrderService } from '#libs/grant';
import { PeriodService } from '#libs/ledger';
import { MatchingClawbackService, MatchingDepositService, MatchingFlagService, MatchingReleaseService, MatchingWithdrawalService } from '#libs/matching';
import { BANK_ACCOUNT_COMMANDS, recordBusinessStatus, recordPartyAddress } from '#libs/party';
import { BankMatchService, BankStatementService, openStatementAccount } from '#libs/payment';
import { designatePayingAccount, exportPaymentRun, OutcomeService, PaymentRunService } from '#libs/payment';
import { ACCESS_LOG_COMMANDS, ACCESS_REVIEW_COMMANDS } from '#libs/privacy';
import { addVintage, createProgramme } from '#libs/programme';
import { decideReportText, REPORT_COMMANDS, REPORT_SCHEDULE_COMMANDS } from '#libs/report';
import { anchorSeal } from '#libs/seal';
import { agreeVoucher, APPLICATION_COMMANDS, BudgetService, EVALUATION_COMMANDS, IssueService, OwnMoneyService, RosterService, SELECTION_COMMANDS, YEAR_COMMANDS, YearCloseService } from '#libs/voucher';
import { AmountService, ClawbackReceiptService, CollectionService, DecisionService, decideWarningSign, EndingService, ExpiryService, ValidityService } from '#libs/voucher';
import { CaptureBatch, ClaimService, ContractChangeService, ContractService, DeliveryService, RefundingService } from '#libs/voucher';

/** Every command of the program as it runs: what a stored one is found by once it is signed. */
export function commandsOf(app: INestApplicationContext): readonly AnyCommand[] {
  const [calls, classifications, signatures, periods] = [app.get(CapitalCallService), app.get(ClassificationService), app.get(SignatureService), app.get(PeriodService)];
  return [
    ...[createProgramme, addVintage],
    ...[app.get(FundService).form, app.get(AgreementService).decide, app.get(RegisterService).importStored],
    ...[app.get(AgreementService).amend, app.get(CommitmentService).transfer, app.get(LifeService).extend, app.get(LifeService).dissolve, app.get(DutyService).fulfil],
    ...[calls.issue, calls.receive],
    ...capitalCommandsOf(app),
    ...[app.get(InvestmentService).record, app.get(InvestmentVoidService).void, classifications.decide, classifications.attach],
    ...[...INSTITUTE_COMMANDS, ...EXCEPTION_COMMANDS, app.get(EvidenceTurnService).invalidate, app.get(InstituteImportService).importStored],
    ...[...WATERFALL_TERM_COMMANDS, ...SCENARIO_COMMANDS, app.get(DistributionService).pay, app.get(DistributionService).reverse, app.get(CarryService).clawBack],
    ...[app.get(MandateRuleService).decide, app.get(MandateRuleService).end, ...STATUTORY_COMMANDS],
    ...dealCommandsOf(app),
    ...outcomeCommandsOf(app),
    ...[periods.close, periods.reopen],
    ...[...YEAR_COMMANDS, app.get(BudgetService).decide, app.get(YearCloseService).close],
    ...[app.get(IssueService).issueOne, app.get(RosterService).importStored],
    ...[...APPLICATION_COMMANDS, ...EVALUATION_COMMANDS, ...SELECTION_COMMANDS, agreeVoucher, app.get(OwnMoneyService).deposit, app.get(OwnMoneyService).return],
    ...useCommandsOf(app),
    ...lifeCommandsOf(app),
    ...paymentCommandsOf(app),
    ...bankCommandsOf(app),
    ...grantCommandsOf(app),
    ...settlementCommandsOf(app),
    ...afterGrantCommandsOf(app),
    ...spendingCommandsOf(app),
    ...agreementCommandsOf(app),
    ...matchingCommandsOf(app),
    ...matchingMoneyCommandsOf(app),
    ...[signatures.sign, signatures.return, signatures.recall, decideApprovalPolicy, appointDeputy, endDeputy, openBreakGlass],
    ...[...USER_COMMANDS, ...SESSION_COMMANDS, ...GRANT_COMMANDS, ...PROVIDER_COMMANDS, ...API_TOKEN_COMMANDS],
    ...[decideReportText, ...REPORT_COMMANDS, ...REPORT_SCHEDULE_COMMANDS, anchorSeal, ...DOCUMENT_COMMANDS, ...BANK_ACCOUNT_COMMANDS, recordBusinessStatus, recordPartyAddress, ...ACCESS_LOG_COMMANDS, ...ACCESS_REVIEW_COMMANDS],
  ];
}

/** What follows a call: money that came late or was booked wrongly, and the account that it comes to. */
function capitalCommandsOf(app: INestApplicationContext): readonly AnyCommand[] {
  const overdue = app.get(OverdueService);
  return [
    ...[overdue.receive, overdue.waive, overdue.reverse, app.get(ReceiptService).reverse],
    registerCustodianAccount,
  ];
}

/** What deals are worth and bring, and what managing them costs. */
function outcomeCommandsOf(app: INestApplicationContext): readonly AnyCommand[] {
  const [fees, expenses] = [app.get(FeeService), app.get(ExpenseService)];
  return [
    ...[app.get(ValuationService).record, app.get(ExitService).record, app.get(EscrowService).receive],
    ...[app.get(FeeTermService).decide, fees.bill, fees.void, expenses.pay, expenses.void, app.get(DueDiligenceService).settle],
  ];
}

/** What becomes of single deals, and who may be dealt with. */
function dealCommandsOf(app: INestApplicationContext): readonly AnyCommand[] {
  const [waivers, related] = [app.get(WaiverService), app.get(RelatedPartyService)];
  return [app.get(ConversionService).convert, app.get(RescissionService).rescind, app.get(DealTraitService).record, waivers.grant, waivers.revoke, related.record, related.end];
}

/** What is done with services that vouchers buy, up to their payment. */
function useCommandsOf(app: INestApplicationContext): readonly AnyCommand[] {
  const [changes, deliveries, refunds] = [app.get(ContractChangeService), app.get(DeliveryService), app.get(RefundingService)];
  return [
    ...[app.get(ContractService).contract, changes.reassign, changes.cancel],
    ...[deliveries.deliver, deliveries.accept, deliveries.inspect, deliveries.sendBack],
    ...[app.get(ClaimService).claim, asCommand(app.get(CaptureBatch)), refunds.refund, refunds.reverseCapture],
  ];
}

/** What becomes of a voucher itself, what is claimed back, and what is made of warning signs. */
function lifeCommandsOf(app: INestApplicationContext): readonly AnyCommand[] {
  const [amounts, endings, validities, collections] = [app.get(AmountService), app.get(EndingService), app.get(ValidityService), app.get(CollectionService)];
  return [
    ...[endings.withdraw, endings.cancel, app.get(ExpiryService).expire],
    ...[validities.suspend, validities.resume, validities.extend, amounts.topUp, amounts.split],
    ...[app.get(DecisionService).decide, collections.receive, collections.offset, collections.surcharge, collections.writeOff, app.get(ClawbackReceiptService).reverse, decideWarningSign],
  ];
}

/** From the application for a grant to the decision on it. */
const SELECTION_OF_GRANTS: readonly AnyCommand[] = [
  ...[receiveApplication, importApplications, answerApplication, checkApplication, rejectApplication, withdrawApplication, recordGrantBan],
  ...[declareGrantEvaluation, scoreGrantEvaluation, decideGrantSelection, promoteGrantSelection, fileGrantObjection, decideGrantObjection],
];

/** Calls for grants, from their opening to the selection. */
function grantCommandsOf(app: INestApplicationContext): readonly AnyCommand[] {
  return [...CALL_COMMANDS, ...SELECTION_OF_GRANTS, app.get(GrantBudgetService).decide, decideGrantTerm];
}

/** Settlements of grants, what is claimed back, and what misuse costs. */
function settlementCommandsOf(app: INestApplicationContext): readonly AnyCommand[] {
  const recoveries = app.get(RecoveryCollectionService);
  return [
    ...[reportSettlement, decideSettlement, objectToSettlement, answerSettlement, app.get(DemandService).finalize, recordVerification],
    ...[recoveries.receive, app.get(SetOffService).setOff, recoveries.surcharge, recoveries.remind, recoveries.writeOff, recoveries.remit, app.get(RecoveryReceiptService).reverse],
    ...[app.get(SanctionService).decide, objectToSanction, app.get(SanctionObjectionService).answer],
  ];
}

/** What stays after the money of a grant. */
function afterGrantCommandsOf(app: INestApplicationContext): readonly AnyCommand[] {
  const [assets, orders, royalties, claims] = [app.get(AssetService), app.get(ServiceOrderService), app.get(RoyaltyService), app.get(OutcomeClaimService)];
  return [
    ...[assets.register, assets.confirm, assets.approveDisposal, assets.dispose],
    ...[registerAccreditedLab, orders.request, orders.accept, orders.decline, orders.certify, orders.approve, orders.cancel],
    ...[royalties.register, royalties.declare, royalties.notify, divideRoyaltyOfYear, claims.receive, claims.remit, app.get(OutcomeReceiptService).reverse],
    ...[fulfilGrantDeadline, createCalendarFeed, revokeCalendarFeed],
  ];
}

/** What institutions spend of a grant, and the interest of their accounts. */
function spendingCommandsOf(app: INestApplicationContext): readonly AnyCommand[] {
  const [expenses, interests] = [app.get(GrantExpenseService), app.get(InterestService)];
  return [expenses.record, expenses.void, reviewExpenses, attachGrantEvidence, interests.record, interests.use, interests.void, app.get(GrantRegisterService).importStored];
}

/** Agreements on grants: their money, their changes and their end. */
function agreementCommandsOf(app: INestApplicationContext): readonly AnyCommand[] {
  const [agreements, amendments, lives] = [app.get(GrantAgreementService), app.get(AmendmentService), app.get(GrantLifeService)];
  const [tranches, shares] = [app.get(TrancheService), app.get(OwnShareService)];
  return [
    ...[agreements.conclude, agreements.fundYear, amendments.amend, amendments.notify],
    ...[lives.suspend, lives.resume, lives.complete, lives.terminate, lives.close],
    ...[tranches.plan, tranches.confirm, tranches.request, tranches.sendBack, tranches.decide, tranches.void],
    ...[shares.receive, shares.reverse, app.get(GrantYearService).close],
  ];
}

/** Private money of matching projects, and the government's that follows it. */
function matchingMoneyCommandsOf(app: INestApplicationContext): readonly AnyCommand[] {
  const [deposits, withdrawals, releases, clawbacks] = [app.get(MatchingDepositService), app.get(MatchingWithdrawalService), app.get(MatchingReleaseService), app.get(MatchingClawbackService)];
  return [
    ...[deposits.record, deposits.prove, deposits.reverse, app.get(MatchingFlagService).decide, withdrawals.record, withdrawals.reverse],
    ...[releases.request, releases.sendBack, releases.decide, releases.void, clawbacks.propose, clawbacks.decide],
  ];
}

/** Pools of reverse matching, from the plan of a company to the agreement. */
function matchingCommandsOf(app: INestApplicationContext): readonly AnyCommand[] {
  return [recordZone, openPool, planProject, decidePoolQueue, app.get(ProjectService).conclude, app.get(MatchingRegisterService).importStored];
}

/** What the bank says, and what its lines are. */
function bankCommandsOf(app: INestApplicationContext): readonly AnyCommand[] {
  const matches = app.get(BankMatchService);
  return [openStatementAccount, app.get(BankStatementService).importStored, matches.confirm, matches.explain, matches.undo];
}

/** How money leaves the house, for every instrument. */
function paymentCommandsOf(app: INestApplicationContext): readonly AnyCommand[] {
  const [runs, outcomes] = [app.get(PaymentRunService), app.get(OutcomeService)];
  return [designatePayingAccount, runs.draft, runs.release, runs.void, exportPaymentRun, outcomes.confirm, outcomes.answer, outcomes.rejectLine, outcomes.returnLine];
}
