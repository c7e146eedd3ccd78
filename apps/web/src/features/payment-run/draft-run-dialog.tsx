import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { WonText } from '../../design/won-text.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import { PayableRows, RefusedDebts } from './due-tables.js';
import { draftRun, refreshPayments, useRunPreview, type BookToPay, type DraftedRun } from './payment-run.requests.js';
import styles from './payment-run.module.css';

interface Props {
  readonly book: BookToPay;
  readonly onClose: () => void;
}

const blocked = (seen: DraftedRun | undefined): boolean => seen === undefined || seen.payables.length === 0 || seen.verdicts.some(({ result }) => result === 'BLOCK');

/** What is drafted is what stands here: these debts, this total. */
export function DraftRunDialog({ book, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const intent = useIntent();
  const [typed, setTyped] = useState(todayInSeoul());
  const payOn = parseDateInput(typed);
  const preview = useRunPreview(book.book, payOn);
  const draft = useWrite({
    mutationFn: (seen: DraftedRun) => {
      const body = { book: book.book, payOn: payOn ?? '', payableIds: seen.payables.map(({ id }) => id), totalWon: seen.totalWon };
      return draftRun(body, intent.headersFor(body));
    },
    onSubmitted: onClose,
    onSuccess: async ({ id }) => {
      intent.done();
      await refreshPayments();
      onClose();
      if (id !== null) void navigate(`/payments/${id}`);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (preview.data !== undefined && !blocked(preview.data)) draft.mutate(preview.data);
  };
  return (
    <Dialog title={t('paymentRun.draftTitle', { book: book.label })} open onClose={onClose} wide>
      <form onSubmit={submit} noValidate>
        <Stack>
          <p className={styles['note']}>{t('paymentRun.draftLead')}</p>
          <div className={styles['day']}>
            <DateField label={t('paymentRun.payOn')} value={typed} onChange={setTyped} error={payOn === null ? t('time.invalid') : undefined} />
          </div>
          <Loaded query={preview}>{(seen) => <Preview seen={seen} />}</Loaded>
          <Refusal error={draft.error} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" disabled={blocked(preview.data)} pending={draft.isPending}>
              {t('paymentRun.draft')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}

function Preview({ seen: { payables, refused, verdicts, entries, totalWon } }: { readonly seen: DraftedRun }): ReactElement {
  const { t } = useTranslation();
  return (
    <Stack>
      <p className={styles['sum']}>
        <WonText amount={totalWon} />
      </p>
      <PayableRows label={t('paymentRun.due')} payables={payables} />
      <VerdictList verdicts={verdicts} />
      <RefusedDebts refused={refused} />
      {entries.length > 0 && (
        <details>
          <summary>{t('paymentRun.entriesLater', { count: entries.length })}</summary>
          <PostedEntries entries={entries} />
        </details>
      )}
    </Stack>
  );
}
