import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import type { Investment } from '../../api/types.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { voidInvestment } from './investment.requests.js';
import { refreshFund } from '../fund/refresh-fund.js';

interface Props {
  readonly investment: Investment;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function VoidDialog({ investment, open, onClose }: Props): ReactElement | null {
  const { t } = useTranslation();
  const intent = useIntent();
  if (!open) return null;
  const run = async (reason: string): Promise<void> => {
    await voidInvestment(investment.id, reason, intent.headersFor({ id: investment.id, reason }));
    intent.done();
    await refreshFund(investment.fundId);
  };
  return (
    <ReasonDialog title={t('voiding.title')} label={t('voiding.reason')} missing={t('voiding.missingReason')} action={t('voiding.action')} tone="danger" run={run} onClose={onClose}>
      <p>{t('voiding.explain')}</p>
    </ReasonDialog>
  );
}
