import type { FormEvent, ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { problemFrom } from '../../api/problem.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { readableFaults, type Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { Refusal } from '../rule/refusal.js';
import { recordInstitutes, refreshInstitutes, type RecordInstitutes } from './public-institute.requests.js';
import styles from './public-institute.module.css';

const KINDS = ['GOVERNMENT_FUNDED', 'UNIVERSITY', 'NATIONAL_PUBLIC', 'SPECIFIC', 'LOCAL_FUNDED', 'OTHER'] as const;

interface InstituteForm {
  name: string;
  number: string;
  kind: string;
  validFrom: string;
  source: string;
}

/** Puts one institute on the list. */
export function AddInstituteDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const intent = useIntent();
  const form = useForm<InstituteForm>({ defaultValues: { name: '', number: '', kind: 'GOVERNMENT_FUNDED', validFrom: '', source: '' } });
  const faults = useFaults(form);
  const save = useWrite({
    mutationFn: (body: RecordInstitutes) => recordInstitutes(body, intent.headersFor(body)),
    onError: (error) => {
      faults.refuse(error);
      // The server counts the institutes of a list; this form is the first of one.
      faults.show(readableFaults(problemFrom(error).errors, say).map((fault) => ({ ...fault, pointer: fault.pointer.replace('/institutes/0', '') })));
    },
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshInstitutes();
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const { name, number, kind, validFrom, source } = form.getValues();
    const date = parseDateInput(validFrom);
    const empty = Object.entries({ name, source }).filter(([, value]) => value.trim() === '');
    const found: Fault[] = [...empty.map(([field]) => ({ pointer: `/${field}`, text: t('exceptions.missing') })), ...(date === null ? [{ pointer: '/validFrom', text: t('investment.missingDate') }] : [])];
    if (found.length > 0) return faults.show(found);
    const institute = { name: name.trim(), kind, validFrom: date ?? '', source: source.trim(), ...(number.trim() === '' ? {} : { number: number.trim() }) };
    save.mutate({ institutes: [institute] } as RecordInstitutes);
  };
  return (
    <Dialog title={t('institutes.add')} open onClose={onClose} wide>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <div className={styles['form']}>
            <FormField form={form} name="name">
              {(field) => <TextField {...field} label={t('institutes.name')} maxLength={200} />}
            </FormField>
            <FormField form={form} name="kind">
              {(field) => <SelectField {...field} label={t('institutes.kind')} choices={KINDS.map((value) => ({ value, label: t(`institutes.kinds.${value}`) }))} />}
            </FormField>
            <FormField form={form} name="number">
              {(field) => <TextField {...field} label={t('institutes.number')} inputMode="numeric" maxLength={20} optional />}
            </FormField>
            <FormField form={form} name="validFrom">
              {(field) => <DateField {...field} label={t('institutes.validFrom')} />}
            </FormField>
            <FormField form={form} name="source">
              {(field) => <TextField {...field} label={t('institutes.source')} hint={t('institutes.sourceHint')} maxLength={300} />}
            </FormField>
          </div>
          <Refusal error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={save.isPending}>
              {t('institutes.add')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
