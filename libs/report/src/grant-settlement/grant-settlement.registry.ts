import type { ReportDefinition } from '../report/report-definition.js';
import { traced } from '../trace/trace.query.js';
import { grantSettlementModel } from './grant-settlement.model.js';
import { grantSettlementPdf } from './grant-settlement.pdf.js';
import { grantSettlementXlsx } from './grant-settlement.xlsx.js';
import { agreementGrounds, callGrounds } from './reading/grounds.js';
import { readAgreementFacts, readCallFacts } from './reading/settlement.query.js';

const FILES = { letter: 'C', pdf: grantSettlementPdf, xlsx: grantSettlementXlsx } as const;

/** Report C of a call. */
export const GRANT_SETTLEMENT: ReportDefinition = {
  ...FILES,
  kind: 'GRANT_SETTLEMENT',
  draft: async (tx, callId, point) => traced(tx, grantSettlementModel(await readCallFacts(tx, callId, point)), point),
  grounds: callGrounds,
};

/** Report C of one agreement, with its form 7. */
export const AGREEMENT_SETTLEMENT: ReportDefinition = {
  ...FILES,
  kind: 'AGREEMENT_SETTLEMENT',
  draft: async (tx, agreementId, point) => traced(tx, grantSettlementModel(await readAgreementFacts(tx, agreementId, point)), point),
  grounds: agreementGrounds,
};
