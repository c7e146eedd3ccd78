import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBasisPoints } from '../../format/quantity.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';

/** The value of a term as people write it; the end of the key says what it is. */
export function useTermValue(): (key: string, value: string) => string {
  const { t } = useTranslation();
  const term = useTerm();
  return useCallback(
    (key, value) => {
      const count = Number(value);
      if (key.endsWith('-won')) return `${formatWon(value)}${t('common.won')}`;
      if (key.endsWith('-basis-points')) return `${formatBasisPoints(count)}%`;
      if (/[.-]action$/.test(key)) return t(value === 'WARN' ? 'terms.warn' : 'terms.block');
      if (value === 'true' || value === 'false') return t(value === 'true' ? 'terms.yes' : 'terms.no');
      if (key.endsWith('-years')) return t('terms.years', { count });
      if (key.endsWith('-business-days')) return t('terms.days', { count });
      if (key.endsWith('partners-maximum')) return t('terms.people', { count });
      if (key.endsWith('.denominator')) return term('basis', value);
      if (key.endsWith('.measure')) return term('measure', value);
      if (key.endsWith('.day-count')) return term('dayCount', value);
      if (key.endsWith('.interim-payout')) return term('interimPayout', value);
      if (key.endsWith('.followon-status-test')) return term('followOnTest', value);
      if (key.endsWith('.lost-status')) return term('lostStatus', value);
      return value;
    },
    [t, term],
  );
}
