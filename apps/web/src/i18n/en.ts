import * as common from './en/common.js';
import * as fund from './en/fund.js';
import * as investment from './en/investment.js';
import * as ledger from './en/ledger.js';
import * as report from './en/report.js';
import * as termWords from './en/terms.js';
import * as watch from './en/watch.js';
import * as work from './en/work.js';
import type { ko } from './ko.js';

export const en: typeof ko = { ...common, ...fund, ...investment, ...ledger, ...report, ...termWords, ...watch, ...work };
