import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { Toggle } from '../../design/toggle.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';

type Line = components['schemas']['AccountLineDto'];
const LOTS = ['PUBLIC', 'OWN'] as const;

/** The books of the voucher: public money and the company's own, each line with what it left. */
export function AccountLines({ lines }: { readonly lines: readonly Line[] }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const [lot, setLot] = useState<Line['lot']>('PUBLIC');
  const toggles = LOTS.map((each) => (
    <Toggle key={each} selected={lot === each} onChange={() => setLot(each)}>
      {t(each === 'PUBLIC' ? 'voucher.publicLot' : 'voucher.ownLot')}
    </Toggle>
  ));
  return (
    <Card title={t('voucher.lines')} note={t('voucher.linesLead')} actions={toggles} flush>
      <PlainTable
        label={t('voucher.lines')}
        rows={lines.filter((line) => line.lot === lot)}
        rowKey={(line, index) => `${line.entryId}/${index}`}
        columns={[
          { header: t('voucher.when'), cell: ({ on }) => on },
          { header: t('voucher.posting'), cell: ({ name, entryId }) => `${say(name)} #${entryId}` },
          { header: '', wrap: true, cell: ({ memo }) => memo },
          { header: t('voucher.amount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
          { header: t('voucher.balance'), align: 'right', cell: ({ balanceWon }) => formatWon(balanceWon) },
        ]}
      />
    </Card>
  );
}
