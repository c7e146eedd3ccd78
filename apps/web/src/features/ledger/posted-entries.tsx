import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useLanguage } from '../../i18n/bilingual.js';
import { useLedgerWords } from './ledger.queries.js';

type PostedEntry = components['schemas']['PostedEntryDto'];

/** The entries that a write would make, debit and credit side by side; of several, each says which posting it is. */
export function PostedEntries({ entries }: { readonly entries: readonly PostedEntry[] }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useLedgerWords().data;
  const called = (list: 'charts' | 'postings', code: string): string => {
    const word = words?.[list].find((each) => each.code === code);
    return word === undefined ? code : language === 'ko' ? word.nameKo : word.nameEn;
  };
  const rows = entries.flatMap((entry) => entry.lines.map((line, index) => ({ ...line, posting: index === 0 ? called('postings', entry.posting) : '', on: index === 0 ? entry.effectiveOn : '' })));
  return (
    <PlainTable
      label={t('simulator.entries')}
      rows={rows}
      rowKey={(_, index) => index}
      columns={[
        ...(entries.length > 1 ? [{ header: t('ledger.posting'), cell: ({ posting, on }: (typeof rows)[number]) => `${posting} ${on}`.trim(), wrap: true }] : []),
        { header: t('ledger.account'), cell: ({ chart }) => called('charts', chart), wrap: true },
        { header: t('simulator.debit'), align: 'right', cell: ({ side, amountWon }) => (side === 'D' ? formatWon(amountWon) : '') },
        { header: t('simulator.credit'), align: 'right', cell: ({ side, amountWon }) => (side === 'C' ? formatWon(amountWon) : '') },
      ]}
    />
  );
}
