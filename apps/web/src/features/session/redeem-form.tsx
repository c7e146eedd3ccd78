import { useState, type FormEvent, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { TextField } from '../../design/text-field.js';
import { redeemInvitation } from './session.requests.js';

/** Chooses a password with the code that the administrator handed over. */
export function RedeemForm({ onBack }: { readonly onBack: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { code: '', password: '', again: '' } });
  const faults = useFaults(form);
  const [pending, setPending] = useState(false);
  const [done, setDone] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    faults.clear();
    const { code, password, again } = form.getValues();
    const found: Fault[] = [];
    if (code.trim() === '') found.push({ pointer: '/code', text: t('redeem.codeMissing') });
    if (password === '') found.push({ pointer: '/password', text: t('session.passwordMissing') });
    else if (password !== again) found.push({ pointer: '/again', text: t('security.passwordsDiffer') });
    if (found.length > 0) return faults.show(found);
    setPending(true);
    await redeemInvitation(code.trim(), password).then(() => setDone(true), faults.refuse);
    setPending(false);
  };
  if (done) {
    return (
      <Stack>
        <Callout tone="success" title={t('redeem.done')} />
        <Button tone="primary" onPress={onBack} autoFocus>
          {t('redeem.toSignIn')}
        </Button>
      </Stack>
    );
  }
  return (
    <form ref={faults.formRef} onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <p>{t('redeem.lead')}</p>
        <FormField form={form} name="code">
          {(field) => <TextField {...field} label={t('redeem.code')} placeholder="K3M9Q-7WX2A-…" maxLength={40} autoFocus />}
        </FormField>
        <FormField form={form} name="password">
          {(field) => <TextField {...field} type="password" autoComplete="new-password" label={t('security.newPassword')} hint={t('security.passwordRule')} />}
        </FormField>
        <FormField form={form} name="again">
          {(field) => <TextField {...field} type="password" autoComplete="new-password" label={t('security.newPasswordAgain')} />}
        </FormField>
        <ProblemCallout error={faults.refusal} />
        <Button type="submit" tone="primary" pending={pending}>
          {t('redeem.submit')}
        </Button>
        <Button tone="quiet" onPress={onBack}>
          {t('redeem.toSignIn')}
        </Button>
      </Stack>
    </form>
  );
}
