import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBasisPoints, parseBasisPoints } from '../../format/quantity.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';

/** Typed for a menu that leaves every service open. */
const ANY_SERVICE = '*';

const CHOICES = { FLAG: ['true', 'false'], CHANNEL: ['DEPOSIT', 'DIRECT'], ACTION: ['BLOCK', 'WARN'] } as const;

/** The values of a term that has few of them; null for one that is typed. */
export function choicesOf(kind: string): readonly string[] | null {
  return kind in CHOICES ? CHOICES[kind as keyof typeof CHOICES] : null;
}

/** A stored value as a person types it. */
export function typedValue(kind: string, stored: string): string {
  if (kind === 'AMOUNT') return formatWon(stored);
  if (kind === 'BASIS_POINTS') return formatBasisPoints(Number(stored));
  return kind === 'MENU' && stored === ANY_SERVICE ? '' : stored;
}

/** What was typed as the API takes it; null where it cannot be read. */
export function storedValue(kind: string, typed: string): string | null {
  const text = typed.trim();
  if (kind === 'MENU') return text === '' ? ANY_SERVICE : text;
  if (kind === 'BASIS_POINTS') return parseBasisPoints(text)?.toString() ?? null;
  if (kind === 'COUNT') return /^\d{1,3}$/.test(text) ? String(Number(text)) : null;
  if (kind === 'AMOUNT') {
    const amount = parseWonInput(text);
    return amount.ok ? amount.amount.toString() : null;
  }
  return choicesOf(kind)?.includes(text) === true ? text : null;
}

/** A stored value as it is read. */
export function useShownValue(): (kind: string, stored: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (kind, stored) => {
      switch (kind) {
        case 'AMOUNT':
          return `${formatWon(stored)}${t('common.won')}`;
        case 'BASIS_POINTS':
          return `${formatBasisPoints(Number(stored))}%`;
        case 'FLAG':
          return t(stored === 'true' ? 'voucherTerms.yes' : 'voucherTerms.no');
        case 'CHANNEL':
          return t(stored === 'DIRECT' ? 'voucherTerms.direct' : 'voucherTerms.deposit');
        case 'ACTION':
          return t(stored === 'WARN' ? 'voucherTerms.warn' : 'voucherTerms.block');
        case 'MENU':
          return stored === ANY_SERVICE ? t('voucherTerms.anyService') : stored;
        default:
          return stored;
      }
    },
    [t],
  );
}
