import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { formatWon } from '../../format/won.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { reverseInterest, reverseReceipt } from './capital-call.requests.js';

/** Something that was booked and may be undone. */
export interface Reversible {
  readonly kind: 'capital' | 'interest';
  readonly id: string;
  readonly amountWon: string;
}

interface Props {
  readonly fundId: string;
  readonly what: Reversible;
  readonly onClose: () => void;
}

export function ReverseDialog({ fundId, what: { kind, id, amountWon }, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const run = async (reason: string): Promise<void> => {
    await (kind === 'capital' ? reverseReceipt : reverseInterest)(id, reason, intent.headersFor({ id, reason }));
    intent.done();
    await refreshFund(fundId);
  };
  return (
    <ReasonDialog title={t('capital.reverseTitle', { amount: formatWon(amountWon) })} label={t('capital.reason')} missing={t('capital.reasonMissing')} action={t('capital.reverse')} tone="danger" run={run} onClose={onClose}>
      <p>{t('capital.reverseLead')}</p>
    </ReasonDialog>
  );
}
