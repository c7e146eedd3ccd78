import { Module } from '@nestjs/common';
import { AgreementController } from './agreement/agreement.controller.js';
import { AgreementService } from './agreement/agreement.service.js';
import { CapitalCallController } from './capital-call/capital-call.controller.js';
import { CapitalCallService } from './capital-call/capital-call.service.js';
import { ClassificationController } from './classification/classification.controller.js';
import { RecognitionRouteController } from './classification/recognition-route.controller.js';
import { ClassificationService } from './classification/classification.service.js';
import { FundController } from './fund/fund.controller.js';
import { FundService } from './fund/fund.service.js';
import { InvestmentController } from './investment/investment.controller.js';
import { InvestmentService } from './investment/investment.service.js';
import { InvestmentVoidService } from './investment/investment-void.service.js';
import { LimitService } from './obligation/limit/limit.service.js';
import { RegisterController } from './register/register.controller.js';
import { RegisterService } from './register/register.service.js';

const SERVICES = [FundService, CapitalCallService, InvestmentService, InvestmentVoidService, ClassificationService, RegisterService, AgreementService, LimitService];

@Module({
  controllers: [FundController, CapitalCallController, InvestmentController, ClassificationController, RecognitionRouteController, RegisterController, AgreementController],
  providers: SERVICES,
  exports: SERVICES,
})
export class FundModule {}
