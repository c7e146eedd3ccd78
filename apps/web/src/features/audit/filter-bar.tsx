import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import { SelectField } from '../../design/select-field.js';
import { parseDateInput } from '../../format/date.js';
import { useFunds } from '../fund/fund.queries.js';
import { useAuditQuery, type AuditFilter } from './audit-query.js';
import styles from './packs-page.module.css';

/** Which fund and which period the lists are about; what is left empty is the whole. */
export function FilterBar(): ReactElement {
  const { t } = useTranslation();
  const { point, filter, narrow } = useAuditQuery();
  const funds = useFunds(point).data ?? [];
  const choices = funds.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }));
  const set = (name: keyof AuditFilter) => (value: string): void => narrow({ ...filter, [name]: value });
  return (
    <div className={styles['filter']} role="group" aria-label={t('audit.scope')}>
      <SelectField label={t('audit.fund')} value={filter.fundId ?? ''} onChange={set('fundId')} choices={choices} emptyLabel={t('audit.allFunds')} name="fundId" />
      <PeriodField label={t('audit.from')} date={filter.from ?? ''} onPick={set('from')} />
      <PeriodField label={t('audit.to')} date={filter.to ?? ''} onPick={set('to')} />
    </div>
  );
}

/** Takes effect when it is a date, or empty again; half a date asks for nothing. */
function PeriodField({ label, date, onPick }: { readonly label: string; readonly date: string; readonly onPick: (date: string) => void }): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(date);
  const change = (text: string): void => {
    setTyped(text);
    const read = parseDateInput(text);
    if (text === '' || read !== null) onPick(read ?? '');
  };
  return <DateField label={label} value={typed} onChange={change} error={typed !== '' && parseDateInput(typed) === null ? t('audit.invalidDate') : undefined} />;
}
