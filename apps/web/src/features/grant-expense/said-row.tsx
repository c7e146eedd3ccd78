import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useBilingual } from '../../i18n/bilingual.js';
import { GRID_FIELDS, type GridField, type RowVerdict } from './grid-row.js';
import styles from './expenses.module.css';

/** What is to be put right in the row above, each remark with the name of its column. */
export function SaidRow({ verdict: { said, unread = [], blank = [] } }: { readonly verdict: RowVerdict }): ReactElement | null {
  const { t } = useTranslation();
  const say = useBilingual();
  const nameOf = (field: GridField): string => t(`grantExpense.fields.${field}`);
  if (said.length + unread.length + blank.length === 0) return null;
  return (
    <tr className={styles['said']}>
      <td />
      <td />
      <td colSpan={GRID_FIELDS.length}>
        {said.map(({ field, text }, at) => {
          const known = GRID_FIELDS.find((each) => each === field);
          return <p key={at}>{known === undefined ? say(text) : `${nameOf(known)}: ${say(text)}`}</p>;
        })}
        {unread.map(({ field, kind, text }) => (
          <p key={field}>{t(`grantExpense.unread.${kind}`, { field: nameOf(field), text })}</p>
        ))}
        {blank.length > 0 && <p>{t('grantExpense.blank', { list: blank.map(nameOf).join(', ') })}</p>}
      </td>
    </tr>
  );
}
