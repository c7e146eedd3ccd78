import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatWon, wonReading, wonReadingInEnglish } from '../format/won.js';

/** An amount read out in the units of the language. */
export function useWonReading(): (amount: bigint) => string {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? wonReadingInEnglish : wonReading;
}

/** '5,200,000,000원': the exact amount, its spoken form as a tooltip. */
export function WonText({ amount, bare = false }: { readonly amount: bigint | string; readonly bare?: boolean }): ReactElement {
  const { t } = useTranslation();
  const reading = useWonReading();
  return (
    <span className="won" title={reading(BigInt(amount))}>
      {formatWon(amount)}
      {!bare && t('common.won')}
    </span>
  );
}
