import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Investment } from '../../api/types.js';
import { Card } from '../../design/card.js';
import { Facts, type Fact } from '../../design/facts.js';
import { WonText } from '../../design/won-text.js';
import { formatBusinessNumber } from '../../format/business-number.js';
import { formatInstant } from '../../format/date.js';
import { groupDigits } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';

export function InvestmentFacts({ investment }: { readonly investment: Investment }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const given = (label: string, value: string | null): Fact | null => (value === null || value === '' ? null : { label, value });
  const won = (label: string, amount: string | null): Fact | null => (amount === null ? null : { label, value: <WonText amount={amount} /> });
  return (
    <Card title={t('investmentPage.facts')}>
      <Facts
        facts={[
          given(t('investment.businessNumber'), investment.businessNumber === null ? null : formatBusinessNumber(investment.businessNumber)),
          given(t('investment.incorporatedOn'), investment.incorporatedOn),
          given(t('investment.kind'), term('investmentKind', investment.kind)),
          given(t('investment.instrument'), term('instrument', investment.instrument)),
          given(t('investment.round'), investment.round),
          given(t('investment.committeeOn'), investment.committeeOn),
          given(t('investment.paidOn'), investment.paidOn),
          won(t('investment.amount'), investment.amountWon),
          won(t('investment.outstanding').replace(/\(.*\)$/, ''), investment.outstandingCostWon),
          won(t('investment.fairValue').replace(/\(.*\)$/, ''), investment.fairValueWon),
          given(t('investment.shares'), investment.shares === null ? null : groupDigits(BigInt(investment.shares))),
          won(t('investment.pricePerShare'), investment.pricePerShareWon),
          given(t('investment.note'), investment.note),
          given(t('investmentPage.recordedBy'), investment.recordedBy),
          given(t('investmentPage.recordedAt'), formatInstant(investment.recordedAt)),
        ]}
      />
    </Card>
  );
}
