import { useState, type FormEvent, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { TextField } from '../../design/text-field.js';
import { formatInstant } from '../../format/date.js';
import styles from './account-page.module.css';
import { changePassword, refreshAccount, type Factors } from './account.requests.js';

export function PasswordCard({ factors }: { readonly factors: Factors }): ReactElement {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  const [ended, setEnded] = useState<number | null>(null);
  const { passwordChosenAt } = factors;
  return (
    <Card
      title={t('security.password')}
      actions={
        passwordChosenAt === null ? undefined : (
          <Button small onPress={() => setChanging(true)}>
            {t('security.changePassword')}
          </Button>
        )
      }
    >
      <Stack>
        <p>{passwordChosenAt === null ? t('security.passwordNone') : t('security.passwordChosen', { at: formatInstant(passwordChosenAt) })}</p>
        <p className={styles['note']}>{t('security.passwordRule')}</p>
        {ended !== null && <Callout tone="success" title={t('security.passwordChanged', { count: ended })} urgent />}
      </Stack>
      {changing && (
        <ChangePasswordDialog
          onClose={() => setChanging(false)}
          onChanged={(count) => {
            setEnded(count);
            setChanging(false);
          }}
        />
      )}
    </Card>
  );
}

function ChangePasswordDialog({ onClose, onChanged }: { readonly onClose: () => void; readonly onChanged: (endedSessions: number) => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { oldPassword: '', newPassword: '', again: '' } });
  const faults = useFaults(form);
  const change = useWrite({
    mutationFn: changePassword,
    onError: faults.refuse,
    onSuccess: async ({ endedSessions }) => {
      onChanged(endedSessions);
      await refreshAccount();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const { oldPassword, newPassword, again } = form.getValues();
    const found: Fault[] = [];
    if (oldPassword === '') found.push({ pointer: '/oldPassword', text: t('security.passwordMissing') });
    if (newPassword === '') found.push({ pointer: '/newPassword', text: t('security.passwordMissing') });
    else if (newPassword !== again) found.push({ pointer: '/again', text: t('security.passwordsDiffer') });
    if (found.length > 0) return faults.show(found);
    change.mutate({ oldPassword, newPassword });
  };
  return (
    <Dialog title={t('security.changePassword')} open onClose={onClose}>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <FormField form={form} name="oldPassword">
            {(field) => <TextField {...field} type="password" autoComplete="current-password" label={t('security.oldPassword')} autoFocus />}
          </FormField>
          <FormField form={form} name="newPassword">
            {(field) => <TextField {...field} type="password" autoComplete="new-password" label={t('security.newPassword')} hint={t('security.passwordRule')} />}
          </FormField>
          <FormField form={form} name="again">
            {(field) => <TextField {...field} type="password" autoComplete="new-password" label={t('security.newPasswordAgain')} />}
          </FormField>
          <ProblemCallout error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={change.isPending}>
              {t('security.changePassword')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
