import * as common from './ko/common.js';
import * as fund from './ko/fund.js';
import * as terms from './ko/terms.js';

export const ko = { ...common, ...fund, ...terms };
