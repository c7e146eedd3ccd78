import { CapitalCallEntity } from './capital-call/capital-call.entity.js';
import { CapitalCallShareEntity } from './capital-call/capital-call-share.entity.js';
import { CapitalCallDetailEntity } from './capital-call/capital-call-detail.entity.js';
import { CapitalReceiptEntity } from './capital-call/receipt/capital-receipt.entity.js';
import { CapitalReceiptVoidEntity } from './capital-call/receipt/capital-receipt-void.entity.js';
import { CustodianAccountEntity } from './custodian/account/custodian-account.entity.js';
import { OverdueInterestReceiptEntity } from './overdue/overdue-interest-receipt.entity.js';
import { OverdueInterestVoidEntity } from './overdue/overdue-interest-void.entity.js';
import { OverdueInterestWaiverEntity } from './overdue/overdue-interest-waiver.entity.js';
import { CarryClawbackEntity } from './carry/carry-clawback.entity.js';
import { ClassificationEntity } from './classification/classification.entity.js';
import { CarryPaymentEntity } from './distribution/record/carry-payment.entity.js';
import { DistributionRecallableEntity } from './distribution/record/distribution-recallable.entity.js';
import { DistributionReversalEntity } from './distribution/record/distribution-reversal.entity.js';
import { DistributionRunEntity } from './distribution/record/distribution-run.entity.js';
import { DealConversionEntity } from './conversion/deal-conversion.entity.js';
import { DealTermEntity } from './deal/deal-term.entity.js';
import { DealTraitEntity } from './deal/deal-trait.entity.js';
import { EvidenceEntity } from './classification/evidence.entity.js';
import { ForecastScenarioEntity } from './forecast/scenario/forecast-scenario.entity.js';
import { FundEntity } from './fund/fund.entity.js';
import { FundPartnerEntity } from './fund/fund-partner.entity.js';
import { InvestmentEntity } from './investment/investment.entity.js';
import { InvestmentVoidEntity } from './investment/investment-void.entity.js';
import { PartyRelationEndEntity } from './related-party/party-relation-end.entity.js';
import { PartyRelationEntity } from './related-party/party-relation.entity.js';
import { DistributionEntity } from './register/distribution.entity.js';
import { FundExpenseEntity } from './register/fund-expense.entity.js';
import { InvestmentExitEntity } from './register/investment-exit.entity.js';
import { ValuationEntity } from './register/valuation.entity.js';
import { WaiverEndEntity } from './waiver/waiver-end.entity.js';
import { WaiverEntity } from './waiver/waiver.entity.js';
import { WaterfallDecisionEntity } from './waterfall/party/waterfall-decision.entity.js';
import { WaterfallPartyEntity } from './waterfall/party/waterfall-party.entity.js';

export const FUND_ENTITIES = [
  FundEntity,
  FundPartnerEntity,
  CapitalCallEntity,
  CapitalCallShareEntity,
  CapitalCallDetailEntity,
  CapitalReceiptEntity,
  CapitalReceiptVoidEntity,
  OverdueInterestReceiptEntity,
  OverdueInterestVoidEntity,
  OverdueInterestWaiverEntity,
  CustodianAccountEntity,
  InvestmentEntity,
  InvestmentVoidEntity,
  EvidenceEntity,
  ClassificationEntity,
  InvestmentExitEntity,
  DistributionEntity,
  ValuationEntity,
  FundExpenseEntity,
  DealTermEntity,
  DealTraitEntity,
  DealConversionEntity,
  WaiverEntity,
  WaiverEndEntity,
  PartyRelationEntity,
  PartyRelationEndEntity,
  WaterfallDecisionEntity,
  WaterfallPartyEntity,
  DistributionRunEntity,
  CarryPaymentEntity,
  DistributionRecallableEntity,
  DistributionReversalEntity,
  CarryClawbackEntity,
  ForecastScenarioEntity,
] as const;
