import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../design/form/form-field.js';
import { Loaded } from '../../design/loaded.js';
import { ChoiceField } from '../../design/select-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { decideReportText, refreshAnnual, useReportTexts, type ReportText, type TextPart } from './annual-report.requests.js';

const PARTS = ['FINDING', 'IMPROVEMENT', 'NEXT_YEAR'] as const satisfies readonly TextPart[];
/** As the API asks. */
const [SHORTEST_BODY, LONGEST_BODY] = [5, 4000];

/** What a part of the report says, decided by people: the text before stays on record. */
export function TextDialog({ year, onClose }: { readonly year: string; readonly onClose: () => void }): ReactElement {
  return <Loaded query={useReportTexts(year)}>{(texts) => <Decide year={year} texts={texts} onClose={onClose} />}</Loaded>;
}

function Decide({ year, texts, onClose }: { readonly year: string; readonly texts: readonly ReportText[]; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const bodyOf = (part: TextPart): string => texts.find((each) => each.part === part)?.body ?? '';
  const form = useForm({ defaultValues: { part: 'FINDING' as TextPart, body: bodyOf('FINDING') } });
  const deed = useDeed({
    form,
    read: () => {
      const { part, body } = form.getValues();
      return { body: { part, body: body.trim() }, found: body.trim().length < SHORTEST_BODY ? [{ pointer: '/body', text: t('annualReport.shortBody') }] : [] };
    },
    send: (body, header) => decideReportText(year, body, header),
    onDone: async () => {
      await refreshAnnual(year);
      onClose();
    },
    onDrafted: onClose,
  });
  return (
    <FormDialog title={t('annualReport.decideTitle', { year })} action={t('annualReport.decide')} {...deed} onClose={onClose}>
      <FormField form={form} name="part">
        {(field) => (
          <ChoiceField
            {...field}
            label={t('annualReport.part')}
            onChange={(value) => {
              field.onChange(value);
              form.setValue('body', bodyOf(PARTS.find((each) => each === value) ?? 'FINDING'));
            }}
            choices={PARTS.map((value) => ({ value, label: t(`annualReport.parts.${value}`) }))}
          />
        )}
      </FormField>
      <FormField form={form} name="body">
        {(field) => <TextAreaField {...field} label={t('annualReport.body')} hint={t('annualReport.bodyHint')} maxLength={LONGEST_BODY} />}
      </FormField>
    </FormDialog>
  );
}
