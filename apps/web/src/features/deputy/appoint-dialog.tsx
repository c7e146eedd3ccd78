import type { FormEvent, ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { appointDeputy, refreshDeputies, useCandidates, type AppointDeputy, type Colleague } from './deputy.requests.js';

/** Says who signs in one's place. Without a colleague of the same role there is nobody to choose. */
export function AppointDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const query = useCandidates();
  return (
    <Dialog title={t('deputy.appointTitle')} open onClose={onClose}>
      <Loaded query={query}>{(candidates) => (candidates.length === 0 ? <Callout tone="warning" title={t('deputy.noCandidate')} /> : <AppointForm candidates={candidates} onClose={onClose} />)}</Loaded>
    </Dialog>
  );
}

function AppointForm({ candidates, onClose }: { readonly candidates: readonly Colleague[]; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const form = useForm({ defaultValues: { deputyId: candidates[0]?.id ?? '', fromOn: todayInSeoul(), toOn: '', reason: '' } });
  const faults = useFaults(form);
  const intent = useIntent();
  const appoint = useWrite({
    mutationFn: (body: AppointDeputy) => appointDeputy(body, intent.headersFor(body)),
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshDeputies();
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const { deputyId, reason, ...days } = form.getValues();
    const [fromOn, toOn] = [parseDateInput(days.fromOn), parseDateInput(days.toOn)];
    const found: Fault[] = [];
    if (fromOn === null) found.push({ pointer: '/fromOn', text: t('deputy.missingDate') });
    if (toOn === null) found.push({ pointer: '/toOn', text: t('deputy.missingDate') });
    if (reason.trim() === '') found.push({ pointer: '/reason', text: t('deputy.missing') });
    if (found.length > 0 || fromOn === null || toOn === null) return faults.show(found);
    appoint.mutate({ deputyId, fromOn, toOn, reason: reason.trim() });
  };
  return (
    <form ref={faults.formRef} onSubmit={submit} noValidate>
      <Stack>
        <FormField form={form} name="deputyId">
          {(field) => <SelectField {...field} label={t('deputy.candidate')} hint={t('deputy.candidateHint')} choices={candidates.map(({ id, name, rank }) => ({ value: id, label: `${name} (${term('rank', rank)})` }))} />}
        </FormField>
        <FormField form={form} name="fromOn">
          {(field) => <DateField {...field} label={t('deputy.from')} />}
        </FormField>
        <FormField form={form} name="toOn">
          {(field) => <DateField {...field} label={t('deputy.to')} />}
        </FormField>
        <FormField form={form} name="reason">
          {(field) => <TextAreaField {...field} label={t('deputy.reason')} maxLength={300} />}
        </FormField>
        <ProblemCallout error={faults.refusal} />
        <DialogActions>
          <Button tone="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" tone="primary" pending={appoint.isPending}>
            {t('deputy.appoint')}
          </Button>
        </DialogActions>
      </Stack>
    </form>
  );
}
