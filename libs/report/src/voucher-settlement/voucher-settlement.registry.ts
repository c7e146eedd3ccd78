import type { ReportDefinition } from '../report/report-definition.js';
import { traced } from '../trace/trace.query.js';
import { yearGrounds } from './reading/grounds.js';
import { readSettlementFacts } from './reading/settlement.query.js';
import { voucherSettlementModel } from './voucher-settlement.model.js';
import { voucherSettlementPdf } from './voucher-settlement.pdf.js';
import { voucherSettlementXlsx } from './voucher-settlement.xlsx.js';

/** Report B. */
export const VOUCHER_SETTLEMENT: ReportDefinition = {
  kind: 'VOUCHER_SETTLEMENT',
  letter: 'B',
  draft: async (tx, yearId, point) => traced(tx, voucherSettlementModel(await readSettlementFacts(tx, yearId, point)), point),
  grounds: yearGrounds,
  pdf: voucherSettlementPdf,
  xlsx: voucherSettlementXlsx,
};
