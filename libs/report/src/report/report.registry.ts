import { ANNUAL } from '../annual/annual.registry.js';
import type { ReportKind } from '../download/download.js';
import { FUND_COMPLIANCE } from '../fund-compliance/fund-compliance.registry.js';
import { FUND_QUARTERLY } from '../fund-quarterly/fund-quarterly.registry.js';
import { GRANT_FORM } from '../grant-form/grant-form.registry.js';
import { AGREEMENT_SETTLEMENT, GRANT_SETTLEMENT } from '../grant-settlement/grant-settlement.registry.js';
import { ILPA_PERFORMANCE, ILPA_REPORTING } from '../ilpa/ilpa.registry.js';
import { MATCHING } from '../matching/matching.registry.js';
import { PARTNER_STATEMENT, PARTNER_STATEMENTS } from '../partner-statement/partner-statement.registry.js';
import { VOUCHER_SETTLEMENT } from '../voucher-settlement/voucher-settlement.registry.js';
import type { ReportDefinition } from './report-definition.js';

/** Every report that can be asked for. */
export const REPORTS: Readonly<Record<ReportKind, ReportDefinition>> = {
  FUND_COMPLIANCE,
  VOUCHER_SETTLEMENT,
  PARTNER_STATEMENT,
  PARTNER_STATEMENTS,
  FUND_QUARTERLY,
  ILPA_REPORTING,
  ILPA_PERFORMANCE,
  GRANT_SETTLEMENT,
  AGREEMENT_SETTLEMENT,
  GRANT_FORM,
  ANNUAL,
  MATCHING,
};
