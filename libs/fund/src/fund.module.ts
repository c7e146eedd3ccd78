import { Module } from '@nestjs/common';
import { AgreementController } from './agreement/agreement.controller.js';
import { AgreementService } from './agreement/agreement.service.js';
import { CapitalCallController } from './capital-call/capital-call.controller.js';
import { CapitalCallService } from './capital-call/capital-call.service.js';
import { ReceiptController } from './capital-call/receipt/receipt.controller.js';
import { ReceiptService } from './capital-call/receipt/receipt.service.js';
import { CallNoticeController } from './call-notice/call-notice.controller.js';
import { CustodianAccountController } from './custodian/account/custodian-account.controller.js';
import { OverdueController } from './overdue/overdue.controller.js';
import { OverdueService } from './overdue/overdue.service.js';
import { CarryController } from './carry/carry.controller.js';
import { CarryService } from './carry/carry.service.js';
import { ClassificationController } from './classification/classification.controller.js';
import { ClassificationRecord } from './classification/classification-record.service.js';
import { RecognitionRouteController } from './classification/recognition-route.controller.js';
import { EvidenceDeskController } from './evidence-desk/evidence-desk.controller.js';
import { InstituteImportService } from './public-institute/institute-import.service.js';
import { PublicInstituteController } from './public-institute/public-institute.controller.js';
import { RecognitionExceptionController } from './recognition/exception/exception.controller.js';
import { RecognitionController } from './recognition/recognition.controller.js';
import { EvidenceTurnController } from './recognition/turn/turn.controller.js';
import { EvidenceTurnService } from './recognition/turn/turn.service.js';
import { ClassificationService } from './classification/classification.service.js';
import { EscrowService } from './exit/escrow/escrow.service.js';
import { ExitController } from './exit/exit.controller.js';
import { ExitService } from './exit/exit.service.js';
import { DueDiligenceService } from './expense/due-diligence.service.js';
import { ExpenseController } from './expense/expense.controller.js';
import { ExpenseService } from './expense/expense.service.js';
import { FeeController } from './fee/fee.controller.js';
import { FeeService } from './fee/bill/fee.service.js';
import { FeeTermService } from './fee/term/fee-term.service.js';
import { DistributionController } from './distribution/distribution.controller.js';
import { DistributionService } from './distribution/distribution.service.js';
import { ScenarioController } from './forecast/scenario/scenario.controller.js';
import { CommitmentController } from './commitment/commitment.controller.js';
import { CommitmentService } from './commitment/commitment.service.js';
import { DutyController } from './duty/duty.controller.js';
import { DutyService } from './duty/duty.service.js';
import { LifeController } from './life/life.controller.js';
import { LifeService } from './life/life.service.js';
import { CompanyController } from './company/company.controller.js';
import { ConversionController } from './conversion/conversion.controller.js';
import { ConversionService } from './conversion/conversion.service.js';
import { DealTraitController } from './deal-trait/deal-trait.controller.js';
import { DealTraitService } from './deal-trait/deal-trait.service.js';
import { RelatedPartyController } from './related-party/related-party.controller.js';
import { RelatedPartyService } from './related-party/related-party.service.js';
import { RescissionController } from './rescission/rescission.controller.js';
import { RescissionService } from './rescission/rescission.service.js';
import { WaiverController } from './waiver/waiver.controller.js';
import { WaiverService } from './waiver/waiver.service.js';
import { FundController } from './fund/fund.controller.js';
import { FundService } from './fund/fund.service.js';
import { InvestmentController } from './investment/investment.controller.js';
import { InvestmentService } from './investment/investment.service.js';
import { InvestmentVoidService } from './investment/investment-void.service.js';
import { LimitService } from './obligation/limit/limit.service.js';
import { MandateRuleController } from './obligation/mandate-rule/mandate-rule.controller.js';
import { MandateRuleService } from './obligation/mandate-rule/mandate-rule.service.js';
import { RadarController } from './obligation/radar/radar.controller.js';
import { SimulationController } from './obligation/simulation/simulation.controller.js';
import { StatutoryController } from './statutory/profile/statutory.controller.js';
import { PerformanceController } from './performance/performance.controller.js';
import { RegisterController } from './register/register.controller.js';
import { RegisterService } from './register/register.service.js';
import { WaterfallTermController } from './waterfall/party/term.controller.js';
import { FairValueService } from './valuation/fair-value/fair-value.service.js';
import { ValuationController } from './valuation/valuation.controller.js';
import { ValuationService } from './valuation/valuation.service.js';

/** Money that partners owe: calls, what came for them, what came late, and the custodian's account. */
const CAPITAL_SERVICES = [CapitalCallService, ReceiptService, OverdueService];
const CAPITAL_CONTROLLERS = [CapitalCallController, ReceiptController, OverdueController, CallNoticeController, CustodianAccountController];

/** What happens to single deals, and to whom they are made. */
const DEAL_SERVICES = [ConversionService, DealTraitService, RelatedPartyService, RescissionService, WaiverService];
const DEAL_CONTROLLERS = [CompanyController, ConversionController, DealTraitController, RelatedPartyController, RescissionController, WaiverController];

/** What funds have to reach, by agreement and by law. */
const OBLIGATION_CONTROLLERS = [MandateRuleController, RadarController, SimulationController, StatutoryController];

const SERVICES = [...CAPITAL_SERVICES, ...DEAL_SERVICES, FundService, InvestmentService, InvestmentVoidService, ClassificationRecord, ClassificationService, EvidenceTurnService, InstituteImportService, RegisterService, AgreementService, CommitmentService, LifeService, DutyService, LimitService, MandateRuleService, FairValueService, ValuationService, ExitService, EscrowService, FeeService, FeeTermService, ExpenseService, DueDiligenceService, DistributionService, CarryService];

@Module({
  controllers: [...CAPITAL_CONTROLLERS, ...DEAL_CONTROLLERS, ...OBLIGATION_CONTROLLERS, FundController, InvestmentController, ClassificationController, RecognitionRouteController, RecognitionController, EvidenceTurnController, RecognitionExceptionController, PublicInstituteController, EvidenceDeskController, RegisterController, AgreementController, CommitmentController, LifeController, DutyController, ValuationController, ExitController, FeeController, ExpenseController, DistributionController, CarryController, WaterfallTermController, PerformanceController, ScenarioController],
  providers: SERVICES,
  exports: SERVICES,
})
export class FundModule {}
