import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Page, Stack } from '../../design/page.js';
import { WonText } from '../../design/won-text.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { usePaymentRun, type PaymentRunDetail } from './payment-run.requests.js';
import { RunDeeds } from './run-deeds.js';
import { RunLines } from './run-lines.js';
import { RunTimeline, RunWay } from './run-timeline.js';

/** One run: where it stands, what can be done, each of its lines and all that happened to it. */
export function PaymentRunPage(): ReactElement {
  const { runId = '' } = useParams();
  return <Loaded query={usePaymentRun(runId)}>{(run) => <Run run={run} />}</Loaded>;
}

function Run({ run }: { readonly run: PaymentRunDetail }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const { payerName, bankName, maskedNumber, address } = run.payingAccount;
  return (
    <Page title={t('paymentRun.pageTitle', { number: run.number })} lead={<Link to={`/payments?book=${encodeURIComponent(run.book)}`}>{run.bookLabel}</Link>} actions={<RunDeeds run={run} />}>
      <Card>
        <Stack>
          <RunWay standing={run.standing} />
          <Facts
            columns
            facts={[
              { label: t('paymentRun.payOn'), value: run.payOn },
              { label: t('paymentRun.total'), value: <strong><WonText amount={run.totalWon} /></strong> },
              { label: t('paymentRun.paid'), value: t('paymentRun.paidOf', { amount: formatWon(run.paidWon), paid: run.counts.paid, lines: run.lines }) },
              { label: t('paymentRun.payingAccount'), value: `${payerName} · ${say(bankName)} ${maskedNumber}` },
              { label: t('paymentRun.payerAddress'), value: address },
              { label: t('paymentRun.draftedBy'), value: run.draftedBy ?? '–' },
              run.signedBy.length === 0 ? null : { label: t('paymentRun.signedBy'), value: run.signedBy.join(', ') },
            ]}
          />
        </Stack>
      </Card>
      <RunLines run={run} />
      <RunTimeline run={run} />
    </Page>
  );
}
