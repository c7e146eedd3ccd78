import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { Button } from '../design/button.js';
import { Icon } from '../design/icon.js';
import { BreakGlassBanner } from '../features/break-glass/break-glass-banner.js';
import { InboxLink } from '../features/approval/inbox-link.js';
import { SubmittedDialog } from '../features/approval/submitted-dialog.js';
import { DownloadTray } from '../features/download/download-tray.js';
import { SealBadge } from '../features/seal/seal-badge.js';
import { ProviderOutcome } from '../features/session/provider-outcome.js';
import { SessionLostDialog } from '../features/session/session-lost-dialog.js';
import { signOut } from '../features/session/session.requests.js';
import { StepUpDialog } from '../features/session/step-up-dialog.js';
import { usePermissions, useSessionState } from '../features/session/use-session.js';
import { useTerm } from '../i18n/term.js';
import { Brand } from './brand.js';
import { BusyBar } from './busy-bar.js';
import { LanguageButton } from './language-button.js';
import { NavigationGroup } from './navigation-group.js';
import styles from './shell.module.css';

/** The frame of every page after sign-in; the menu holds only what the person may open. */
export function Shell(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { pathname } = useLocation();
  const money = [
    ...(may('payment-run.read') ? [{ to: '/payments', label: t('paymentRun.title') }] : []),
    ...(may('bank-statement.read') ? [{ to: '/reconciliation', label: t('reconciliation.title') }] : []),
    ...(may('bank-account.read') ? [{ to: '/bank-accounts', label: t('bankAccounts.title') }] : []),
  ];
  const records = [
    ...(may('report.read') ? [{ to: '/annual', label: t('report.kinds.annual') }] : []),
    ...(may('report.read') ? [{ to: '/reports', label: t('reportIssue.title') }] : []),
    ...(may('report.log') ? [{ to: '/downloads', label: t('shell.downloads') }] : []),
    ...(may('access-log.read') ? [{ to: '/access-log', label: t('accessLog.title') }] : []),
    ...(may('command.read') ? [{ to: '/commands', label: t('commands.title') }] : []),
    ...(may('seal.read') ? [{ to: '/seals', label: t('seals.title') }] : []),
    ...(may('related-party.read') ? [{ to: '/related-parties', label: t('relatedParties.title') }] : []),
    ...(may('role.read') ? [{ to: '/roles', label: t('grants.title') }] : []),
  ];
  return (
    <>
      <a href="#content" className={styles['skip']}>
        {t('common.skipToContent')}
      </a>
      <BusyBar />
      <header className={styles['header']}>
        <Link to="/" className={styles['home']}>
          <Brand />
        </Link>
        <nav aria-label={t('shell.mainNavigation')} className={styles['navigation']}>
          {may('fund.read') && (
            <NavLink to="/" end>
              {t('shell.home')}
            </NavLink>
          )}
          {may('investment.read') && <NavLink to="/evidence">{t('evidenceDesk.title')}</NavLink>}
          {may('fund.read') && <NavLink to="/obligations">{t('mandate.radarTitle')}</NavLink>}
          {may('voucher.read') && <NavLink to="/vouchers">{t('voucherYear.title')}</NavLink>}
          {may('grant.read') && <NavLink to="/grants">{t('grantCall.title')}</NavLink>}
          {may('grant.read') && <NavLink to="/matching">{t('matching.title')}</NavLink>}
          <NavigationGroup title={t('shell.money')} links={money} />
          {may('approval.read') && <InboxLink />}
          {may('import.read') && <NavLink to="/imports">{t('shell.imports')}</NavLink>}
          {may('audit-pack.read') && <NavLink to="/audit">{t('audit.title')}</NavLink>}
          <NavigationGroup title={t('shell.records')} links={records} />
          {may('user.manage') && <NavLink to="/users">{t('users.title')}</NavLink>}
        </nav>
        {may('seal.read') && <SealBadge />}
        <Account />
      </header>
      <BreakGlassBanner />
      <main id="content" tabIndex={-1}>
        <ProviderOutcome key={pathname} />
        <Outlet />
      </main>
      <DownloadTray />
      <SubmittedDialog />
      <SessionLostDialog />
      <StepUpDialog />
    </>
  );
}

function Account(): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const state = useSessionState();
  const user = state.kind === 'signed-in' || state.kind === 'lost' ? state.session.user : null;
  return (
    <div className={styles['user']}>
      {user !== null && (
        <Link to="/account" className={styles['name']} title={t('security.title')}>
          <Icon name="user" size={18} />
          {t('shell.account', { name: user.name })}
          <span className={styles['role']}> · {user.roles.map((role) => term('role', role)).join(', ')}</span>
        </Link>
      )}
      <LanguageButton />
      <Button small tone="quiet" onPress={() => void signOut()}>
        {t('shell.signOut')}
      </Button>
    </div>
  );
}
