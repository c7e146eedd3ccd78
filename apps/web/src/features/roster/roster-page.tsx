import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { Page } from '../../design/page.js';
import { Toggle } from '../../design/toggle.js';
import { usePermissions } from '../session/use-session.js';
import { useCurrentYear } from '../voucher-year/voucher-year-layout.js';
import { IssueDesk } from './issue-desk.js';
import { LettersCard } from './letters-card.js';
import { RosterImport } from './roster-import.js';
import { useIssuable } from './roster.requests.js';
import styles from './roster.module.css';

type Mode = 'desk' | 'roster';

/** Issues vouchers: those that were agreed on in the program, or a whole roster that was kept in Excel. */
export function RosterPage(): ReactElement {
  const { t } = useTranslation();
  const year = useCurrentYear();
  const may = usePermissions();
  const waiting = useIssuable(year.id, null).data?.vouchers.length ?? 0;
  const [chosen, setChosen] = useState<Mode | null>(null);
  const mode: Mode = chosen ?? (waiting > 0 || !may('voucher-roster.import') ? 'desk' : 'roster');
  const closed = year.closedOn !== null;
  return (
    <Page title={t('roster.title')} lead={t('roster.lead')}>
      {closed && <Callout tone="information" title={t('roster.closed')} />}
      {!closed && may('voucher-roster.import') && (
        <div className={styles['modes']} role="group" aria-label={t('roster.modes')}>
          <Toggle selected={mode === 'desk'} onChange={() => setChosen('desk')}>
            {t('roster.desk', { count: waiting })}
          </Toggle>
          <Toggle selected={mode === 'roster'} onChange={() => setChosen('roster')}>
            {t('roster.byRoster')}
          </Toggle>
        </div>
      )}
      {!closed && mode === 'roster' && <RosterImport yearId={year.id} legalRegime={year.legalRegime} forms={[{ path: `/api/voucher-rosters/form?kind=${year.kind}` }]} />}
      {!closed && mode === 'desk' && <IssueDesk yearId={year.id} />}
      {year.vouchersIssued > 0 && <LettersCard yearId={year.id} count={year.vouchersIssued} />}
    </Page>
  );
}
