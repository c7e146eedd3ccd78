import * as approvalWords from './ko/approval.js';
import * as auditWords from './ko/audit.js';
import * as common from './ko/common.js';
import * as delegation from './ko/delegation.js';
import * as fund from './ko/fund.js';
import * as integration from './ko/integration.js';
import * as grantWords from './ko/grant.js';
import * as investment from './ko/investment.js';
import * as ledger from './ko/ledger.js';
import * as privacy from './ko/privacy.js';
import * as report from './ko/report.js';
import * as sealWords from './ko/seal.js';
import * as securityWords from './ko/security.js';
import * as termWords from './ko/terms.js';
import * as watch from './ko/watch.js';
import * as work from './ko/work.js';

export const ko = { ...approvalWords, ...auditWords, ...common, ...delegation, ...fund, ...grantWords, ...integration, ...investment, ...ledger, ...privacy, ...report, ...sealWords, ...securityWords, ...termWords, ...watch, ...work };
