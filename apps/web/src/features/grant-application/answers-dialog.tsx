import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../design/form/faults.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import styles from './grant-application.module.css';
import { answerApplication, type AnswerApplication, type Application } from './grant-application.requests.js';

const KINDS = ['TAX_ARREARS', 'PARTICIPATION', 'DUPLICATE'] as const;
const SOURCES: Readonly<Record<string, string>> = { TAX_ARREARS: '국세청·지자체 체납 조회', PARTICIPATION: 'IRIS', DUPLICATE: 'NTIS 유사과제 검토' };
const COUNT = /^\d{1,2}$/;

/** Records what another system answered about an institution: what, from whom, on which day. */
export function AnswersDialog({ application, onClose }: { readonly application: Application; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const form = useForm({ defaultValues: { partyId: application.applicants[0]?.partyId ?? '', kind: 'TAX_ARREARS', result: 'CLEAR', projects: '0', projectsLed: '0', source: SOURCES['TAX_ARREARS'] ?? '', askedOn: todayInSeoul(), note: '' } });
  const { kind } = form.watch();
  const deed = useDeed({
    form,
    read: () => {
      const values = form.getValues();
      const askedOn = parseDateInput(values.askedOn);
      const counts = kind !== 'PARTICIPATION' || (COUNT.test(values.projects) && COUNT.test(values.projectsLed));
      const found: Fault[] = [
        ...(askedOn === null ? [{ pointer: '/askedOn', text: t('time.invalid') }] : []),
        ...(values.source.trim() === '' ? [{ pointer: '/source', text: t('terms.missing') }] : []),
        ...(counts ? [] : [{ pointer: '/projects', text: t('grantApplication.countWanted') }]),
      ];
      const counted = kind === 'PARTICIPATION' ? { projects: Number(values.projects), projectsLed: Number(values.projectsLed) } : {};
      const note = values.note.trim() === '' ? {} : { note: values.note.trim() };
      const body = { answers: [{ partyId: values.partyId, kind: values.kind, result: values.result, source: values.source.trim(), askedOn: askedOn ?? '', ...counted, ...note }] } as AnswerApplication;
      return { body, found };
    },
    send: (body, header) => answerApplication(application.id, body, header),
    onDone: async () => {
      await refreshGrants(application.callId);
      onClose();
    },
    onDrafted: onClose,
  });
  return (
    <FormDialog title={t('grantApplication.answer')} action={t('grantApplication.answerAction')} {...deed} onClose={onClose}>
      <FormField form={form} name="partyId">
        {(field) => <SelectField {...field} label={t('grantApplication.institution')} choices={application.applicants.map(({ partyId, party }) => ({ value: partyId, label: party }))} />}
      </FormField>
      <FormField form={form} name="kind">
        {(field) => (
          <SelectField
            {...field}
            onChange={(value) => {
              field.onChange(value);
              form.setValue('source', SOURCES[value] ?? '');
            }}
            label={t('grantApplication.answerKind')}
            choices={KINDS.map((value) => ({ value, label: term('grantAnswer', value) }))}
          />
        )}
      </FormField>
      <FormField form={form} name="result">
        {(field) => <ChoiceField {...field} label={t('grantApplication.answerResult')} choices={(['CLEAR', 'FOUND'] as const).map((value) => ({ value, label: term('grantAnswerResult', value) }))} />}
      </FormField>
      {kind === 'PARTICIPATION' && (
        <div className={styles['two']}>
          <FormField form={form} name="projects">
            {(field) => <TextField {...field} label={t('grantApplication.projects')} inputMode="numeric" alignRight />}
          </FormField>
          <FormField form={form} name="projectsLed">
            {(field) => <TextField {...field} label={t('grantApplication.projectsLed')} inputMode="numeric" alignRight />}
          </FormField>
        </div>
      )}
      <div className={styles['two']}>
        <FormField form={form} name="source">
          {(field) => <TextField {...field} label={t('grantApplication.source')} maxLength={200} />}
        </FormField>
        <FormField form={form} name="askedOn">
          {(field) => <DateField {...field} label={t('grantApplication.askedOn')} />}
        </FormField>
      </div>
      <FormField form={form} name="note">
        {(field) => <TextField {...field} label={t('application.note')} optional maxLength={500} />}
      </FormField>
    </FormDialog>
  );
}
