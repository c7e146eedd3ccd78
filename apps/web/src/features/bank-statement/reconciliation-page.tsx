import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { parseDateInput } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { usePermissions } from '../session/use-session.js';
import { useStatementAccounts, type Period, type StatementAccount } from './bank-statement.requests.js';
import { DaysCard } from './days-card.js';
import { DeskCard } from './desk-card.js';
import { ExceptionsCard } from './exceptions-card.js';
import { ImportCard } from './import-card.js';
import { OpenAccountDialog } from './open-account-dialog.js';
import styles from './bank-statement.module.css';

/** What the bank says beside what the books expect, a month of an account at a time. */
export function ReconciliationPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const accounts = useStatementAccounts();
  const [parameters] = useSearchParams();
  const [opening, setOpening] = useState(false);
  const actions = may('statement-account.open') && (
    <Button tone="secondary" onPress={() => setOpening(true)}>
      {t('reconciliation.openAccount')}
    </Button>
  );
  return (
    <Page title={t('reconciliation.title')} lead={t('reconciliation.lead')} actions={actions}>
      <Loaded query={accounts}>
        {(found) => {
          const chosen = found.find(({ id }) => id === parameters.get('account')) ?? found[0];
          if (chosen !== undefined) return <AccountDesk key={chosen.id} accounts={found} chosen={chosen} />;
          return (
            <Empty>
              <p>{t('reconciliation.noAccount')}</p>
            </Empty>
          );
        }}
      </Loaded>
      {opening && <OpenAccountDialog onClose={() => setOpening(false)} />}
    </Page>
  );
}

function AccountDesk({ accounts, chosen }: { readonly accounts: readonly StatementAccount[]; readonly chosen: StatementAccount }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const may = usePermissions();
  const [, setParameters] = useSearchParams();
  const [from, setFrom] = useState(chosen.lastOn === null ? '' : `${chosen.lastOn.slice(0, 7)}-01`);
  const [to, setTo] = useState(chosen.lastOn ?? '');
  const [first, last] = [parseDateInput(from), parseDateInput(to)];
  const period: Period = { accountId: chosen.id, ...(first === null ? {} : { from: first }), ...(last === null ? {} : { to: last }) };
  const choices = accounts.map(({ id, name, bankName, maskedNumber, openLines }) => ({ value: id, label: t('reconciliation.accountChoice', { name, bank: say(bankName), number: maskedNumber, count: openLines }) }));
  return (
    <>
      <div className={styles['period']}>
        <SelectField label={t('reconciliation.account')} value={chosen.id} onChange={(account) => setParameters({ account }, { replace: true })} choices={choices} />
        <DateField label={t('reconciliation.from')} value={from} onChange={setFrom} error={first === null && from !== '' ? t('time.invalid') : undefined} />
        <DateField label={t('reconciliation.to')} value={to} onChange={setTo} error={last === null && to !== '' ? t('time.invalid') : undefined} />
      </div>
      {chosen.lines > 0 && <DeskCard period={period} />}
      {may('bank-statement.import') && <ImportCard accountId={chosen.id} />}
      {chosen.lines > 0 && <ExceptionsCard period={period} />}
      {chosen.lines > 0 && <DaysCard period={period} />}
    </>
  );
}
