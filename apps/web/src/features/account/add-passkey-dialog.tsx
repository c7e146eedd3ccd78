import type { FormEvent, ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { TextField } from '../../design/text-field.js';
import { ProofCallout } from '../session/proof-callout.js';
import { enrolPasskey, refreshAccount } from './account.requests.js';

interface Props {
  readonly onClose: () => void;
  /** With recovery codes, for whoever had none left. */
  readonly onEnrolled: (codes: readonly string[] | null) => void;
}

/** Names the device; the browser asks for the finger or the PIN. Every attempt is an intent of its own: it signs another challenge. */
export function AddPasskeyDialog({ onClose, onEnrolled }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { name: '' } });
  const faults = useFaults(form);
  const enrol = useWrite({
    mutationFn: (name: string) => enrolPasskey(name, { 'Idempotency-Key': newKey() }),
    onError: faults.refuse,
    onSuccess: async ({ recoveryCodes }) => {
      await refreshAccount();
      onEnrolled(recoveryCodes);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const name = form.getValues('name').trim();
    if (name === '') return faults.show([{ pointer: '/name', text: t('security.passkeyNameMissing') }]);
    enrol.mutate(name);
  };
  return (
    <Dialog title={t('security.passkeyAdd')} open onClose={onClose}>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <p>{t('identity.passkeyLead')}</p>
          <FormField form={form} name="name">
            {(field) => <TextField {...field} label={t('security.passkeyName')} hint={t('security.passkeyNameHint')} maxLength={60} autoFocus />}
          </FormField>
          <ProofCallout error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={enrol.isPending}>
              {t('security.enrol')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
