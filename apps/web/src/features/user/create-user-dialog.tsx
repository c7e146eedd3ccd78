import { useState, type FormEvent, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { ChecksField } from '../../design/checks-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useTerm } from '../../i18n/term.js';
import { RestrictionFields } from './restriction-fields.js';
import { readRestriction } from './restriction.js';
import { createUser, refreshUsers, ROLES, useUsers, type CreateUser } from './user.requests.js';

const BLANK = { login: '', name: '', validThrough: '', networks: '' };

export function CreateUserDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const form = useForm({ defaultValues: BLANK });
  const [roles, setRoles] = useState<string[]>([]);
  const [personOf, setPersonOf] = useState('');
  const users = useUsers();
  const [tried, setTried] = useState(false);
  const faults = useFaults(form);
  const intent = useIntent();
  const create = useWrite({
    mutationFn: (body: CreateUser) => createUser(body, intent.headersFor(body)),
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshUsers();
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    faults.clear();
    const { login, name, validThrough, networks } = form.getValues();
    const { restriction, found } = readRestriction({ validThrough, networks }, roles.includes('AUDITOR'), t);
    if (login.trim() === '') found.push({ pointer: '/login', text: t('users.missing') });
    if (name.trim() === '') found.push({ pointer: '/name', text: t('users.missing') });
    if (found.length > 0 || roles.length === 0) return faults.show(found);
    create.mutate({ login: login.trim(), name: name.trim(), roles: roles as CreateUser['roles'], ...(personOf === '' ? {} : { personOf }), ...restriction });
  };
  return (
    <Dialog title={t('users.create')} open onClose={onClose}>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <p>{t('users.createLead')}</p>
          <FormField form={form} name="login">
            {(field) => <TextField {...field} label={t('users.login')} placeholder="kim.manager" autoFocus />}
          </FormField>
          <FormField form={form} name="name">
            {(field) => <TextField {...field} label={t('users.name')} />}
          </FormField>
          <ChecksField label={t('users.roles')} hint={t('users.rolesHint')} choices={ROLES.map((value) => ({ value, label: term('role', value) }))} value={roles} onChange={setRoles} error={tried && roles.length === 0 ? t('users.missingRole') : undefined} />
          <SelectField
            label={t('users.personOf')}
            hint={t('users.personOfHint')}
            optional
            value={personOf}
            onChange={setPersonOf}
            emptyLabel={t('users.personOfNobody')}
            choices={(users.data ?? []).map(({ id, login, name }) => ({ value: id, label: `${name} (${login})` }))}
          />
          <RestrictionFields form={form} auditor={roles.includes('AUDITOR')} />
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
