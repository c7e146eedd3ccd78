export { AuditModule } from './audit.module.js';
export { defaultAuditPolicies } from './pack/audit.policy.js';
