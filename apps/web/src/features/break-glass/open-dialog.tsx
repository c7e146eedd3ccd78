import { useState, type FormEvent, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { queryClient } from '../../api/query-client.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { ChecksField } from '../../design/checks-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { useLanguage } from '../../i18n/bilingual.js';
import { useCommandKinds, type CommandKind } from '../approval/command-kinds.js';
import { needsSignatures, policyLines } from '../approval-policy/policy-lines.js';
import { useApprovalPolicies } from '../approval-policy/approval-policy.requests.js';
import { todayInSeoul } from '../../format/date.js';
import { usePermissions } from '../session/use-session.js';
import { openBreakGlass, type OpenBreakGlass } from './break-glass.requests.js';

const HOURS_MAX = 24;
const REASON_MIN = 10;

/** Asks that named commands pass for some hours; another person has to sign the asking itself. */
export function OpenDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const form = useForm({ defaultValues: { hours: '1', reason: '' } });
  const [commands, setCommands] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const faults = useFaults(form);
  const intent = useIntent();
  const choices = usePassable();
  const open = useWrite({
    mutationFn: (body: OpenBreakGlass) => openBreakGlass(body, intent.headersFor(body)),
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await queryClient.invalidateQueries({ queryKey: ['break-glass'] });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    faults.clear();
    const { hours, reason } = form.getValues();
    const count = Number(hours);
    const found: Fault[] = [];
    if (!Number.isInteger(count) || count < 1 || count > HOURS_MAX) found.push({ pointer: '/hours', text: t('breakGlass.missingHours') });
    if (reason.trim().length < REASON_MIN) found.push({ pointer: '/reason', text: t('breakGlass.missingReason') });
    if (found.length > 0 || commands.length === 0) return faults.show(found);
    open.mutate({ commands, hours: count, reason: reason.trim() });
  };
  return (
    <Dialog title={t('breakGlass.openTitle')} open onClose={onClose}>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <Callout tone="warning" title={t('breakGlass.openLead')} />
          <ChecksField
            label={t('breakGlass.commands')}
            choices={choices.map(({ command, nameKo, nameEn }) => ({ value: command, label: language === 'ko' ? nameKo : nameEn }))}
            value={commands}
            onChange={setCommands}
            error={tried && commands.length === 0 ? t('breakGlass.missingCommand') : undefined}
          />
          <FormField form={form} name="hours">
            {(field) => <TextField {...field} label={t('breakGlass.hours')} inputMode="numeric" alignRight />}
          </FormField>
          <FormField form={form} name="reason">
            {(field) => <TextAreaField {...field} label={t('breakGlass.reason')} hint={t('breakGlass.reasonHint')} maxLength={500} />}
          </FormField>
          <ProblemCallout error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="danger" pending={open.isPending}>
              {t('breakGlass.open')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}

/** What would need signatures, may pass without them in an emergency, and is this person's work at all. */
function usePassable(): readonly CommandKind[] {
  const may = usePermissions();
  const kinds = useCommandKinds().data ?? [];
  const policies = useApprovalPolicies().data ?? [];
  const lines = policyLines(policies, kinds.map(({ command }) => command), todayInSeoul());
  const isSigned = (command: string): boolean => lines.some((line) => line.command === command && needsSignatures(line.inForce));
  return kinds.filter(({ command, alwaysSigned }) => !alwaysSigned && isSigned(command) && may(command));
}
