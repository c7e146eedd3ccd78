import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useLanguage } from '../../i18n/bilingual.js';
import type { PostedTotal } from './roster.requests.js';

/** What would be posted, added up by account: thirty vouchers are one line. */
export function PostingsTable({ postings }: { readonly postings: readonly PostedTotal[] }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const amountOf = ({ unit, amount }: PostedTotal): string => (unit === 'KRW' ? formatWon(amount) : `${formatWon(amount)} ${t(unit === 'VOUCHER' ? 'cockpit.pieces' : 'cockpit.companies')}`);
  return (
    <PlainTable
      label={t('roster.postings')}
      rows={postings}
      rowKey={({ chart, side }) => `${side} ${chart}`}
      columns={[
        { header: t('ledger.account'), cell: ({ nameKo, nameEn }) => (language === 'ko' ? nameKo : nameEn) },
        { header: t('roster.accounts'), align: 'right', cell: ({ accounts }) => accounts },
        { header: t('ledger.debit'), align: 'right', cell: (total) => (total.side === 'D' ? amountOf(total) : '') },
        { header: t('ledger.credit'), align: 'right', cell: (total) => (total.side === 'C' ? amountOf(total) : '') },
      ]}
    />
  );
}
