import { useState, type FormEvent, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { queryClient } from '../../api/query-client.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { GroupedChecksField, type ChoiceGroup } from '../../design/grouped-checks-field.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useTerm } from '../../i18n/term.js';
import { usePermissionName } from '../approval/permission-name.js';
import { createApiToken, useGivablePermissions, type CreateApiToken, type CreatedApiToken, type GivablePermission, type TokenPermission } from './api-token.requests.js';

const DAYS = [30, 90, 180, 365];

const AREAS = ['FUND', 'VOUCHER', 'GRANT', 'MATCHING', 'MONEY', 'COMMON'] as const;

interface Props {
  readonly onCreated: (created: CreatedApiToken) => void;
  readonly onClose: () => void;
}

/** What the program is, what it may do, for how long. */
export function CreateTokenDialog({ onClose, ...props }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog title={t('apiTokens.create')} open onClose={onClose} wide>
      <Loaded query={useGivablePermissions()}>{(givable) => <CreateTokenForm {...props} givable={givable} onClose={onClose} />}</Loaded>
    </Dialog>
  );
}

/** Reading is chosen from the start, writing is not. */
function CreateTokenForm({ givable, onCreated, onClose }: Props & { readonly givable: readonly GivablePermission[] }): ReactElement {
  const { t } = useTranslation();
  const groups = useGroups(givable);
  const form = useForm({ defaultValues: { name: '', days: '90' } });
  const [permissions, setPermissions] = useState<string[]>(() => givable.map(({ permission }) => permission).filter((permission) => permission.endsWith('.read')));
  const [tried, setTried] = useState(false);
  const faults = useFaults(form);
  const intent = useIntent();
  const create = useWrite({
    mutationFn: (body: CreateApiToken) => createApiToken(body, intent.headersFor(body)),
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async (created) => {
      intent.done();
      onCreated(created);
      await queryClient.invalidateQueries({ queryKey: ['api-tokens'] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    faults.clear();
    const { name, days } = form.getValues();
    const missing = name.trim() === '' ? [{ pointer: '/name', text: t('apiTokens.missingName') }] : [];
    if (missing.length > 0 || permissions.length === 0) return faults.show(missing);
    create.mutate({ name: name.trim(), days: Number(days), permissions: permissions as TokenPermission[] });
  };
  return (
    <form ref={faults.formRef} onSubmit={submit} noValidate>
      <Stack>
        <FormField form={form} name="name">
          {(field) => <TextField {...field} label={t('apiTokens.name')} hint={t('apiTokens.nameHint')} autoFocus />}
        </FormField>
        <FormField form={form} name="days">
          {(field) => <SelectField {...field} label={t('apiTokens.days')} choices={DAYS.map((days) => ({ value: String(days), label: t('apiTokens.daysCount', { count: days }) }))} />}
        </FormField>
        <GroupedChecksField
          label={t('apiTokens.permissionsLabel')}
          hint={t('apiTokens.permissionsHint')}
          groups={groups}
          value={permissions}
          onChange={setPermissions}
          error={tried && permissions.length === 0 ? t('apiTokens.missingPermission') : undefined}
        />
        <ProblemCallout error={faults.refusal} />
        <DialogActions>
          <Button tone="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" tone="primary" pending={create.isPending}>
            {t('apiTokens.create')}
          </Button>
        </DialogActions>
      </Stack>
    </form>
  );
}

/** The areas with something in them, what is read before what is written. */
function useGroups(givable: readonly GivablePermission[]): readonly ChoiceGroup[] {
  const term = useTerm();
  const words = usePermissionName();
  return AREAS.flatMap((area) => {
    const own = givable.filter((each) => each.area === area).map(({ permission }) => ({ value: permission, label: words(permission), reads: permission.endsWith('.read') }));
    return own.length === 0 ? [] : [{ label: term('tokenArea', area), choices: [...own.filter(({ reads }) => reads), ...own.filter(({ reads }) => !reads)] }];
  });
}
