import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Investment } from '../../api/types.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';

export function ExitsCard({ exits }: { readonly exits: Investment['exits'] }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <Card title={t('investmentPage.exits')} flush>
      <PlainTable
        label={t('investmentPage.exits')}
        rows={exits}
        rowKey={(_, index) => index}
        columns={[
          { header: t('investmentPage.exitedOn'), cell: ({ exitedOn }) => exitedOn },
          { header: t('investmentPage.exitKind'), cell: ({ kind }) => term('exitKind', kind) },
          { header: t('investmentPage.proceeds'), align: 'right', cell: ({ proceedsWon }) => formatWon(proceedsWon) },
          { header: t('investmentPage.cost'), align: 'right', cell: ({ costWon }) => formatWon(costWon) },
          { header: t('investmentPage.expense'), align: 'right', cell: ({ expenseWon }) => formatWon(expenseWon) },
          { header: t('investmentPage.counterparty'), cell: ({ counterparty }) => counterparty ?? '–', wrap: true },
        ]}
      />
    </Card>
  );
}
