import type { ReactElement } from 'react';
import { createBrowserRouter, Navigate } from 'react-router';
import { FundDashboard } from '../features/fund/fund-dashboard.js';
import { FundLayout } from '../features/fund/fund-layout.js';
import { HomePage } from '../features/programme/home-page.js';
import { usePermissions } from '../features/session/use-session.js';
import { CrashPage, Guard, NotFoundPage } from './message-page.js';
import { Shell } from './shell.js';

type LazyPage = () => Promise<{ Component: () => ReactElement }>;

const page = (permission: string, Component: () => ReactElement): { element: ReactElement } => ({
  element: (
    <Guard permission={permission}>
      <Component />
    </Guard>
  ),
});

/** A page whose code is loaded when it is first opened. */
const lazyPage = (permission: string, load: LazyPage): { lazy: LazyPage } => ({
  lazy: async () => {
    const { Component } = await load();
    return { Component: () => page(permission, Component).element };
  },
});

/** Whoever sees no business data starts where their work is. */
function StartPage(): ReactElement {
  const may = usePermissions();
  if (!may('fund.read') && may('user.manage')) return <Navigate to="/users" replace />;
  return page('fund.read', HomePage).element;
}

const lazyInvestments = (name: 'InvestmentsPage' | 'RecordInvestmentPage' | 'InvestmentPage'): LazyPage => {
  return async () => ({ Component: (await import('../features/investment/pages.js'))[name] });
};

const lazyYear = (name: 'BudgetTermsPage' | 'CockpitPage' | 'ProvidersPage' | 'VoucherYearLayout' | 'VoucherYearsPage' | 'YearLedgerPage'): LazyPage => {
  return async () => ({ Component: (await import('../features/voucher-year/pages.js'))[name] });
};

const lazyCall = (name: 'CallCockpitPage' | 'CallLedgerPage' | 'CallTermsPage' | 'GrantCallLayout' | 'GrantCallsPage'): LazyPage => {
  return async () => ({ Component: (await import('../features/grant-call/pages.js'))[name] });
};

const lazyPool = (name: 'PoolCockpitPage' | 'PoolLayout' | 'PoolsPage' | 'QueuePage' | 'ZonesPage'): LazyPage => {
  return async () => ({ Component: (await import('../features/matching-pool/pages.js'))[name] });
};

const lazyPayments = (name: 'PaymentRunPage' | 'PaymentRunsPage' | 'YearPaymentsPage'): LazyPage => {
  return async () => ({ Component: (await import('../features/payment-run/pages.js'))[name] });
};

const lazyAudit = (name: 'AuditLayout' | 'ObjectPage' | 'PackDownloadsPage' | 'PackPage' | 'PacksPage' | 'TimeMachinePage'): LazyPage => {
  return async () => ({ Component: (await import('../features/audit/pages.js'))[name] });
};

export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <CrashPage />,
    hydrateFallbackElement: <></>,
    children: [
      { index: true, element: <StartPage /> },
      { path: 'funds/new', ...lazyPage('fund.form', async () => ({ Component: (await import('../features/fund/form-fund-page.js')).FormFundPage })) },
      {
        path: 'funds/:fundId',
        ...page('fund.read', FundLayout),
        children: [
          { index: true, element: <FundDashboard /> },
          { path: 'investments', ...lazyPage('investment.read', lazyInvestments('InvestmentsPage')) },
          { path: 'investments/new', ...lazyPage('investment.record', lazyInvestments('RecordInvestmentPage')) },
          { path: 'portfolio', ...lazyPage('investment.read', async () => ({ Component: (await import('../features/company/portfolio-page.js')).PortfolioPage })) },
          { path: 'waivers', ...lazyPage('investment.read', async () => ({ Component: (await import('../features/waiver/waivers-page.js')).WaiversPage })) },
          { path: 'investments/:investmentId', ...lazyPage('investment.read', lazyInvestments('InvestmentPage')) },
          { path: 'obligations', ...lazyPage('fund.read', async () => ({ Component: (await import('../features/obligation/fund-obligations-page.js')).FundObligationsPage })) },
          { path: 'capital-calls', ...lazyPage('fund.read', async () => ({ Component: (await import('../features/capital-call/capital-calls-page.js')).CapitalCallsPage })) },
          { path: 'capital-calls/custodian', ...lazyPage('fund.read', async () => ({ Component: (await import('../features/custodian/custodian-desk-page.js')).CustodianDeskPage })) },
          { path: 'distributions', ...lazyPage('fund.read', async () => ({ Component: (await import('../features/distribution/distributions-page.js')).DistributionsPage })) },
          { path: 'performance', ...lazyPage('fund.read', async () => ({ Component: (await import('../features/performance/performance-page.js')).PerformancePage })) },
          { path: 'evidence', ...lazyPage('investment.read', async () => ({ Component: (await import('../features/evidence-desk/pages.js')).FundEvidencePage })) },
          { path: 'outcomes', ...lazyPage('fund.read', async () => ({ Component: (await import('../features/valuation/outcomes-page.js')).OutcomesPage })) },
          { path: 'expenses', ...lazyPage('fund.read', async () => ({ Component: (await import('../features/expense/expenses-page.js')).ExpensesPage })) },
          { path: 'ledger', ...lazyPage('ledger.read', async () => ({ Component: (await import('../features/ledger/ledger-page.js')).LedgerPage })) },
          { path: 'terms', ...lazyPage('policy.read', async () => ({ Component: (await import('../features/agreement/terms-page.js')).TermsPage })) },
          { path: 'report', ...lazyPage('report.read', async () => ({ Component: (await import('../features/report/report-page.js')).ReportPage })) },
        ],
      },
      { path: 'obligations', ...lazyPage('fund.read', async () => ({ Component: (await import('../features/obligation/radar-page.js')).RadarPage })) },
      { path: 'obligations/:keyId', ...lazyPage('fund.read', async () => ({ Component: (await import('../features/obligation/shared-rules-page.js')).SharedRulesPage })) },
      { path: 'simulator', ...lazyPage('fund.read', async () => ({ Component: (await import('../features/simulator/simulator-page.js')).SimulatorPage })) },
      { path: 'vouchers', ...lazyPage('voucher.read', lazyYear('VoucherYearsPage')) },
      { path: 'vouchers/roster', ...lazyPage('voucher-roster.import', async () => ({ Component: (await import('../features/roster/new-year-roster-page.js')).NewYearRosterPage })) },
      {
        path: 'vouchers/:yearId',
        ...lazyPage('voucher.read', lazyYear('VoucherYearLayout')),
        children: [
          { index: true, ...lazyPage('voucher.read', lazyYear('CockpitPage')) },
          { path: 'applications', ...lazyPage('voucher.read', async () => ({ Component: (await import('../features/application/applications-page.js')).ApplicationsPage })) },
          { path: 'roster', ...lazyPage('voucher.read', async () => ({ Component: (await import('../features/roster/roster-page.js')).RosterPage })) },
          { path: 'vouchers', ...lazyPage('voucher.read', async () => ({ Component: (await import('../features/voucher/vouchers-page.js')).VouchersPage })) },
          { path: 'vouchers/:voucherId', ...lazyPage('voucher.read', async () => ({ Component: (await import('../features/voucher/voucher-page.js')).VoucherPage })) },
          { path: 'claims', ...lazyPage('voucher.read', async () => ({ Component: (await import('../features/service/claims-page.js')).ClaimsPage })) },
          { path: 'payments', ...lazyPage('payment-run.read', lazyPayments('YearPaymentsPage')) },
          { path: 'clawbacks', ...lazyPage('voucher.read', async () => ({ Component: (await import('../features/clawback/clawbacks-page.js')).ClawbacksPage })) },
          { path: 'clawbacks/:clawbackId', ...lazyPage('voucher.read', async () => ({ Component: (await import('../features/clawback/clawback-page.js')).ClawbackPage })) },
          { path: 'warnings', ...lazyPage('voucher.read', async () => ({ Component: (await import('../features/warning-sign/warning-signs-page.js')).WarningSignsPage })) },
          { path: 'providers', ...lazyPage('voucher.read', lazyYear('ProvidersPage')) },
          { path: 'terms', ...lazyPage('voucher.read', lazyYear('BudgetTermsPage')) },
          { path: 'ledger', ...lazyPage('ledger.read', lazyYear('YearLedgerPage')) },
          { path: 'report', ...lazyPage('report.read', async () => ({ Component: (await import('../features/voucher-report/voucher-report-page.js')).VoucherReportPage })) },
        ],
      },
      { path: 'reconciliation', ...lazyPage('bank-statement.read', async () => ({ Component: (await import('../features/bank-statement/reconciliation-page.js')).ReconciliationPage })) },
      { path: 'payments', ...lazyPage('payment-run.read', lazyPayments('PaymentRunsPage')) },
      { path: 'payments/:runId', ...lazyPage('payment-run.read', lazyPayments('PaymentRunPage')) },
      { path: 'grants/deadlines', ...lazyPage('grant.read', async () => ({ Component: (await import('../features/deadline/deadlines-page.js')).DeadlinesPage })) },
      { path: 'grants/bans', ...lazyPage('grant.read', async () => ({ Component: (await import('../features/grant-ban/bans-page.js')).BansPage })) },
      { path: 'grants', ...lazyPage('grant.read', lazyCall('GrantCallsPage')) },
      { path: 'grants/register', ...lazyPage('grant-register.import', async () => ({ Component: (await import('../features/grant-register/register-pages.js')).NewCallRegisterPage })) },
      {
        path: 'grants/:callId',
        ...lazyPage('grant.read', lazyCall('GrantCallLayout')),
        children: [
          { index: true, ...lazyPage('grant.read', lazyCall('CallCockpitPage')) },
          { path: 'expenses', ...lazyPage('grant.read', async () => ({ Component: (await import('../features/grant-expense/expenses-page.js')).ExpensesPage })) },
          { path: 'register', ...lazyPage('grant-register.import', async () => ({ Component: (await import('../features/grant-register/register-pages.js')).CallRegisterPage })) },
          { path: 'applications', ...lazyPage('grant.read', async () => ({ Component: (await import('../features/grant-application/applications-page.js')).GrantApplicationsPage })) },
          { path: 'settlements', ...lazyPage('grant.read', async () => ({ Component: (await import('../features/grant-settlement/settlements-page.js')).SettlementsPage })) },
          { path: 'settlements/:agreementId/:stage', ...lazyPage('grant.read', async () => ({ Component: (await import('../features/grant-settlement/settlement-page.js')).SettlementPage })) },
          { path: 'recoveries/:recoveryId', ...lazyPage('grant.read', async () => ({ Component: (await import('../features/grant-recovery/recovery-page.js')).RecoveryPage })) },
          { path: 'outcomes', ...lazyPage('grant.read', async () => ({ Component: (await import('../features/grant-outcome/outcomes-page.js')).OutcomesPage })) },
          { path: 'deadlines', ...lazyPage('grant.read', async () => ({ Component: (await import('../features/deadline/deadlines-page.js')).CallDeadlinesPage })) },
          { path: 'agreements', ...lazyPage('grant.read', async () => ({ Component: (await import('../features/grant-agreement/agreements-page.js')).AgreementsPage })) },
          { path: 'agreements/new', ...lazyPage('grant-agreement.conclude', async () => ({ Component: (await import('../features/grant-agreement/conclude-page.js')).ConcludePage })) },
          { path: 'agreements/:agreementId', ...lazyPage('grant.read', async () => ({ Component: (await import('../features/grant-agreement/agreement-page.js')).AgreementPage })) },
          { path: 'terms', ...lazyPage('grant.read', lazyCall('CallTermsPage')) },
          { path: 'report', ...lazyPage('report.read', async () => ({ Component: (await import('../features/grant-report/grant-report-page.js')).GrantReportPage })) },
          { path: 'ledger', ...lazyPage('ledger.read', lazyCall('CallLedgerPage')) },
        ],
      },
      { path: 'matching', ...lazyPage('grant.read', lazyPool('PoolsPage')) },
      { path: 'matching/zones', ...lazyPage('grant.read', lazyPool('ZonesPage')) },
      { path: 'matching/register', ...lazyPage('matching-register.import', async () => ({ Component: (await import('../features/matching-register/register-pages.js')).NewPoolRegisterPage })) },
      {
        path: 'matching/:callId',
        ...lazyPage('grant.read', lazyPool('PoolLayout')),
        children: [
          { index: true, ...lazyPage('grant.read', lazyPool('PoolCockpitPage')) },
          { path: 'queue', ...lazyPage('grant.read', lazyPool('QueuePage')) },
          { path: 'applications', ...lazyPage('grant.read', async () => ({ Component: (await import('../features/grant-application/applications-page.js')).GrantApplicationsPage })) },
          { path: 'projects', ...lazyPage('grant.read', async () => ({ Component: (await import('../features/matching-project/projects-page.js')).ProjectsPage })) },
          { path: 'projects/:agreementId', ...lazyPage('grant.read', async () => ({ Component: (await import('../features/matching-project/project-page.js')).ProjectPage })) },
          { path: 'deposits', ...lazyPage('grant.read', async () => ({ Component: (await import('../features/matching-cash/deposits-page.js')).MatchingDepositsPage })) },
          { path: 'releases', ...lazyPage('grant.read', async () => ({ Component: (await import('../features/matching-release/releases-page.js')).MatchingReleasesPage })) },
          { path: 'clawbacks', ...lazyPage('grant.read', async () => ({ Component: (await import('../features/matching-clawback/clawbacks-page.js')).MatchingClawbacksPage })) },
          { path: 'register', ...lazyPage('matching-register.import', async () => ({ Component: (await import('../features/matching-register/register-pages.js')).PoolRegisterPage })) },
          { path: 'terms', ...lazyPage('grant.read', lazyCall('CallTermsPage')) },
          { path: 'ledger', ...lazyPage('ledger.read', lazyCall('CallLedgerPage')) },
          { path: 'report', ...lazyPage('report.read', async () => ({ Component: (await import('../features/grant-report/grant-report-page.js')).GrantReportPage })) },
        ],
      },
      {
        path: 'audit',
        ...lazyPage('audit-pack.read', lazyAudit('AuditLayout')),
        children: [
          { index: true, ...lazyPage('audit-pack.read', lazyAudit('PacksPage')) },
          { path: 'packs/:code', ...lazyPage('audit-pack.read', lazyAudit('PackPage')) },
          { path: 'time-machine', ...lazyPage('ratio-series.read', lazyAudit('TimeMachinePage')) },
          { path: 'downloads', ...lazyPage('audit-pack.read', lazyAudit('PackDownloadsPage')) },
          { path: 'objects/:subjectId', ...lazyPage('decision.read', lazyAudit('ObjectPage')) },
        ],
      },
      { path: 'evidence', ...lazyPage('investment.read', async () => ({ Component: (await import('../features/evidence-desk/pages.js')).EvidenceDeskPage })) },
      { path: 'public-institutes', ...lazyPage('investment.read', async () => ({ Component: (await import('../features/public-institute/institutes-page.js')).InstitutesPage })) },
      { path: 'approvals', ...lazyPage('approval.read', async () => ({ Component: (await import('../features/approval/approvals-page.js')).ApprovalsPage })) },
      { path: 'approvals/:approvalId', ...lazyPage('approval.read', async () => ({ Component: (await import('../features/approval/approvals-page.js')).ApprovalsPage })) },
      { path: 'approval-policies', ...lazyPage('approval.read', async () => ({ Component: (await import('../features/approval-policy/approval-policies-page.js')).ApprovalPoliciesPage })) },
      { path: 'deputies', ...lazyPage('approval.read', async () => ({ Component: (await import('../features/deputy/deputies-page.js')).DeputiesPage })) },
      { path: 'break-glass', ...lazyPage('break-glass.read', async () => ({ Component: (await import('../features/break-glass/break-glass-page.js')).BreakGlassPage })) },
      { path: 'imports', ...lazyPage('import.read', async () => ({ Component: (await import('../features/register/imports-page.js')).ImportsPage })) },
      { path: 'imports/:importId', ...lazyPage('import.read', async () => ({ Component: (await import('../features/register/import-page.js')).ImportPage })) },
      { path: 'reports', ...lazyPage('report.read', async () => ({ Component: (await import('../features/report/issues-page.js')).IssuesPage })) },
      { path: 'reports/deliveries', ...lazyPage('report.read', async () => ({ Component: (await import('../features/report-schedule/deliveries-page.js')).DeliveriesPage })) },
      { path: 'reports/schedules', ...lazyPage('report.read', async () => ({ Component: (await import('../features/report-schedule/schedules-page.js')).SchedulesPage })) },
      { path: 'reports/schedules/:scheduleId', ...lazyPage('report.read', async () => ({ Component: (await import('../features/report-schedule/schedule-page.js')).SchedulePage })) },
      { path: 'reports/:issueId', ...lazyPage('report.read', async () => ({ Component: (await import('../features/report/issue-page.js')).IssuePage })) },
      { path: 'annual', ...lazyPage('report.read', async () => ({ Component: (await import('../features/annual-report/annual-report-page.js')).AnnualReportPage })) },
      { path: 'downloads', ...lazyPage('report.log', async () => ({ Component: (await import('../features/report/downloads-page.js')).DownloadsPage })) },
      { path: 'companies/:companyId', ...lazyPage('investment.read', async () => ({ Component: (await import('../features/company/company-page.js')).CompanyPage })) },
      { path: 'related-parties', ...lazyPage('related-party.read', async () => ({ Component: (await import('../features/related-party/related-parties-page.js')).RelatedPartiesPage })) },
      { path: 'bank-accounts', ...lazyPage('bank-account.read', async () => ({ Component: (await import('../features/bank-account/bank-accounts-page.js')).BankAccountsPage })) },
      { path: 'access-log', ...lazyPage('access-log.read', async () => ({ Component: (await import('../features/access-log/access-log-page.js')).AccessLogPage })) },
      { path: 'commands', ...lazyPage('command.read', async () => ({ Component: (await import('../features/command/commands-page.js')).CommandsPage })) },
      { path: 'seals', ...lazyPage('seal.read', async () => ({ Component: (await import('../features/seal/seal-page.js')).SealPage })) },
      { path: 'roles', ...lazyPage('role.read', async () => ({ Component: (await import('../features/grant/roles-page.js')).RolesPage })) },
      { path: 'users', ...lazyPage('user.manage', async () => ({ Component: (await import('../features/user/users-page.js')).UsersPage })) },
      { path: 'api-tokens', ...lazyPage('api-token.read', async () => ({ Component: (await import('../features/api-token/api-tokens-page.js')).ApiTokensPage })) },
      { path: 'account', ...lazyPage('session.read', async () => ({ Component: (await import('../features/account/account-page.js')).AccountPage })) },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);
