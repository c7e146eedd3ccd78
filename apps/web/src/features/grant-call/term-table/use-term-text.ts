import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatWon } from '../../../format/won.js';
import { useDottedNames } from '../../../i18n/dotted-names.js';
import { useTerm } from '../../../i18n/term.js';
import { useShownValue } from '../../voucher-term/term-value.js';
import { leavesUnder, recordsOf, termOf, typedNumber, unitOf, type TermRecord, type Unit } from './term-shape.js';

/** What a number of this unit is followed by. */
export function useUnitText(): (unit: Unit) => string {
  const { t } = useTranslation();
  return useCallback((unit) => (unit === 'NONE' ? '' : unit === 'BASIS_POINTS' ? '%' : t(unit === 'MONTHS' ? 'grantTerms.months' : 'grantTerms.years')), [t]);
}

/** A term as people read it under a law (`RND`, `SUBSIDY`): tables line by line, ratios in percent, codes as words. */
export function useTermText(law: string): (key: string, kind: string, stored: string) => string {
  const { t } = useTranslation();
  const valueOf = useShownValue();
  const memberOf = useDottedNames('grantTerms.members');
  const unitText = useUnitText();
  const recordText = useRecordText();
  return useCallback(
    (key, kind, stored) => {
      if (kind === 'LIST') return listText(key, stored.split(' | ').map((each) => memberOf(each)));
      if (kind !== 'TABLE') return valueOf(kind, stored);
      const value = termOf(stored);
      const records = recordsOf(value);
      if (records !== null) return records.map(recordText).join('\n');
      const unit = unitOf(key);
      const leaves = leavesUnder(value, law);
      if (leaves !== null && leaves.length > 0) return leaves.map(({ path, value: number }) => `${path.filter((name) => name !== law).map(memberOf).join(' · ')} ${typedNumber(unit, number)}${unitText(unit)}`.trim()).join('\n');
      return Array.isArray(value) && value.length === 0 ? t('grantTerms.emptyTable') : stored;
    },
    [t, law, valueOf, memberOf, unitText, recordText],
  );
}

/** '선급 5000' of a pattern of payments is half of it. */
function listText(key: string, items: readonly string[]): string {
  if (key !== 'grant.tranche-pattern') return items.join(', ');
  return items.map((item) => item.replace(/^(.+) (\d+)$/u, (_, label: string, points: string) => `${label} ${typedNumber('BASIS_POINTS', Number(points))}%`)).join(', ');
}

/** One kind of spending and the papers it asks for. */
function useRecordText(): (record: TermRecord) => string {
  const { t } = useTranslation();
  const term = useTerm();
  return useCallback(
    ({ words, papers, fromWon, resource }) => {
      const what = Array.isArray(words) ? words.map((word) => String(word).trim()).join(', ') : '';
      const asked = Array.isArray(papers) ? papers.map((paper) => term('evidencePaper', String(paper))).join(', ') : '';
      const from = typeof fromWon === 'string' && fromWon !== '0' ? ` ${t('grantTerms.fromWon', { amount: formatWon(fromWon) })}` : '';
      const means = typeof resource === 'string' ? ` (${term('lineResource', resource)})` : '';
      return `${what}${from}${means} → ${asked}`;
    },
    [t, term],
  );
}
