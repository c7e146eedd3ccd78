import type { FormEvent, ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { RestrictionFields } from './restriction-fields.js';
import { readRestriction } from './restriction.js';
import { refreshUsers, restrictUser, type Restriction, type User } from './user.requests.js';

/** Changes until when and from where an account works; it counts from the person's next request. */
export function RestrictDialog({ user, onClose }: { readonly user: User; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const auditor = user.roles.includes('AUDITOR');
  const form = useForm({ defaultValues: { validThrough: user.validThrough ?? '', networks: user.networks.join('\n') } });
  const faults = useFaults(form);
  const intent = useIntent();
  const restrict = useWrite({
    mutationFn: (body: Restriction) => restrictUser(user.id, body, intent.headersFor(body)),
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async () => {
      await refreshUsers();
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const { restriction, found } = readRestriction(form.getValues(), auditor, t);
    if (found.length > 0) return faults.show(found);
    restrict.mutate(restriction);
  };
  return (
    <Dialog title={t('users.restrictTitle', { name: user.name })} open onClose={onClose}>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <RestrictionFields form={form} auditor={auditor} />
          <ProblemCallout error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={restrict.isPending}>
              {t('users.restrictSubmit')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
