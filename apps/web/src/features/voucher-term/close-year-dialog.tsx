import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../design/facts.js';
import { FormField } from '../../design/form/form-field.js';
import { Stack } from '../../design/page.js';
import { ChoiceField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { WonText } from '../../design/won-text.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import { useYearWrite } from '../voucher-year/use-year-write.js';
import type { VoucherYear } from '../voucher-year/voucher-year.queries.js';
import styles from './voucher-term.module.css';
import { closeYear, usePreview, type ClosedYear, type CloseYear } from './voucher-term.requests.js';

const PAUSE_MS = 350;

/** The end of a fiscal year: what lapses, what goes on, what is still paid, entry by entry before anybody signs. */
export function CloseYearDialog({ year, onClose }: { readonly year: VoucherYear; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { unissued: 'LAPSE', clause: t('closeYear.clauseDefault', { year: year.fiscalYear }) } });
  const { unissued, clause } = form.watch();
  const body: CloseYear = { unissued: unissued as CloseYear['unissued'], clause: clause.trim() };
  const found = body.clause === '' ? [{ pointer: '/clause', text: t('terms.missing') }] : [];
  const { faults, pending, send } = useYearWrite({ form, yearId: year.id, run: (input: CloseYear, header) => closeYear(year.id, input, header), onClose });
  return (
    <FormDialog title={t('closeYear.title', { year: year.name })} action={t('closeYear.submit')} faults={faults} pending={pending} onSubmit={(event) => send(event, body, found)} onClose={onClose} wide>
      <p>{t('closeYear.lead')}</p>
      <FormField form={form} name="unissued">
        {(field) => (
          <ChoiceField
            {...field}
            label={t('closeYear.unissued')}
            choices={[
              { value: 'LAPSE', label: t('closeYear.lapse') },
              { value: 'FORWARD', label: t('closeYear.forward', { year: year.fiscalYear + 1 }) },
            ]}
          />
        )}
      </FormField>
      <FormField form={form} name="clause">
        {(field) => <TextField {...field} label={t('terms.clause')} maxLength={300} />}
      </FormField>
      <ClosePreview yearId={year.id} settled={useDebounced(body.clause === '' ? null : JSON.stringify(body), PAUSE_MS)} />
    </FormDialog>
  );
}

function ClosePreview({ yearId, settled }: { readonly yearId: string; readonly settled: string | null }): ReactElement | null {
  const { t } = useTranslation();
  const preview = usePreview<CloseYear, ClosedYear>(yearId, 'close', settled, closeYear);
  if (settled === null) return null;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  const { verdicts, entries, lapsedWon, forwardedWon, carriedOverWon } = preview.data;
  return (
    <Stack>
      <VerdictList verdicts={verdicts} />
      <Facts
        columns
        facts={[
          { label: t('closeYear.lapsed'), value: <WonText amount={lapsedWon} /> },
          { label: t('closeYear.forwarded'), value: <WonText amount={forwardedWon} /> },
          { label: t('closeYear.carriedOver'), value: <WonText amount={carriedOverWon} /> },
        ]}
      />
      {entries.length > 0 && (
        <div className={styles['scroll']}>
          <PostedEntries entries={entries} />
        </div>
      )}
    </Stack>
  );
}
