import type { FormEvent, ReactElement } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { businessNumberDigits } from '../../format/business-number.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { parseBasisPoints } from '../../format/quantity.js';
import { useTerm } from '../../i18n/term.js';
import { FormDialog } from '../rule/form-dialog.js';
import { KINDS, recordRelation, refreshRelations, RELATIONS, type RecordRelation } from './related-party.requests.js';

interface PartyForm {
  kind: string;
  name: string;
  businessNumber: string;
}

interface RelationForm {
  from: PartyForm;
  relation: string;
  to: PartyForm;
  shareBasisPoints: string;
  keyManager: string;
  validFrom: string;
  source: string;
}

/** Records how one party stands to another, read from left to right. */
export function RecordRelationDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const form = useForm<RelationForm>({
    defaultValues: { from: { kind: 'COMPANY', name: '', businessNumber: '' }, relation: 'EMPLOYS', to: { kind: 'PERSON', name: '', businessNumber: '' }, shareBasisPoints: '', keyManager: 'no', validFrom: todayInSeoul(), source: '' },
  });
  const faults = useFaults(form);
  const intent = useIntent();
  const record = useWrite({
    mutationFn: (body: RecordRelation) => recordRelation(body, intent.headersFor(body)),
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
    const { body, found } = readRelation(form.getValues(), t('relatedParties.missing'));
    if (body === null) return faults.show(found);
    record.mutate(body);
  };
  const relation = form.watch('relation');
  return (
    <FormDialog title={t('relatedParties.record')} action={t('relatedParties.record')} faults={faults} pending={record.isPending} onSubmit={submit} onClose={onClose}>
      <p>{t('relatedParties.recordLead')}</p>
      <PartyFields form={form} side="from" label={t('relatedParties.from')} />
      <FormField form={form} name="relation">
        {(field) => <ChoiceField {...field} label={t('relatedParties.relation')} choices={RELATIONS.map((value) => ({ value, label: term('relation', value) }))} />}
      </FormField>
      <PartyFields form={form} side="to" label={t('relatedParties.to')} />
      {relation === 'OWNED_BY' && (
        <FormField form={form} name="shareBasisPoints">
          {(field) => <TextField {...field} label={t('relatedParties.share')} alignRight />}
        </FormField>
      )}
      {relation === 'EMPLOYS' && (
        <FormField form={form} name="keyManager">
          {(field) => (
            <ChoiceField
              {...field}
              label={t('relatedParties.keyManager')}
              choices={[
                { value: 'no', label: t('relatedParties.no') },
                { value: 'yes', label: t('relatedParties.yes') },
              ]}
            />
          )}
        </FormField>
      )}
      <FormField form={form} name="validFrom">
        {(field) => <DateField {...field} label={t('relatedParties.validFrom')} />}
      </FormField>
      <FormField form={form} name="source">
        {(field) => <TextField {...field} label={t('relatedParties.source')} maxLength={300} />}
      </FormField>
    </FormDialog>
  );
}

function PartyFields({ form, side, label }: { readonly form: UseFormReturn<RelationForm>; readonly side: 'from' | 'to'; readonly label: string }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <>
      <FormField form={form} name={`${side}.kind`}>
        {(field) => <SelectField {...field} label={`${label} · ${t('relatedParties.kind')}`} choices={KINDS.map((value) => ({ value, label: term('partyKind', value) }))} />}
      </FormField>
      <FormField form={form} name={`${side}.name`}>
        {(field) => <TextField {...field} label={`${label} · ${t('relatedParties.name')}`} maxLength={300} />}
      </FormField>
      {form.watch(`${side}.kind`) !== 'PERSON' && (
        <FormField form={form} name={`${side}.businessNumber`}>
          {(field) => <TextField {...field} label={`${label} · ${t('relatedParties.businessNumber')}`} optional inputMode="numeric" />}
        </FormField>
      )}
    </>
  );
}

function readRelation(form: RelationForm, missing: string): { body: RecordRelation | null; found: Fault[] } {
  const found: Fault[] = [];
  const validFrom = parseDateInput(form.validFrom);
  const share = form.relation === 'OWNED_BY' ? parseBasisPoints(form.shareBasisPoints) : null;
  for (const side of ['from', 'to'] as const) if (form[side].name.trim() === '') found.push({ pointer: `/${side}/name`, text: missing });
  if (form.relation === 'OWNED_BY' && share === null) found.push({ pointer: '/shareBasisPoints', text: missing });
  if (validFrom === null) found.push({ pointer: '/validFrom', text: missing });
  if (form.source.trim() === '') found.push({ pointer: '/source', text: missing });
  if (found.length > 0 || validFrom === null) return { body: null, found };
  return {
    body: {
      from: readParty(form.from),
      relation: form.relation as RecordRelation['relation'],
      to: readParty(form.to),
      ...(share === null ? {} : { shareBasisPoints: share }),
      ...(form.relation === 'EMPLOYS' && form.keyManager === 'yes' ? { keyManager: true } : {}),
      validFrom,
      source: form.source.trim(),
    },
    found,
  };
}

function readParty({ kind, name, businessNumber }: PartyForm): RecordRelation['from'] {
  const number = businessNumberDigits(businessNumber) ?? businessNumber.trim();
  return { kind: kind as RecordRelation['from']['kind'], name: name.trim(), ...(kind === 'PERSON' || number === '' ? {} : { businessNumber: number }) };
}
