import { join } from 'node:path';

const DIST = join(import.meta.dirname, '..', '..', 'dist', 'libs');
const report = (path) => import(join(DIST, 'report', 'src', path));
const SEALED_AT = new Date('2026-08-01T06:30:12Z');

/** Every kind of report on the fund of the worked examples, by name. */
async function fundReports() {
  const { sealReport } = await report('report/report.service.js');
  const [compliance, quarterly, ilpa, statement] = await Promise.all(
    ['fund-compliance/fund-compliance', 'fund-quarterly/fund-quarterly', 'ilpa/ilpa', 'partner-statement/partner-statement'].map((path) => report(`${path}.registry.js`)),
  );
  const [{ tv2Facts }, { tv2Quarterly }, { tv2IlpaReporting, tv2IlpaPerformance }, { tv2Statement }] = await Promise.all(
    ['tv2', 'quarterly', 'ilpa', 'statement'].map((name) => report(`testing/${name}.js`)),
  );
  const model = async (path, name, ...facts) => (await report(path))[name](...facts);
  const kinds = {
    compliance: [compliance.FUND_COMPLIANCE, await model('fund-compliance/fund-compliance.model.js', 'fundComplianceModel', tv2Facts())],
    quarterly: [quarterly.FUND_QUARTERLY, await model('fund-quarterly/fund-quarterly.model.js', 'fundQuarterlyModel', tv2Quarterly())],
    'ilpa-reporting': [ilpa.ILPA_REPORTING, await model('ilpa/ilpa-reporting.model.js', 'ilpaReportingModel', tv2IlpaReporting())],
    'ilpa-performance': [ilpa.ILPA_PERFORMANCE, await model('ilpa/ilpa-performance.model.js', 'ilpaPerformanceModel', tv2IlpaPerformance())],
    statement: [statement.PARTNER_STATEMENT, await model('partner-statement/partner-statement.model.js', 'partnerStatementModel', tv2Statement(), 'partner-1')],
    statements: [statement.PARTNER_STATEMENTS, await model('partner-statement/all-statements.model.js', 'allStatementsModel', tv2Statement())],
  };
  const files = {};
  for (const [name, [definition, draft]] of Object.entries(kinds)) files[name] = await definition.pdf(sealReport(draft, definition.letter, SEALED_AT), []);
  return files;
}

/** A call of capital as its notice tells it, with everything that may stand in one. */
const NOTICE = {
  partnerId: '00000000-0000-4000-8000-000000000001', number: 'CALL-FND-2021-02-2-1', fund: 'FND-2021-02 공공기술사업화 투자조합 & 제2호 <시험>', generalPartner: '시험운용(주)', custodian: '시험은행(수탁)',
  callNumber: 2, kind: 'ON_DEMAND', purposeCode: 'INVESTMENT', purpose: '투자재원', contact: '김하나 02-000-0000', noticeOn: '2022-01-31', dueOn: '2022-02-14', partner: '모태펀드', businessNumber: '1388219493',
  commitmentWon: 10_000_000_000n, calledBeforeWon: 4_000_000_000n, recalledWon: 0n, callWon: 4_000_000_000n, shareWon: 2_000_000_000n,
  account: { bank: '시험은행', accountNumber: '110-000-000000', holder: '시험투자조합' }, noticeBusinessDays: 10, ratePercent: '10.00', cureDays: 14, remedies: '규약 제18조', recordedAt: new Date('2022-01-31T01:00:00Z'),
};

async function callNotices() {
  const { noticePdf, noticesPdf } = await import(join(DIST, 'fund', 'src', 'call-notice', 'call-notice.pdf.js'));
  const other = { ...NOTICE, partnerId: '00000000-0000-4000-8000-000000000002', number: 'CALL-FND-2021-02-2-2', partner: '새울공제회', businessNumber: null, account: null, contact: null };
  return { 'call-notice': await noticePdf(NOTICE), 'call-notices': await noticesPdf([NOTICE, other]) };
}

/** What leaves the house about a fund, as files by name: every kind of report, and the notices of a call. */
export const fundFiles = async () => ({ ...(await fundReports()), ...(await callNotices()) });
