import { CapitalCallEntity } from './capital-call/capital-call.entity.js';
import { CapitalCallShareEntity } from './capital-call/capital-call-share.entity.js';
import { CapitalReceiptEntity } from './capital-call/capital-receipt.entity.js';
import { ClassificationEntity } from './classification/classification.entity.js';
import { EvidenceEntity } from './classification/evidence.entity.js';
import { FundEntity } from './fund/fund.entity.js';
import { FundPartnerEntity } from './fund/fund-partner.entity.js';
import { InvestmentEntity } from './investment/investment.entity.js';
import { InvestmentVoidEntity } from './investment/investment-void.entity.js';
import { DistributionEntity } from './register/distribution.entity.js';
import { FundExpenseEntity } from './register/fund-expense.entity.js';
import { InvestmentExitEntity } from './register/investment-exit.entity.js';
import { ValuationEntity } from './register/valuation.entity.js';

export const FUND_ENTITIES = [
  FundEntity,
  FundPartnerEntity,
  CapitalCallEntity,
  CapitalCallShareEntity,
  CapitalReceiptEntity,
  InvestmentEntity,
  InvestmentVoidEntity,
  EvidenceEntity,
  ClassificationEntity,
  InvestmentExitEntity,
  DistributionEntity,
  ValuationEntity,
  FundExpenseEntity,
] as const;
