import { Module } from '@nestjs/common';
import { AccessLogController } from './access-log/access-log.controller.js';
import { AccessLogService } from './access-log/access-log.service.js';
import { AccessReviewController } from './access-review/access-review.controller.js';

/** Who looked at personal data, the monthly review of it, and the end of old entries. Writing the log is `#libs/access`. */
@Module({ controllers: [AccessLogController, AccessReviewController], providers: [AccessLogService] })
export class PrivacyModule {}
