import type { ReportKind } from '../download/download.js';
import { FUND_COMPLIANCE } from '../fund-compliance/fund-compliance.registry.js';
import { VOUCHER_SETTLEMENT } from '../voucher-settlement/voucher-settlement.registry.js';
import type { ReportDefinition } from './report-definition.js';

/** Every report that can be asked for. */
export const REPORTS: Readonly<Record<ReportKind, ReportDefinition>> = { FUND_COMPLIANCE, VOUCHER_SETTLEMENT };
