import { Module } from '@nestjs/common';
import { BreakGlassController } from './break-glass/break-glass.controller.js';
import { DeputyController } from './deputy/deputy.controller.js';
import { HistoryController } from './history/history.controller.js';
import { ApprovalPolicyController } from './policy/approval-policy.controller.js';
import { ApprovalController } from './request/approval.controller.js';
import { ResubmissionService } from './request/resubmission.service.js';
import { SignatureService } from './signature/signature.service.js';

@Module({
  controllers: [ApprovalController, ApprovalPolicyController, DeputyController, BreakGlassController, HistoryController],
  providers: [SignatureService, ResubmissionService],
  exports: [SignatureService],
})
export class ApprovalModule {}
