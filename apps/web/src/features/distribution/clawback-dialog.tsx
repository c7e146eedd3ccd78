import type { FormEvent, ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Facts } from '../../design/facts.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { useDebounced } from '../../design/use-debounced.js';
import { WonField } from '../../design/won-field.js';
import { WonText } from '../../design/won-text.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import { clawBackCarry, useClawbackPreview, type ClawBackCarry } from './distribution.requests.js';
import styles from './distribution.module.css';

const PAUSE_MS = 350;

/** At the end of a fund: what carry comes back, why, and who gets it. */
export function ClawbackDialog({ fundId, onClose }: { readonly fundId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { paidOn: todayInSeoul(), taxWon: '0' } });
  const faults = useFaults(form);
  const intent = useIntent();
  const typed = form.watch();
  const [paidOn, tax] = [parseDateInput(typed.paidOn), parseWonInput(typed.taxWon)];
  const body = paidOn === null || !tax.ok ? null : { paidOn, taxWon: tax.amount.toString() };
  const settled = useDebounced(body === null ? null : JSON.stringify(body), PAUSE_MS);
  const clawBack = useWrite({
    mutationFn: (input: ClawBackCarry) => clawBackCarry(fundId, input, intent.headersFor(input)),
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshFund(fundId);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const found: Fault[] = [];
    if (paidOn === null) found.push({ pointer: '/paidOn', text: t('distribution.missingDate') });
    if (!tax.ok) found.push({ pointer: '/taxWon', text: t('distribution.missingAmount') });
    if (body === null) return faults.show(found);
    clawBack.mutate(body);
  };
  return (
    <Dialog title={t('distribution.clawBackTitle')} open onClose={onClose} wide>
      <p className={styles['note']}>{t('distribution.clawBackLead')}</p>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <div className={styles['two']}>
            <FormField form={form} name="paidOn">
              {(field) => <DateField {...field} label={t('distribution.paidOn')} />}
            </FormField>
            <FormField form={form} name="taxWon">
              {(field) => <WonField {...field} label={t('distribution.tax')} hint={t('distribution.taxHint')} />}
            </FormField>
          </div>
          <ClawbackPreview fundId={fundId} settled={settled} />
          <Refusal error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={clawBack.isPending}>
              {t('distribution.clawBackRecord')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}

function ClawbackPreview({ fundId, settled }: { readonly fundId: string; readonly settled: string | null }): ReactElement | null {
  const { t } = useTranslation();
  const say = useBilingual();
  const preview = useClawbackPreview(fundId, settled);
  if (settled === null) return null;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  const { verdicts, text, toPartners, ...figures } = preview.data;
  return (
    <>
      <VerdictList verdicts={verdicts} />
      <p>{say(text)}</p>
      <Facts
        facts={[
          { label: t('distribution.carryPaidWon'), value: <WonText amount={figures.carryPaidWon} /> },
          { label: t('distribution.hurdleShortfall'), value: <WonText amount={figures.hurdleShortfallWon} /> },
          { label: t('distribution.beyondShare'), value: <WonText amount={figures.beyondShareWon} /> },
          { label: t('distribution.clawbackWon'), value: <WonText amount={figures.clawbackWon} /> },
        ]}
      />
      {figures.clawbackWon !== '0' && (
        <PlainTable
          label={t('distribution.clawbackWon')}
          rows={toPartners}
          rowKey={({ partnerId }) => partnerId}
          columns={[
            { header: t('distribution.partner'), cell: ({ partner }) => partner },
            { header: t('distribution.shareTotal'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
          ]}
          totals={[t('table.total'), formatWon(figures.clawbackWon)]}
        />
      )}
    </>
  );
}
