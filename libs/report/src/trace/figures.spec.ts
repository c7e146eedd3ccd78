import { beforeAll, describe, expect, it } from '@jest/globals';
import { SHARE_VERSIONS, type DecidedForm } from '#libs/grant';
import { figureCount, untracedFigures } from '../../../../test/support/figures.js';
import { annualModel } from '../annual/annual.model.js';
import { fundComplianceModel } from '../fund-compliance/fund-compliance.model.js';
import { fundQuarterlyModel } from '../fund-quarterly/fund-quarterly.model.js';
import { grantFormModel } from '../grant-form/grant-form.model.js';
import { grantSettlementModel } from '../grant-settlement/grant-settlement.model.js';
import { ilpaPerformanceModel } from '../ilpa/ilpa-performance.model.js';
import { ilpaReportingModel } from '../ilpa/ilpa-reporting.model.js';
import { allStatementsModel } from '../partner-statement/all-statements.model.js';
import { partnerStatementModel } from '../partner-statement/partner-statement.model.js';
import type { ReportDraft } from '../report/report.js';
import { annualFacts } from '../testing/annual.js';
import { registerForms } from '../testing/grant-forms.js';
import { grantFacts } from '../testing/grant-settlement.js';
import { tv2IlpaPerformance, tv2IlpaReporting } from '../testing/ilpa.js';
import { tv2Quarterly } from '../testing/quarterly.js';
import { settlementFacts } from '../testing/settlement.js';
import { tv2Statement } from '../testing/statement.js';
import { tracedWithoutBooks } from '../testing/traced.js';
import { tv2Facts } from '../testing/tv2.js';
import { voucherSettlementModel } from '../voucher-settlement/voucher-settlement.model.js';

let form: DecidedForm;
beforeAll(async () => {
  form = (await registerForms(SHARE_VERSIONS)).get('PT-2021-001') as DecidedForm;
});

const DRAFTS: Readonly<Record<string, () => ReportDraft>> = {
  FUND_COMPLIANCE: () => fundComplianceModel(tv2Facts()),
  VOUCHER_SETTLEMENT: () => voucherSettlementModel(settlementFacts()),
  PARTNER_STATEMENT: () => partnerStatementModel(tv2Statement(), 'partner-1'),
  PARTNER_STATEMENTS: () => allStatementsModel(tv2Statement()),
  FUND_QUARTERLY: () => fundQuarterlyModel(tv2Quarterly()),
  ILPA_REPORTING: () => ilpaReportingModel(tv2IlpaReporting()),
  ILPA_PERFORMANCE: () => ilpaPerformanceModel(tv2IlpaPerformance()),
  GRANT_SETTLEMENT: () => grantSettlementModel(grantFacts(form)),
  GRANT_FORM: () => grantFormModel({ form, project: null, asOf: form.decidedOn, knownBefore: new Date('2022-03-31T15:00:00Z') }),
  ANNUAL: () => annualModel(annualFacts()),
};

describe.each(Object.keys(DRAFTS))('the figures of %s', (kind) => {
  it('all lead to entries, formulas, records or rules, and are what their formulas give', () => {
    const report: unknown = JSON.parse(JSON.stringify(tracedWithoutBooks((DRAFTS[kind] as () => ReportDraft)())));
    expect(figureCount(report)).toBeGreaterThan(30);
    expect(untracedFigures(report)).toEqual([]);
  });
});
