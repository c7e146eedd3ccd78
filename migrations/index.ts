import { Platform1763802000000 } from './1763802000000-platform.js';
import { Access1763802050000 } from './1763802050000-access.js';
import { Ledger1763802100000 } from './1763802100000-ledger.js';
import { Programmes1763802200000 } from './1763802200000-programmes.js';
import { Funds1763802300000 } from './1763802300000-funds.js';
import { Reports1763802400000 } from './1763802400000-reports.js';
import { People1763899900000 } from './1763899900000-people.js';
import { ApprovalPolicies1763900000000 } from './1763900000000-approval-policies.js';
import { ApprovalRequests1763900010000 } from './1763900010000-approval-requests.js';
import { Admission1763900020000 } from './1763900020000-admission.js';
import { Identity1763900100000 } from './1763900100000-identity.js';
import { Federation1763900150000 } from './1763900150000-federation.js';
import { Scopes1763900200000 } from './1763900200000-scopes.js';
import { RoleDecisions1763900250000 } from './1763900250000-role-decisions.js';
import { Privacy1763900300000 } from './1763900300000-privacy.js';
import { AccessReviews1763900350000 } from './1763900350000-access-reviews.js';
import { Seals1763900400000 } from './1763900400000-seals.js';
import { Audit1763900500000 } from './1763900500000-audit.js';
import { Facts1763900600000 } from './1763900600000-facts.js';
import { Statements1763999000000 } from './1763999000000-statements.js';
import { VoucherYears1764000000000 } from './1764000000000-voucher-years.js';
import { Vouchers1764000000010 } from './1764000000010-vouchers.js';
import { VoucherServices1764000000020 } from './1764000000020-voucher-services.js';
import { ServiceGuards1764000000025 } from './1764000000025-service-guards.js';
import { PaymentBatches1764000000030 } from './1764000000030-payment-batches.js';
import { VoucherScopes1764000000040 } from './1764000000040-voucher-scopes.js';
import { Throughput1764000000100 } from './1764000000100-throughput.js';
import { BatchAdmission1764000000110 } from './1764000000110-batch-admission.js';
import { Rosters1764000000200 } from './1764000000200-rosters.js';
import { Selection1764000000300 } from './1764000000300-selection.js';
import { VoucherReports1764000000900 } from './1764000000900-voucher-reports.js';
import { FundStatements1764100000000 } from './1764100000000-fund-statements.js';
import { FundAgreements1764100000010 } from './1764100000010-fund-agreements.js';
import { FundCapital1764100000020 } from './1764100000020-fund-capital.js';
import { Deals1764100000030 } from './1764100000030-deals.js';
import { Mandates1764100000040 } from './1764100000040-mandates.js';
import { Recognition1764100000050 } from './1764100000050-recognition.js';
import { FundOutcomes1764100000060 } from './1764100000060-fund-outcomes.js';
import { Distributions1764100000070 } from './1764100000070-distributions.js';
import { FundReports1764100000080 } from './1764100000080-fund-reports.js';
import { FundScopes1764100000900 } from './1764100000900-fund-scopes.js';
import { FundFinish1764200000000 } from './1764200000000-fund-finish.js';
import { Grants1764200000100 } from './1764200000100-grants.js';
import { GrantSelection1764200000110 } from './1764200000110-grant-selection.js';
import { GrantEvaluation1764200000111 } from './1764200000111-grant-evaluation.js';
import { GrantTranches1764200000120 } from './1764200000120-grant-tranches.js';
import { GrantYears1764200000125 } from './1764200000125-grant-years.js';
import { GrantExpenses1764200000130 } from './1764200000130-grant-expenses.js';
import { GrantSettlements1764200000140 } from './1764200000140-grant-settlements.js';
import { GrantRecoveries1764200000145 } from './1764200000145-grant-recoveries.js';
import { GrantOutcomes1764200000150 } from './1764200000150-grant-outcomes.js';
import { GrantRoyalties1764200000155 } from './1764200000155-grant-royalties.js';
import { Payments1764200000160 } from './1764200000160-payments.js';
import { PaymentRuns1764200000165 } from './1764200000165-payment-runs.js';
import { BankStatements1764200000170 } from './1764200000170-bank-statements.js';
import { GrantReports1764200000180 } from './1764200000180-grant-reports.js';
import { GrantFinality1764200000190 } from './1764200000190-grant-finality.js';
import { GrantScopes1764200000900 } from './1764200000900-grant-scopes.js';
import { GrantLabels1764200000910 } from './1764200000910-grant-labels.js';
import { Matching1764300000100 } from './1764300000100-matching.js';
import { MatchingCash1764300000110 } from './1764300000110-matching-cash.js';
import { MatchingReleases1764300000115 } from './1764300000115-matching-releases.js';
import { PaymentsOfVouchers1764300000120 } from './1764300000120-payments-of-vouchers.js';
import { BankDesk1764300000130 } from './1764300000130-bank-desk.js';
import { BankArrivals1764300000135 } from './1764300000135-bank-arrivals.js';
import { GrantSetOff1764300000145 } from './1764300000145-grant-set-off.js';
import { ReportIssue1764300000150 } from './1764300000150-report-issue.js';
import { ReportTables1764300000170 } from './1764300000170-report-tables.js';
import { Scopes1764300000900 } from './1764300000900-scopes.js';
import { Labels1764300000910 } from './1764300000910-labels.js';
import { ReportSchedule1764400000100 } from './1764400000100-report-schedule.js';
import { ReportPress1764400000300 } from './1764400000300-report-press.js';
import { ServiceOrderCarry1764400000400 } from './1764400000400-service-order-carry.js';
import { WithdrawalReversal1764400000410 } from './1764400000410-withdrawal-reversal.js';
import { CarriedColumn1764400000420 } from './1764400000420-carried-column.js';
import { ScopesAndLabels1764400000900 } from './1764400000900-scopes-and-labels.js';
import { ReceiptReversals1764500000100 } from './1764500000100-receipt-reversals.js';
import { ScopesAndLabels1764500000900 } from './1764500000900-scopes-and-labels.js';

/** In the order in which they run. A migration that has landed never changes: add another one. */
export const migrations = [
  Platform1763802000000,
  Access1763802050000,
  Ledger1763802100000,
  Programmes1763802200000,
  Funds1763802300000,
  Reports1763802400000,
  People1763899900000,
  ApprovalPolicies1763900000000,
  ApprovalRequests1763900010000,
  Admission1763900020000,
  Identity1763900100000,
  Federation1763900150000,
  Scopes1763900200000,
  RoleDecisions1763900250000,
  Privacy1763900300000,
  AccessReviews1763900350000,
  Seals1763900400000,
  Audit1763900500000,
  Facts1763900600000,
  Statements1763999000000,
  VoucherYears1764000000000,
  Vouchers1764000000010,
  VoucherServices1764000000020,
  ServiceGuards1764000000025,
  PaymentBatches1764000000030,
  VoucherScopes1764000000040,
  Throughput1764000000100,
  BatchAdmission1764000000110,
  Rosters1764000000200,
  Selection1764000000300,
  VoucherReports1764000000900,
  FundStatements1764100000000,
  FundAgreements1764100000010,
  FundCapital1764100000020,
  Deals1764100000030,
  Mandates1764100000040,
  Recognition1764100000050,
  FundOutcomes1764100000060,
  Distributions1764100000070,
  FundReports1764100000080,
  FundScopes1764100000900,
  FundFinish1764200000000,
  Grants1764200000100,
  GrantSelection1764200000110,
  GrantEvaluation1764200000111,
  GrantTranches1764200000120,
  GrantYears1764200000125,
  GrantExpenses1764200000130,
  GrantSettlements1764200000140,
  GrantRecoveries1764200000145,
  GrantOutcomes1764200000150,
  GrantRoyalties1764200000155,
  Payments1764200000160,
  PaymentRuns1764200000165,
  BankStatements1764200000170,
  GrantReports1764200000180,
  GrantFinality1764200000190,
  GrantScopes1764200000900,
  GrantLabels1764200000910,
  Matching1764300000100,
  MatchingCash1764300000110,
  MatchingReleases1764300000115,
  PaymentsOfVouchers1764300000120,
  BankDesk1764300000130,
  BankArrivals1764300000135,
  GrantSetOff1764300000145,
  ReportIssue1764300000150,
  ReportTables1764300000170,
  Scopes1764300000900,
  Labels1764300000910,
  ReportSchedule1764400000100,
  ReportPress1764400000300,
  ServiceOrderCarry1764400000400,
  WithdrawalReversal1764400000410,
  CarriedColumn1764400000420,
  ScopesAndLabels1764400000900,
  ReceiptReversals1764500000100,
  ScopesAndLabels1764500000900,
] as const;
