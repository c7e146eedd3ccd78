import * as common from './en/common.js';
import * as fund from './en/fund.js';
import * as investment from './en/investment.js';
import * as ledger from './en/ledger.js';
import * as terms from './en/terms.js';
import type { ko } from './ko.js';

export const en: typeof ko = { ...common, ...fund, ...investment, ...ledger, ...terms };
