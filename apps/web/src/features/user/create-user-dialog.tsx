import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { queryClient } from '../../api/query-client.js';
import { Button } from '../../design/button.js';
import { ChecksField } from '../../design/checks-field.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { createUser, ROLES, type CreateUser } from './user.requests.js';

const BLANK = { login: '', name: '', password: '', validThrough: '' };

export function CreateUserDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const form = useForm({ defaultValues: BLANK });
  const [roles, setRoles] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const faults = useFaults(form);
  const intent = useIntent();
  const create = useMutation({
    mutationFn: (body: CreateUser) => createUser(body, intent.headersFor(body)),
    onError: faults.refuse,
    onSuccess: async () => {
      intent.done();
      await queryClient.invalidateQueries({ queryKey: ['users'] });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    faults.clear();
    const { login, name, password, validThrough } = form.getValues();
    const last = parseDateInput(validThrough);
    const found: Fault[] = [];
    if (login.trim() === '') found.push({ pointer: '/login', text: t('users.missing') });
    if (name.trim() === '') found.push({ pointer: '/name', text: t('users.missing') });
    if (password === '') found.push({ pointer: '/password', text: t('users.missing') });
    if (validThrough.trim() !== '' && last === null) found.push({ pointer: '/validThrough', text: t('time.invalid') });
    if (found.length > 0 || roles.length === 0) return faults.show(found);
    create.mutate({ login: login.trim(), name: name.trim(), password, roles: roles as CreateUser['roles'], ...(last === null ? {} : { validThrough: last }) });
  };
  return (
    <Dialog title={t('users.create')} open onClose={onClose}>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <FormField form={form} name="login">
            {(field) => <TextField {...field} label={t('users.login')} placeholder="kim.manager" autoFocus />}
          </FormField>
          <FormField form={form} name="name">
            {(field) => <TextField {...field} label={t('users.name')} />}
          </FormField>
          <FormField form={form} name="password">
            {(field) => <TextField {...field} type="password" autoComplete="new-password" label={t('users.password')} hint={t('users.passwordHint')} />}
          </FormField>
          <ChecksField label={t('users.roles')} hint={t('users.rolesHint')} choices={ROLES.map((value) => ({ value, label: term('role', value) }))} value={roles} onChange={setRoles} error={tried && roles.length === 0 ? t('users.missingRole') : undefined} />
          <FormField form={form} name="validThrough">
            {(field) => <DateField {...field} label={t('users.validThrough')} optional />}
          </FormField>
          <ProblemCallout error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={create.isPending}>
              {t('users.create')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
