import { Module, type DynamicModule } from '@nestjs/common';
import { PartyModule } from '#libs/party';
import { BrokerController } from './broker/broker.controller.js';
import { AgreementController } from './agreement/agreement.controller.js';
import { OwnMoneyService } from './agreement/own-money.service.js';
import { ApplicationController } from './application/application.controller.js';
import { BudgetController } from './budget/budget.controller.js';
import { BudgetService } from './budget/budget.service.js';
import { AmountService } from './change/amount.service.js';
import { ChangeController } from './change/change.controller.js';
import { EndingService } from './change/ending.service.js';
import { ExpiryRunner } from './change/expiry.runner.js';
import { ExpiryService } from './change/expiry.service.js';
import { ValidityService } from './change/validity.service.js';
import { EvaluationController } from './evaluation/evaluation.controller.js';
import { IssueController } from './issue/issue.controller.js';
import { IssueService } from './issue/issue.service.js';
import { ClawbackController } from './clawback/clawback.controller.js';
import { CollectionController } from './clawback/collection/collection.controller.js';
import { CollectionService } from './clawback/collection/collection.service.js';
import { ClawbackReceiptController } from './clawback/receipt/receipt.controller.js';
import { ClawbackReceiptService } from './clawback/receipt/receipt.service.js';
import { DecisionService } from './clawback/decision/decision.service.js';
import { NoticeController } from './clawback/notice/notice.controller.js';
import { LetterController } from './letter/letter.controller.js';
import { ListingController } from './listing/listing.controller.js';
import { OverviewController } from './overview/overview.controller.js';
import { ProviderController } from './provider/provider.controller.js';
import { RosterController } from './roster/roster.controller.js';
import { RosterService } from './roster/roster.service.js';
import { SelectionController } from './selection/selection.controller.js';
import { TermController } from './term/term.controller.js';
import { WarningController } from './warning/warning.controller.js';
import { YearCloseController } from './year-close/year-close.controller.js';
import { YearCloseService } from './year-close/year-close.service.js';
import { YearController } from './year/year.controller.js';
import { CaptureController } from './capture/capture.controller.js';
import { CaptureDesk } from './capture/capture-desk.service.js';
import { CaptureBatch } from './capture/capture.service.js';
import { ClaimController } from './claim/claim.controller.js';
import { ClaimService } from './claim/claim.service.js';
import { RefundingService } from './claim/refund.service.js';
import { ContractChangeService } from './contract/contract-change.service.js';
import { ContractController } from './contract/contract.controller.js';
import { ContractService } from './contract/contract.service.js';
import { DeliveryController } from './delivery/delivery.controller.js';
import { DeliveryService } from './delivery/delivery.service.js';
import { ServiceController } from './service/service.controller.js';
import { VOUCHER_OPTIONS, type VoucherOptions } from './voucher.options.js';

/** Services bought with vouchers: from the contract to the payment. */
const USE_SERVICES = [ContractService, ContractChangeService, DeliveryService, ClaimService, RefundingService, CaptureBatch];
const USE_CONTROLLERS = [ServiceController, ContractController, DeliveryController, ClaimController, CaptureController];

const SERVICES = [...USE_SERVICES, IssueService, RosterService, OwnMoneyService, AmountService, CollectionService, ClawbackReceiptService, DecisionService, EndingService, ExpiryService, ValidityService, BudgetService, YearCloseService];

@Module({
  imports: [PartyModule],
  controllers: [LetterController, ...USE_CONTROLLERS, IssueController, RosterController, ApplicationController, EvaluationController, SelectionController, AgreementController, ListingController, ChangeController, ClawbackController, CollectionController, ClawbackReceiptController, NoticeController, WarningController, YearController, YearCloseController, OverviewController, BudgetController, TermController, ProviderController, BrokerController],
  providers: [...SERVICES, CaptureDesk, ExpiryRunner],
  exports: SERVICES,
})
export class VoucherModule {
  static forRoot(options: VoucherOptions): DynamicModule {
    return { module: VoucherModule, providers: [{ provide: VOUCHER_OPTIONS, useValue: options }] };
  }
}
