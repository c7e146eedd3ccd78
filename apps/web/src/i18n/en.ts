import * as approvalWords from './en/approval.js';
import * as auditWords from './en/audit.js';
import * as common from './en/common.js';
import * as delegation from './en/delegation.js';
import * as fund from './en/fund.js';
import * as integration from './en/integration.js';
import * as grantWords from './en/grant.js';
import * as investment from './en/investment.js';
import * as ledger from './en/ledger.js';
import * as privacy from './en/privacy.js';
import * as report from './en/report.js';
import * as sealWords from './en/seal.js';
import * as securityWords from './en/security.js';
import * as termWords from './en/terms.js';
import * as watch from './en/watch.js';
import * as work from './en/work.js';
import type { ko } from './ko.js';

export const en: typeof ko = { ...approvalWords, ...auditWords, ...common, ...delegation, ...fund, ...grantWords, ...integration, ...investment, ...ledger, ...privacy, ...report, ...sealWords, ...securityWords, ...termWords, ...watch, ...work };
