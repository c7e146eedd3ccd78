import { Module } from '@nestjs/common';
import { PartyModule } from '#libs/party';
import { AmendmentController } from './amendment/amendment.controller.js';
import { AmendmentService } from './amendment/amendment.service.js';
import { GrantLifeController } from './agreement/life/life.controller.js';
import { GrantLifeService } from './agreement/life/life.service.js';
import { OwnShareController } from './own-share/own-share.controller.js';
import { OwnShareService } from './own-share/own-share.service.js';
import { GrantYearController } from './year-close/year-close.controller.js';
import { GrantYearService } from './year-close/year-close.service.js';
import { GrantAgreementController } from './agreement/agreement.controller.js';
import { GrantAgreementService } from './agreement/agreement.service.js';
import { GrantApplicationController } from './application/application.controller.js';
import { ApplicationReadingController } from './application/reading/reading.controller.js';
import { GrantCheckController } from './application/check/check.controller.js';
import { GrantBanController } from './ban/ban.controller.js';
import { GrantBudgetController } from './budget/budget.controller.js';
import { GrantBudgetService } from './budget/budget.service.js';
import { CallController } from './call/call.controller.js';
import { GrantExpenseController } from './expense/expense.controller.js';
import { GrantExpenseService } from './expense/expense.service.js';
import { LineOverviewController } from './expense/overview/overview.controller.js';
import { ExpenseReadingController } from './expense/reading/reading.controller.js';
import { ExpenseReviewController } from './expense/review/review.controller.js';
import { InterestController } from './interest/interest.controller.js';
import { InterestService } from './interest/interest.service.js';
import { GrantRegisterController } from './register/register.controller.js';
import { GrantRegisterService } from './register/register.service.js';
import { AssetController } from './asset/asset.controller.js';
import { AssetService } from './asset/asset.service.js';
import { OutcomeClaimController } from './outcome-claim/outcome-claim.controller.js';
import { OutcomeNoticeController } from './outcome-claim/notice/notice.controller.js';
import { DeadlineController } from './deadline/deadline.controller.js';
import { FeedController } from './deadline/feed/feed.controller.js';
import { OutcomeClaimService } from './outcome-claim/outcome-claim.service.js';
import { OutcomeReceiptController } from './outcome-claim/receipt/receipt.controller.js';
import { OutcomeReceiptService } from './outcome-claim/receipt/receipt.service.js';
import { DivisionController } from './royalty/division/division.controller.js';
import { RoyaltyController } from './royalty/royalty.controller.js';
import { RoyaltyService } from './royalty/royalty.service.js';
import { LabController } from './service-order/lab/lab.controller.js';
import { ServiceOrderController } from './service-order/service-order.controller.js';
import { ServiceOrderService } from './service-order/service-order.service.js';
import { RecoveryCollectionService } from './recovery/collection.service.js';
import { DemandService } from './recovery/demand.service.js';
import { RecoveryReceiptController } from './recovery/receipt/receipt.controller.js';
import { RecoveryReceiptService } from './recovery/receipt/receipt.service.js';
import { RecoveryController } from './recovery/recovery.controller.js';
import { SetOffController } from './recovery/set-off/set-off.controller.js';
import { SetOffService } from './recovery/set-off/set-off.service.js';
import { SanctionController } from './sanction/sanction.controller.js';
import { SanctionObjectionService } from './sanction/sanction-objection.service.js';
import { SanctionService } from './sanction/sanction.service.js';
import { SettlementNoticeController } from './settlement/notice/notice.controller.js';
import { SettlementObjectionController } from './settlement/objection/objection.controller.js';
import { GrantSettlementController } from './settlement/settlement.controller.js';
import { VerificationController } from './verification/verification.controller.js';
import { GrantEvaluationController } from './evaluation/evaluation.controller.js';
import { GrantObjectionController } from './objection/objection.controller.js';
import { GrantSelectionController } from './selection/selection.controller.js';
import { GrantTermController } from './term/term.controller.js';
import { TrancheController } from './tranche/tranche.controller.js';
import { TrancheService } from './tranche/tranche.service.js';

/** What is settled, claimed back and punished. */
const SETTLEMENT_CONTROLLERS = [GrantSettlementController, SettlementNoticeController, SettlementObjectionController, VerificationController, RecoveryController, RecoveryReceiptController, SetOffController, SanctionController];
const SETTLEMENT_SERVICES = [DemandService, RecoveryCollectionService, RecoveryReceiptService, SetOffService, SanctionService, SanctionObjectionService];
/** What stays after the money. */
const OUTCOME_CONTROLLERS = [AssetController, ServiceOrderController, LabController, RoyaltyController, DivisionController, OutcomeClaimController, OutcomeReceiptController, OutcomeNoticeController, DeadlineController, FeedController];
const OUTCOME_SERVICES = [AssetService, ServiceOrderService, RoyaltyService, OutcomeClaimService, OutcomeReceiptService];
/** Agreements: their money, their changes and their end. */
const AGREEMENT_CONTROLLERS = [GrantAgreementController, AmendmentController, GrantLifeController, TrancheController, OwnShareController, GrantYearController];
const AGREEMENT_SERVICES = [GrantAgreementService, AmendmentService, GrantLifeService, TrancheService, OwnShareService, GrantYearService];
const CONTROLLERS = [...SETTLEMENT_CONTROLLERS, ...OUTCOME_CONTROLLERS, ...AGREEMENT_CONTROLLERS, CallController, GrantBudgetController, GrantTermController, GrantApplicationController, ApplicationReadingController, GrantCheckController, GrantBanController, GrantEvaluationController, GrantSelectionController, GrantObjectionController, GrantExpenseController, ExpenseReviewController, ExpenseReadingController, LineOverviewController, InterestController, GrantRegisterController];
const SERVICES = [...SETTLEMENT_SERVICES, ...OUTCOME_SERVICES, ...AGREEMENT_SERVICES, GrantBudgetService, GrantExpenseService, InterestService, GrantRegisterService];

@Module({ imports: [PartyModule], controllers: CONTROLLERS, providers: SERVICES, exports: SERVICES })
export class GrantModule {}
