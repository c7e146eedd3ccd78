import type { ReactElement } from 'react';
import { createBrowserRouter } from 'react-router';
import { FundDashboard } from '../features/fund/fund-dashboard.js';
import { FundLayout } from '../features/fund/fund-layout.js';
import { HomePage } from '../features/programme/home-page.js';
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

const lazyInvestments = (name: 'InvestmentsPage' | 'RecordInvestmentPage' | 'InvestmentPage'): LazyPage => {
  return async () => ({ Component: (await import('../features/investment/pages.js'))[name] });
};

export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <CrashPage />,
    hydrateFallbackElement: <></>,
    children: [
      { index: true, ...page('fund.read', HomePage) },
      { path: 'funds/new', ...lazyPage('fund.form', async () => ({ Component: (await import('../features/fund/form-fund-page.js')).FormFundPage })) },
      {
        path: 'funds/:fundId',
        ...page('fund.read', FundLayout),
        children: [
          { index: true, element: <FundDashboard /> },
          { path: 'investments', ...lazyPage('investment.read', lazyInvestments('InvestmentsPage')) },
          { path: 'investments/new', ...lazyPage('investment.record', lazyInvestments('RecordInvestmentPage')) },
          { path: 'investments/:investmentId', ...lazyPage('investment.read', lazyInvestments('InvestmentPage')) },
          { path: 'capital-calls', ...lazyPage('fund.read', async () => ({ Component: (await import('../features/capital-call/capital-calls-page.js')).CapitalCallsPage })) },
          { path: 'ledger', ...lazyPage('ledger.read', async () => ({ Component: (await import('../features/ledger/ledger-page.js')).LedgerPage })) },
          { path: 'report', ...lazyPage('report.read', async () => ({ Component: (await import('../features/report/report-page.js')).ReportPage })) },
        ],
      },
      { path: 'imports', ...lazyPage('import.read', async () => ({ Component: (await import('../features/register/imports-page.js')).ImportsPage })) },
      { path: 'imports/:importId', ...lazyPage('import.read', async () => ({ Component: (await import('../features/register/import-page.js')).ImportPage })) },
      { path: 'downloads', ...lazyPage('report.log', async () => ({ Component: (await import('../features/report/downloads-page.js')).DownloadsPage })) },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);
