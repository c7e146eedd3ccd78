import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { RegisterPreview, type PreviewProps } from '../call-register/register-preview.js';
import type { GrantRegisterResult } from './grant-register.requests.js';

const KINDS = ['agreements', 'budgets', 'tranches', 'expenses', 'interests', 'statements'] as const;

/** What a register of grants would record, with the new agreements in full. */
export function GrantRegisterPreview(props: PreviewProps<GrantRegisterResult>): ReactElement {
  const { t } = useTranslation();
  const { result } = props;
  const fresh = KINDS.filter((kind) => result.fresh[kind] > 0).map((kind) => t(`grantRegister.fresh.${kind}`, { count: result.fresh[kind] }));
  const headline = t('grantRegister.headline', { count: result.fresh.agreements, amount: formatWon(result.agreedWon) });
  return (
    <RegisterPreview {...props} fresh={fresh} headline={headline} action={t(result.rejected > 0 ? 'grantRegister.importPartly' : 'grantRegister.import')}>
      {result.agreements.length > 0 && (
        <Card title={t('grantRegister.agreements', { count: result.agreements.length })} flush>
          <PlainTable
            label={t('grantRegister.agreements', { count: result.agreements.length })}
            rows={result.agreements}
            rowKey={({ number }) => number}
            columns={[
              { header: t('grantRegister.number'), cell: ({ number }) => number },
              { header: t('grantExpense.institution'), cell: ({ organisation }) => organisation },
              { header: t('grantRegister.agreedOn'), cell: ({ agreedOn }) => agreedOn },
              { header: t('grantRegister.government'), align: 'right', cell: ({ governmentWon }) => formatWon(governmentWon) },
              { header: t('grantRegister.paid'), align: 'right', cell: ({ paidWon }) => formatWon(paidWon) },
              { header: t('grantRegister.spent'), align: 'right', cell: ({ spentWon }) => formatWon(spentWon) },
              { header: t('grantExpense.disallowed'), align: 'right', cell: ({ disallowedWon }) => formatWon(disallowedWon) },
            ]}
          />
        </Card>
      )}
    </RegisterPreview>
  );
}
