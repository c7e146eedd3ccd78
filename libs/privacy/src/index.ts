export { defaultAccessLogPolicies } from './access-log/access-log.policy.js';
export { ACCESS_LOG_COMMANDS } from './access-log/access-log.service.js';
export { ACCESS_REVIEW_COMMANDS } from './access-review/access-review.service.js';
export { PrivacyModule } from './privacy.module.js';
export { syncRestDays } from './rest-day/rest-day.store.js';
