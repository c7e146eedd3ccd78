import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatInstant } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import type { PaymentRunDetail } from './payment-run.requests.js';
import styles from './payment-run.module.css';

const WAY = ['DRAFTED', 'RELEASED', 'EXPORTED', 'SETTLED'] as const;

/** How far a run has come. */
export function RunWay({ standing }: Pick<PaymentRunDetail, 'standing'>): ReactElement | null {
  const { t } = useTranslation();
  const term = useTerm();
  if (standing === 'VOIDED') return null;
  const reached = WAY.indexOf(standing);
  return (
    <ol className={styles['steps']} aria-label={t('paymentRun.way')}>
      {WAY.map((step, index) => (
        <li key={step} data-reached={index <= reached} aria-current={index === reached ? 'step' : undefined}>
          {term('runStanding', step)}
        </li>
      ))}
    </ol>
  );
}

/** What happened to it, who did it, and the files that left for the bank. */
export function RunTimeline({ run: { steps, files } }: { readonly run: PaymentRunDetail }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <>
      <Card title={t('paymentRun.timeline')} flush>
        <PlainTable
          label={t('paymentRun.timeline')}
          rows={steps}
          rowKey={(_, index) => index}
          columns={[
            { header: t('paymentRun.recordedAt'), cell: ({ recordedAt }) => formatInstant(recordedAt) },
            { header: t('paymentRun.what'), cell: ({ what, lineNo }) => `${term('runStep', what)}${lineNo === null ? '' : ` #${lineNo}`}` },
            { header: t('paymentRun.stepOn'), cell: ({ happenedOn }) => happenedOn },
            { header: t('paymentRun.actor'), cell: ({ actor, fromAnswer }) => `${actor ?? '–'}${fromAnswer ? ` (${t('paymentRun.fromAnswer')})` : ''}` },
            { header: t('paymentRun.remark'), wrap: true, cell: ({ reasonCode, reason, bankReference }) => [reasonCode, reason, bankReference].filter(Boolean).join(' · ') },
          ]}
        />
      </Card>
      {files.length > 0 && (
        <Card title={t('paymentRun.files')} flush>
          <PlainTable
            label={t('paymentRun.files')}
            rows={files}
            rowKey={({ format }) => format}
            columns={[
              { header: t('paymentRun.format'), cell: ({ format }) => t(format === 'PAIN_001' ? 'paymentRun.pain' : 'paymentRun.bulk') },
              { header: t('paymentRun.recordedAt'), cell: ({ recordedAt }) => formatInstant(recordedAt) },
              { header: 'SHA-256', wrap: true, cell: ({ sha256 }) => <span className={styles['hash']}>{sha256}</span> },
            ]}
          />
        </Card>
      )}
    </>
  );
}
