import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import styles from './evidence-desk.module.css';
import { useExceptions, type RecognitionException } from './evidence-desk.requests.js';
import { ExceptionDialog } from './exception-dialog.js';
import { WithdrawDialog } from './withdraw-dialog.js';

/** Answers of the authority or the advisory committee that claims of the fund may refer to. */
export function ExceptionsCard({ fundId }: { readonly fundId: string }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { isNow, point } = useTimePoint();
  const query = useExceptions(fundId, point);
  const [adding, setAdding] = useState(false);
  const [withdrawing, setWithdrawing] = useState<RecognitionException | null>(null);
  const mayWithdraw = isNow && may('recognition-exception.withdraw');
  return (
    <Card
      title={t('exceptions.title')}
      note={t('exceptions.note')}
      actions={
        isNow &&
        may('recognition-exception.record') && (
          <Button small tone="secondary" icon="plus" onPress={() => setAdding(true)}>
            {t('exceptions.add')}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {(exceptions) =>
          exceptions.length === 0 ? (
            <p className={styles['note']}>{t('exceptions.none')}</p>
          ) : (
            <PlainTable
              label={t('exceptions.title')}
              rows={exceptions}
              rowKey={({ id }) => id}
              columns={[
                { header: t('exceptions.number'), cell: ({ number }) => number },
                { header: t('exceptions.issuer'), cell: ({ issuer }) => issuer },
                { header: t('exceptions.subject'), cell: ({ subject }) => subject, wrap: true },
                { header: t('exceptions.scope'), cell: ({ company }) => company ?? t('exceptions.wholeFund') },
                { header: t('exceptions.term'), wrap: true, cell: (exception) => <Term exception={exception} /> },
                { header: t('investmentPage.recordedBy'), cell: ({ recordedBy }) => recordedBy },
                {
                  header: '',
                  cell: (exception) =>
                    mayWithdraw &&
                    exception.withdrawnFrom === null && (
                      <Button small tone="quiet" onPress={() => setWithdrawing(exception)}>
                        {t('exceptions.withdraw')}
                      </Button>
                    ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {adding && <ExceptionDialog fundId={fundId} onClose={() => setAdding(false)} />}
      {withdrawing !== null && <WithdrawDialog fundId={fundId} exception={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Card>
  );
}

/** The days on which it holds, and that it was taken back with the reason. */
function Term({ exception: { validFrom, validTo, withdrawnFrom, withdrawalReason } }: { readonly exception: RecognitionException }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {validFrom} ~ {validTo ?? ''}
      {withdrawnFrom !== null && (
        <div className={styles['note']}>
          <Tag tone="danger">{t('exceptions.withdrawn', { date: withdrawnFrom })}</Tag> {withdrawalReason}
        </div>
      )}
    </>
  );
}
