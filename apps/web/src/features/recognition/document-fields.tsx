import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { detailFieldsOf, isDate, type DetailField, type DocumentField, type DocumentForm } from './document-form.js';
import { InstituteField } from './institute-field.js';
import styles from './recognition.module.css';

interface Props {
  readonly form: DocumentForm;
  /** A document that the checklist does not name. */
  readonly namesKind: boolean;
  readonly faults: readonly DocumentField[];
  readonly onChange: (fields: Partial<DocumentForm>) => void;
}

const CHOICES = { holdingLaw: ['SPECIAL_ZONE', 'INDUSTRY_EDUCATION', 'TECHNOLOGY_TRANSFER'], projectRole: ['COMMERCIALISATION', 'PARTICIPATION'] } as const;

/** Dates and issuer of any document, and what the checks of its kind read. */
export function DocumentFields({ form, namesKind, faults, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles['form']}>
      {namesKind && (
        <div className={styles['whole']}>
          <TextField label={t('evidence.kind')} name="kind" value={form.kind} onChange={(kind) => onChange({ kind })} maxLength={200} />
        </div>
      )}
      {(['issuedOn', 'validTo'] as const).map((field) => (
        <DateField
          key={field}
          label={t(`recognition.fields.${field}`)}
          name={field}
          value={form[field]}
          onChange={(value) => onChange({ [field]: value })}
          {...(faults.includes(field) ? { error: t('investment.missingDate') } : {})}
          optional={field === 'validTo'}
        />
      ))}
      <TextField label={t('recognition.fields.issuer')} name="issuer" value={form.issuer} onChange={(issuer) => onChange({ issuer })} maxLength={200} optional />
      {detailFieldsOf(form.kind).map((field) => (
        <DetailInput key={field} field={field} form={form} isWrong={faults.includes(field)} onChange={onChange} />
      ))}
    </div>
  );
}

interface DetailProps {
  readonly field: DetailField;
  readonly form: DocumentForm;
  readonly isWrong: boolean;
  readonly onChange: (fields: Partial<DocumentForm>) => void;
}

function DetailInput({ field, form, isWrong, onChange }: DetailProps): ReactElement {
  const { t } = useTranslation();
  const shared = { label: t(`recognition.fields.${field}`), name: field, value: form[field], onChange: (value: string) => onChange({ [field]: value }) };
  if (isDate(field)) return <DateField {...shared} {...(isWrong ? { error: t('investment.missingDate') } : {})} optional={field === 'termTo' || field === 'cancelledOn'} />;
  if (field === 'counterparty') return <InstituteField {...shared} />;
  if (field === 'holdingLaw') return <SelectField {...shared} emptyLabel={t('investment.choose')} choices={CHOICES.holdingLaw.map((value) => ({ value, label: t(`recognition.laws.${value}`) }))} />;
  if (field === 'projectRole') return <SelectField {...shared} emptyLabel={t('investment.choose')} choices={CHOICES.projectRole.map((value) => ({ value, label: t(`recognition.roles.${value}`) }))} />;
  if (field === 'holdingPercent') return <TextField {...shared} unit="%" inputMode="numeric" {...(isWrong ? { error: t('recognition.wrongPercent') } : {})} />;
  return <TextField {...shared} maxLength={200} optional={field === 'number'} />;
}
