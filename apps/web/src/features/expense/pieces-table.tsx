import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../design/plain-table.js';
import { formatBasisPoints } from '../../format/quantity.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import type { FeePiece } from './expense.requests.js';

const WHOLE = 10_000;

/** A bill day by day: over which days which base and rate hold, and the won they add. */
export function PiecesTable({ pieces }: { readonly pieces: readonly FeePiece[] }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <PlainTable
      label={t('feeBook.formula')}
      rows={pieces}
      rowKey={(_, index) => index}
      columns={[
        { header: t('feeBook.period'), cell: ({ from, to }) => `${from} ~ ${to}` },
        { header: t('feeBook.days'), align: 'right', cell: ({ days }) => days },
        { header: t('feeBook.base'), cell: ({ base }) => term('feeBase', base) },
        { header: t('feeBook.baseAmount'), align: 'right', cell: ({ baseWon }) => formatWon(baseWon) },
        { header: t('feeBook.rate'), align: 'right', cell: ({ rateBasisPoints }) => `${formatBasisPoints(rateBasisPoints)}%` },
        { header: t('feeBook.keeps'), align: 'right', cell: ({ keepsBasisPoints }) => (keepsBasisPoints === WHOLE ? '–' : `${formatBasisPoints(keepsBasisPoints)}%`) },
        { header: t('feeBook.amount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
        { header: t('feeBook.clause'), cell: ({ clause }) => clause, wrap: true },
      ]}
    />
  );
}
