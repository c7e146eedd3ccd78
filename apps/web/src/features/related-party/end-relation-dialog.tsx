import type { FormEvent, ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { TextAreaField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { FormDialog } from '../rule/form-dialog.js';
import { endRelation, refreshRelations, type Relation } from './related-party.requests.js';

/** The last day on which a relation stood. */
export function EndRelationDialog({ relation, onClose }: { readonly relation: Relation; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const form = useForm({ defaultValues: { endedOn: todayInSeoul(), reason: '' } });
  const faults = useFaults(form);
  const intent = useIntent();
  const end = useWrite({
    mutationFn: (body: { endedOn: string; reason: string }) => endRelation(relation.id, body, intent.headersFor({ id: relation.id, ...body })),
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshRelations();
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const { endedOn, reason } = form.getValues();
    const on = parseDateInput(endedOn);
    const found: Fault[] = [];
    if (on === null) found.push({ pointer: '/endedOn', text: t('deal.missingDate') });
    if (reason.trim().length < 2) found.push({ pointer: '/reason', text: t('relatedParties.missing') });
    if (found.length > 0 || on === null) return faults.show(found);
    end.mutate({ endedOn: on, reason: reason.trim() });
  };
  return (
    <FormDialog title={t('relatedParties.endTitle')} action={t('relatedParties.end')} faults={faults} pending={end.isPending} onSubmit={submit} onClose={onClose}>
      <p>
        {relation.from} → {term('relation', relation.relation)} → {relation.to}
      </p>
      <FormField form={form} name="endedOn">
        {(field) => <DateField {...field} label={t('relatedParties.endedOn')} />}
      </FormField>
      <FormField form={form} name="reason">
        {(field) => <TextAreaField {...field} label={t('relatedParties.reason')} maxLength={2000} />}
      </FormField>
    </FormDialog>
  );
}
