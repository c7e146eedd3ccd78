import * as common from './ko/common.js';
import * as fund from './ko/fund.js';
import * as investment from './ko/investment.js';
import * as ledger from './ko/ledger.js';
import * as report from './ko/report.js';
import * as termWords from './ko/terms.js';
import * as watch from './ko/watch.js';
import * as work from './ko/work.js';

export const ko = { ...common, ...fund, ...investment, ...ledger, ...report, ...termWords, ...watch, ...work };
