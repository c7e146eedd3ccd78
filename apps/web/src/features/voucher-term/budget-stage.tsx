import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';

/** The stage of a decision on money; one that can not be spent is marked. */
export function BudgetStage({ stage, spendable }: { readonly stage: string; readonly spendable: boolean }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <>
      {term('budgetStage', stage)} {!spendable && <Tag tone="neutral">{t('voucherBudget.notSpendable')}</Tag>}
    </>
  );
}
