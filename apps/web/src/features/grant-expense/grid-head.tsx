import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridField } from './grid-row.js';

/** The heads of the grid; what a column is for stands in its title. */
export function GridHead({ fields }: { readonly fields: readonly GridField[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col" aria-label={t('grantExpense.row')} />
        <th scope="col">{t('grantExpense.verdict')}</th>
        {fields.map((field) => (
          <th key={field} scope="col">
            {t(`grantExpense.fields.${field}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
