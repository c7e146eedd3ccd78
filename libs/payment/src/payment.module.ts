import { Module, type DynamicModule } from '@nestjs/common';
import { PartyModule } from '#libs/party';
import { BankMatchController } from './match/match.controller.js';
import { MatchDesk } from './match/match-desk.service.js';
import { BankMatchService } from './match/match.service.js';
import { ProofService } from './proof/proof.service.js';
import { OutcomeController } from './outcome/outcome.controller.js';
import { OutcomeService } from './outcome/outcome.service.js';
import { PayableController } from './payable/payable.controller.js';
import { PayableDesk } from './payable/payable-desk.service.js';
import { PayingAccountController } from './paying-account/paying-account.controller.js';
import { PAYMENT_OPTIONS, type PaymentOptions } from './payment.options.js';
import { RunMoves } from './reconciliation/run-move.service.js';
import { ReconciliationController } from './reconciliation/reconciliation.controller.js';
import { PaymentRunController } from './run/payment-run.controller.js';
import { PaymentRunService } from './run/payment-run.service.js';
import { RunSheetController } from './run-sheet/run-sheet.controller.js';
import { RunSheetService } from './run-sheet/run-sheet.service.js';
import { StatementAccountController } from './statement-account/statement-account.controller.js';
import { BankStatementController } from './statement/statement.controller.js';
import { StatementIntake } from './statement/statement-intake.service.js';
import { BankStatementService } from './statement/statement.service.js';
import { ExportController } from './transfer/export.controller.js';
import { ExportService } from './transfer/export.service.js';

const SERVICES = [PaymentRunService, OutcomeService, BankStatementService, BankMatchService];

/** What instruments owe and how it leaves the house. The composition root hands in the kinds of debt. */
@Module({
  imports: [PartyModule],
  controllers: [PayableController, PayingAccountController, PaymentRunController, ExportController, RunSheetController, OutcomeController, StatementAccountController, BankStatementController, BankMatchController, ReconciliationController],
  providers: [...SERVICES, PayableDesk, ExportService, RunSheetService, StatementIntake, RunMoves, MatchDesk, ProofService],
  exports: [...SERVICES, MatchDesk],
})
export class PaymentModule {
  static forRoot(options: PaymentOptions): DynamicModule {
    return { module: PaymentModule, global: true, providers: [{ provide: PAYMENT_OPTIONS, useValue: options }] };
  }
}
