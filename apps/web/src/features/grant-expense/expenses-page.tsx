import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { LinkButton } from '../../design/button.js';
import { Page } from '../../design/page.js';
import { Toggle } from '../../design/toggle.js';
import { useCurrentCall } from '../grant-call/grant-call-layout.js';
import { usePermissions } from '../session/use-session.js';
import { ExpenseEntry } from './expense-entry.js';
import { ExpenseList } from './expense-list.js';
import styles from './expenses.module.css';

/** What the projects of a call spend: the list with its reviews, and the entry of claims. */
export function ExpensesPage(): ReactElement {
  const { t } = useTranslation();
  const call = useCurrentCall();
  const may = usePermissions();
  const agreementId = useSearchParams()[0].get('agreement') ?? '';
  const [entering, setEntering] = useState(agreementId !== '' && may('grant-expense.record'));
  return (
    <Page
      title={t('grantExpense.title')}
      lead={t('grantExpense.lead')}
      actions={
        may('grant-register.import') && call.regime === 'RND' ? (
          <LinkButton tone="secondary" to={`/grants/${call.id}/register`}>
            {t('grantRegister.open')}
          </LinkButton>
        ) : undefined
      }
    >
      {may('grant-expense.record') && (
        <div className={styles['modes']} role="group" aria-label={t('grantExpense.modes')}>
          <Toggle selected={!entering} onChange={() => setEntering(false)}>
            {t('grantExpense.list')}
          </Toggle>
          <Toggle selected={entering} onChange={() => setEntering(true)}>
            {t('grantExpense.entry')}
          </Toggle>
        </div>
      )}
      {entering ? <ExpenseEntry call={call} agreementId={agreementId} /> : <ExpenseList callId={call.id} {...(agreementId === '' ? {} : { agreementId })} />}
    </Page>
  );
}
