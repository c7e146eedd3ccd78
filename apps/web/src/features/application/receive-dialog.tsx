import { useState, type FormEvent, type ReactElement } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { ChecksField } from '../../design/checks-field.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { draftOr, forgetDraft, useDraft } from '../../design/form/draft.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { WonField } from '../../design/won-field.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import type { VoucherYear } from '../voucher-year/voucher-year.queries.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { receiveApplication, useReceivePreview, type ReceiveApplication } from './application.requests.js';
import styles from './applications-page.module.css';
import { blankReceipt, faultsOfReceipt, receiptBody, type ReceiptForm } from './receipt-form.js';

const PAUSE_MS = 400;

/** Records what came in, one after the other; what the screening will say is shown while it is typed. */
export function ReceiveDialog({ year, onClose }: { readonly year: VoucherYear; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const draftKey = `application.${year.id}`;
  const form = useForm<ReceiptForm>({ defaultValues: draftOr(draftKey, blankReceipt()) });
  useDraft(draftKey, form);
  const faults = useFaults(form);
  const intent = useIntent();
  const [received, setReceived] = useState<string | null>(null);
  const [another, setAnother] = useState(false);
  const values = form.watch();
  const body = receiptBody(values);
  const settled = useDebounced(faultsOfReceipt(values).length === 0 ? JSON.stringify(body) : null, PAUSE_MS);
  const receive = useWrite({
    mutationFn: (input: ReceiveApplication) => receiveApplication(year.id, input, intent.headersFor(input)),
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async ({ number }) => {
      intent.done();
      forgetDraft(draftKey);
      await refreshYear(year.id);
      if (!another) return onClose();
      setReceived(number);
      form.reset(blankReceipt());
      form.setFocus('company.name');
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const found = faultsOfReceipt(values);
    if (found.length > 0) return faults.show(found.map(({ pointer, text }) => ({ pointer, text: t(`application.missing.${text}`) })));
    receive.mutate(body);
  };
  return (
    <Dialog title={t('application.receiveTitle')} open onClose={onClose} wide>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          {received !== null && <Callout tone="success" title={t('application.received', { number: received })} />}
          <ReceiptFields form={form} asksForTransfer={year.terms.some(({ key, value }) => key === 'voucher.transfer-within-years' && value !== '0')} />
          <Preview yearId={year.id} settled={settled} />
          <Refusal error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="secondary" pending={receive.isPending && another} onPress={() => setAnother(true)}>
              {t('application.receiveAnother')}
            </Button>
            <Button type="submit" tone="primary" pending={receive.isPending && !another} onPress={() => setAnother(false)}>
              {t('application.receive')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}

function ReceiptFields({ form, asksForTransfer }: { readonly form: UseFormReturn<ReceiptForm>; readonly asksForTransfer: boolean }): ReactElement {
  const { t } = useTranslation();
  const text = (name: keyof ReceiptForm & string, label: string, optional: boolean, maxLength: number, hint?: string): ReactElement => (
    <FormField form={form} name={name}>
      {(field) => <TextField {...field} label={label} optional={optional} maxLength={maxLength} {...(hint === undefined ? {} : { hint })} />}
    </FormField>
  );
  return (
    <>
      <div className={styles['fields']}>
        <FormField form={form} name="company.name">
          {(field) => <TextField {...field} label={t('application.company')} maxLength={300} autoFocus />}
        </FormField>
        <FormField form={form} name="company.businessNumber">
          {(field) => <TextField {...field} label={t('application.businessNumber')} maxLength={20} inputMode="numeric" placeholder="000-00-00000" />}
        </FormField>
        {text('representative', t('application.representative'), true, 100)}
        {text('officers', t('application.officers'), true, 1000, t('application.officersHint'))}
        {text('contractNumber', t('application.contractNumber'), !asksForTransfer, 100)}
        <FormField form={form} name="contractOn">
          {(field) => <DateField {...field} label={t('application.contractOn')} optional={!asksForTransfer} />}
        </FormField>
        {text('technology', t('application.technology'), true, 300)}
        {text('researcher', t('application.researcher'), true, 100)}
        {text('institution', t('application.institution'), true, 300)}
        <FormField form={form} name="requestedWon">
          {(field) => <WonField {...field} label={t('application.requested')} optional hint={t('application.requestedHint')} />}
        </FormField>
        <FormField form={form} name="receivedOn">
          {(field) => <DateField {...field} label={t('application.receivedOn')} />}
        </FormField>
        {text('receivedTime', t('application.receivedTime'), true, 20, t('application.receivedTimeHint'))}
      </div>
      <ChecksField label={t('application.consent')} choices={[{ value: 'yes', label: t('application.consented') }]} value={form.watch('consented') ? ['yes'] : []} onChange={(chosen) => form.setValue('consented', chosen.length > 0)} />
      <details>
        <summary>{t('application.more')}</summary>
        <div className={styles['fields']}>
          {text('researcherNumber', t('application.researcherNumber'), true, 20)}
          {text('clearance', t('application.clearance'), true, 200)}
          {text('phone', t('application.phone'), true, 40)}
          {text('address', t('application.address'), true, 300)}
          <FormField form={form} name="services">
            {(field) => <TextAreaField {...field} label={t('application.services')} optional maxLength={1000} />}
          </FormField>
          <FormField form={form} name="note">
            {(field) => <TextAreaField {...field} label={t('application.note')} optional maxLength={1000} />}
          </FormField>
        </div>
      </details>
    </>
  );
}

function Preview({ yearId, settled }: { readonly yearId: string; readonly settled: string | null }): ReactElement {
  const { t } = useTranslation();
  const preview = useReceivePreview(yearId, settled === null ? null : (JSON.parse(settled) as ReceiveApplication));
  if (settled === null) return <p className={styles['note']}>{t('application.previewWaiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  return (
    <section aria-label={t('application.screeningWouldSay')}>
      <p className={styles['note']}>{t('application.screeningWouldSay')}</p>
      <VerdictList verdicts={preview.data.verdicts} />
    </section>
  );
}
