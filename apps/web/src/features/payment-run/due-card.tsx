import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { usePermissions } from '../session/use-session.js';
import { DesignateDialog } from './designate-dialog.js';
import { DraftRunDialog } from './draft-run-dialog.js';
import { PayableRows, RefusedDebts } from './due-tables.js';
import { useDue, usePayingAccounts, type BookToPay, type Due } from './payment-run.requests.js';
import styles from './payment-run.module.css';

interface Props {
  readonly chosen: BookToPay;
  /** Other books that may be looked at instead; left out where the page is about one. */
  readonly choice?: { readonly books: readonly BookToPay[]; readonly onChoose: (book: string) => void };
}

/** What one book owes today, what stands against the rest, and the account it would leave. */
export function DueCard({ chosen, choice }: Props): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const due = useDue(chosen.book);
  const [asked, setAsked] = useState<'draft' | 'designate' | null>(null);
  const close = (): void => setAsked(null);
  const deeds = (
    <>
      {may('paying-account.designate') && (
        <Button small onPress={() => setAsked('designate')}>
          {t('paymentRun.designate')}
        </Button>
      )}
      {may('payment-run.draft') && chosen.hasAccount && (due.data?.payables.length ?? 0) > 0 && (
        <Button tone="primary" icon="right" onPress={() => setAsked('draft')}>
          {t('paymentRun.draftAll', { count: due.data?.payables.length ?? 0 })}
        </Button>
      )}
    </>
  );
  return (
    <Card title={t('paymentRun.due')} actions={deeds}>
      <Stack>
        {choice !== undefined && (
          <div className={styles['book']}>
            <SelectField
              label={t('paymentRun.book')}
              choices={choice.books.map(({ book, label, owed, owedWon }) => ({ value: book, label: t('paymentRun.bookChoice', { label, count: owed, amount: formatWon(owedWon) }) }))}
              value={chosen.book}
              onChange={choice.onChoose}
            />
          </div>
        )}
        <AccountLine book={chosen.book} />
        <Loaded query={due}>{(found) => <DueRows due={found} />}</Loaded>
      </Stack>
      {asked === 'draft' && <DraftRunDialog book={chosen} onClose={close} />}
      {asked === 'designate' && <DesignateDialog book={chosen} onClose={close} />}
    </Card>
  );
}

function DueRows({ due: { payables, refused } }: { readonly due: Due }): ReactElement {
  const { t } = useTranslation();
  if (payables.length === 0 && refused.length === 0) return <p className={styles['note']}>{t('paymentRun.nothingDue')}</p>;
  return (
    <Stack>
      {payables.length > 0 && <PayableRows label={t('paymentRun.due')} payables={payables} />}
      <RefusedDebts refused={refused} />
    </Stack>
  );
}

/** The account that the book pays from today. */
function AccountLine({ book }: { readonly book: string }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <Loaded query={usePayingAccounts(book)}>
      {([account]) => (
        <p className={styles['note']}>
          {account === undefined ? t('paymentRun.noAccount') : t('paymentRun.paysFrom', { payer: account.payerName, bank: say(account.bankName), number: account.maskedNumber, on: account.effectiveFrom })}
        </p>
      )}
    </Loaded>
  );
}
