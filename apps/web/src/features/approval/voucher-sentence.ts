import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatOfficialDate } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useLanguage } from '../../i18n/bilingual.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import { useTerm } from '../../i18n/term.js';
import { useTermValue } from '../agreement/term-value.js';
import type { Approval } from './approval.requests.js';

/** What a request about vouchers does, in one sentence; null for one without a sentence of its own. */
export function useVoucherSentence(): (approval: Pick<Approval, 'command' | 'input' | 'labels'>) => string | null {
  const { t } = useTranslation();
  const term = useTerm();
  const termName = useDottedNames('voucherTerms.keys');
  const termValue = useTermValue();
  const language = useLanguage();
  return useCallback(
    ({ command, input, labels }) => {
      const text = (key: string): string => (typeof input[key] === 'string' ? input[key] : '');
      const labelOf = (key: string): string => labels.find(({ id }) => id === input[key])?.label ?? text(key);
      const count = (key: string): number => (Array.isArray(input[key]) ? input[key].length : 0);
      const year = labelOf('yearId');
      switch (command) {
        case 'voucher-year.open':
          return t('voucherApproval.sentences.yearOpen', { year: String(input['fiscalYear'] ?? ''), kind: term('voucherKind', text('kind')), regime: term('legalRegime', text('legalRegime')) });
        case 'voucher-budget.decide': {
          const facts = { year, stage: term('budgetStage', text('stage')), amount: formatWon(text('amountWon') || '0'), vouchers: String(input['vouchers'] ?? 0) };
          return t(text('change') === 'CUT' ? 'voucherApproval.sentences.budgetCut' : 'voucherApproval.sentences.budgetGrant', facts);
        }
        case 'voucher-term.decide': {
          const from = text('effectiveFrom');
          return t('voucherApproval.sentences.termDecide', { year, term: termName(text('key')), from: language === 'ko' ? formatOfficialDate(from) : from, value: termValue(text('key'), text('value')) });
        }
        case 'voucher-year.close':
          return t(text('unissued') === 'FORWARD' ? 'voucherApproval.sentences.yearCloseForward' : 'voucherApproval.sentences.yearCloseLapse', { year });
        case 'voucher.issue':
          return t('voucherApproval.sentences.issue', { year, count: count('vouchers'), amount: formatWon(text('amountWon') || '0') });
        case 'voucher-roster.import':
          return t('voucherApproval.sentences.rosterImport', { file: text('fileName'), amount: formatWon(text('amountWon') || '0') });
        case 'clawback.decide':
          return t('voucherApproval.sentences.clawbackDecide', { voucher: labelOf('voucherId'), amount: formatWon(text('principalWon') || '0') });
        case 'clawback-receipt.reverse':
          return t('voucherApproval.sentences.clawbackReceiptReverse', { receipt: labelOf('receiptId'), reason: text('reason') });
        default:
          return null;
      }
    },
    [t, term, termName, termValue, language],
  );
}
