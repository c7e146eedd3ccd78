import { useState, type FormEvent, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api, dataOf } from '../../api/client.js';
import { useIntent } from '../../api/intent.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';

type CreateProgramme = components['schemas']['CreateProgrammeDto'];

const BLANK = { code: '', nameKo: '', nameEn: '', horizonFrom: '', horizonTo: '', targetCommitmentWon: '' };
type ProgrammeForm = typeof BLANK;

export function CreateProgrammeButton(): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('programme.create')}</Button>
      {open && <CreateProgrammeDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function CreateProgrammeDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm<ProgrammeForm>({ defaultValues: BLANK });
  const faults = useFaults(form);
  const intent = useIntent();
  const create = useWrite({
    mutationFn: (body: CreateProgramme) => dataOf(api.POST('/api/programmes', { params: { header: intent.headersFor(body) }, body })),
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await queryClient.invalidateQueries({ queryKey: ['programmes'] });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const { body, found } = read(form.getValues(), t('formFund.missing'));
    if (found.length > 0) return faults.show(found);
    create.mutate(body);
  };
  return (
    <Dialog title={t('createProgramme.title')} open onClose={onClose}>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <FormField form={form} name="nameKo">
            {(field) => <TextField {...field} label={t('createProgramme.nameKo')} autoFocus />}
          </FormField>
          <FormField form={form} name="nameEn">
            {(field) => <TextField {...field} label={t('createProgramme.nameEn')} />}
          </FormField>
          <FormField form={form} name="code">
            {(field) => <TextField {...field} label={t('createProgramme.code')} placeholder="PTC-FUND" />}
          </FormField>
          <FormField form={form} name="horizonFrom">
            {(field) => <DateField {...field} label={t('createProgramme.horizonFrom')} />}
          </FormField>
          <FormField form={form} name="horizonTo">
            {(field) => <DateField {...field} label={t('createProgramme.horizonTo')} />}
          </FormField>
          <FormField form={form} name="targetCommitmentWon">
            {(field) => <WonField {...field} label={t('createProgramme.target')} optional />}
          </FormField>
          <ProblemCallout error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={create.isPending}>
              {t('createProgramme.submit')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}

function read(values: ProgrammeForm, missing: string): { body: CreateProgramme; found: Fault[] } {
  const found: Fault[] = [];
  const [from, to] = [parseDateInput(values.horizonFrom), parseDateInput(values.horizonTo)];
  const target = parseWonInput(values.targetCommitmentWon);
  for (const name of ['nameKo', 'nameEn', 'code'] as const) if (values[name].trim() === '') found.push({ pointer: `/${name}`, text: missing });
  if (from === null) found.push({ pointer: '/horizonFrom', text: missing });
  if (to === null) found.push({ pointer: '/horizonTo', text: missing });
  if (values.targetCommitmentWon.trim() !== '' && !target.ok) found.push({ pointer: '/targetCommitmentWon', text: missing });
  const body = {
    code: values.code.trim(),
    nameKo: values.nameKo.trim(),
    nameEn: values.nameEn.trim(),
    horizonFrom: from ?? '',
    horizonTo: to ?? '',
    ...(target.ok ? { targetCommitmentWon: target.amount.toString() } : {}),
  };
  return { body, found };
}
