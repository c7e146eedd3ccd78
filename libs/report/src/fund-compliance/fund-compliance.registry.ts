import type { ReportDefinition } from '../report/report-definition.js';
import { traced } from '../trace/trace.query.js';
import { fundComplianceModel } from './fund-compliance.model.js';
import { fundCompliancePdf } from './fund-compliance.pdf.js';
import { readComplianceFacts } from './fund-compliance.query.js';
import { fundComplianceXlsx } from './fund-compliance.xlsx.js';
import { fundGrounds } from './grounds.js';

/** Report A. */
export const FUND_COMPLIANCE: ReportDefinition = {
  kind: 'FUND_COMPLIANCE',
  letter: 'A',
  draft: async (tx, fundId, point) => traced(tx, fundComplianceModel(await readComplianceFacts(tx, fundId, point)), point),
  grounds: fundGrounds,
  pdf: fundCompliancePdf,
  xlsx: fundComplianceXlsx,
};
