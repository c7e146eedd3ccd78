import type { FormEvent, ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { FileDrop } from '../../design/file-drop.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { parseDateInput } from '../../format/date.js';
import { useInvestments } from '../fund/fund.queries.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { uploadDocument } from '../investment/document.requests.js';
import { Refusal } from '../rule/refusal.js';
import styles from './evidence-desk.module.css';
import { recordException, type RecordException } from './evidence-desk.requests.js';

interface ExceptionForm {
  number: string;
  issuer: string;
  subject: string;
  investmentId: string;
  validFrom: string;
  validTo: string;
}

/** An answer with its number, scope and term; the letter itself where there is one. */
export function ExceptionDialog({ fundId, onClose }: { readonly fundId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const form = useForm<ExceptionForm>({ defaultValues: { number: '', issuer: '', subject: '', investmentId: '', validFrom: '', validTo: '' } });
  const faults = useFaults(form);
  const deals = (useInvestments(fundId, {}).data ?? []).filter(({ voided }) => !voided);
  const upload = useWrite({ mutationFn: uploadDocument });
  const save = useWrite({
    mutationFn: (body: RecordException) => recordException(fundId, body, intent.headersFor(body)),
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
    const values = form.getValues();
    const found = missingIn(values, t('investment.missingDate'), t('exceptions.missing'));
    if (found.length > 0) return faults.show(found);
    save.mutate({ ...bodyOf(values), ...(upload.data === undefined ? {} : { documentId: upload.data.id }) });
  };
  return (
    <Dialog title={t('exceptions.add')} open onClose={onClose} wide>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <div className={styles['form']}>
            <FormField form={form} name="number">
              {(field) => <TextField {...field} label={t('exceptions.number')} maxLength={100} />}
            </FormField>
            <FormField form={form} name="issuer">
              {(field) => <TextField {...field} label={t('exceptions.issuer')} maxLength={200} />}
            </FormField>
            <FormField form={form} name="investmentId">
              {(field) => <SelectField {...field} label={t('exceptions.scope')} emptyLabel={t('exceptions.wholeFund')} choices={deals.map(({ id, number, company }) => ({ value: id, label: `${number} ${company}` }))} />}
            </FormField>
            <FormField form={form} name="validFrom">
              {(field) => <DateField {...field} label={t('exceptions.validFrom')} />}
            </FormField>
            <FormField form={form} name="validTo">
              {(field) => <DateField {...field} label={t('exceptions.validTo')} optional />}
            </FormField>
          </div>
          <FormField form={form} name="subject">
            {(field) => <TextAreaField {...field} label={t('exceptions.subject')} maxLength={2000} />}
          </FormField>
          <FileDrop label={upload.data?.fileName ?? t('exceptions.file')} buttonLabel={t('evidence.choose')} pending={upload.isPending} onFiles={([file]) => file !== undefined && upload.mutate(file)} />
          <Refusal error={upload.error ?? faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={save.isPending}>
              {t('exceptions.add')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}

function missingIn(values: ExceptionForm, wrongDate: string, missing: string): Fault[] {
  const empty = (['number', 'issuer', 'subject'] as const).filter((name) => values[name].trim() === '').map((name): Fault => ({ pointer: `/${name}`, text: missing }));
  const dates = (['validFrom', 'validTo'] as const).filter((name) => (name === 'validFrom' || values[name].trim() !== '') && parseDateInput(values[name]) === null);
  return [...empty, ...dates.map((name): Fault => ({ pointer: `/${name}`, text: wrongDate }))];
}

function bodyOf({ number, issuer, subject, investmentId, validFrom, validTo }: ExceptionForm): RecordException {
  const to = parseDateInput(validTo);
  return {
    number: number.trim(),
    issuer: issuer.trim(),
    subject: subject.trim(),
    validFrom: parseDateInput(validFrom) ?? '',
    ...(investmentId === '' ? {} : { investmentId }),
    ...(to === null ? {} : { validTo: to }),
  };
}
