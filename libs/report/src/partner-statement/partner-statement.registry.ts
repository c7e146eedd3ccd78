import { fundGrounds, partnerGrounds } from '../fund-compliance/grounds.js';
import type { ReportDefinition } from '../report/report-definition.js';
import { allStatementsModel } from './all-statements.model.js';
import { partnerStatementModel } from './partner-statement.model.js';
import { partnerStatementPdf } from './partner-statement.pdf.js';
import { fundOfPartner, readStatementFacts } from './partner-statement.query.js';
import { partnerStatementXlsx } from './partner-statement.xlsx.js';
import { traced } from '../trace/trace.query.js';

/** Report P: the capital account of one partner. */
export const PARTNER_STATEMENT: ReportDefinition = {
  kind: 'PARTNER_STATEMENT',
  letter: 'P',
  draft: async (tx, partnerId, point) => traced(tx, partnerStatementModel(await readStatementFacts(tx, await fundOfPartner(tx, partnerId), point), partnerId), point),
  grounds: partnerGrounds,
  pdf: partnerStatementPdf,
  xlsx: partnerStatementXlsx,
};

/** Report S: those of all partners of a fund. */
export const PARTNER_STATEMENTS: ReportDefinition = {
  kind: 'PARTNER_STATEMENTS',
  letter: 'S',
  draft: async (tx, fundId, point) => traced(tx, allStatementsModel(await readStatementFacts(tx, fundId, point)), point),
  grounds: fundGrounds,
  pdf: partnerStatementPdf,
  xlsx: partnerStatementXlsx,
};
