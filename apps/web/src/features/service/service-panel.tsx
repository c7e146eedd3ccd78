import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button, LinkButton } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { SidePanel } from '../../design/dialog.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { formatInstant } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { VerdictList } from '../rule/verdict-list.js';
import { usePermissions, useSessionState } from '../session/use-session.js';
import { CaptureDialog } from './capture-dialog.js';
import { ClaimDialog } from './claim-dialog.js';
import { nextStepOf, otherStepsOf, permissionOf, type NextStep, type OtherStep } from './next-step.js';
import { ReassignDialog } from './reassign-dialog.js';
import { RefundDialog } from './refund-dialog.js';
import { useService, type ServiceDetail } from './service.requests.js';
import { fullNumber, ServiceStateTag } from './services-table.js';
import { StepDialog } from './step-dialog.js';
import styles from './service.module.css';
import { SendBackDialog, UndoDialog } from './undo-dialog.js';
import { useKey } from './use-service-keys.js';

interface Props {
  readonly yearId: string;
  readonly id: string;
  readonly onClose: () => void;
}

/** All about one service, and the one thing that takes it on. */
export function ServicePanel({ yearId, id, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const query = useService(yearId, id);
  const title = query.data === undefined ? t('voucherService.one') : `${fullNumber(query.data)} · ${query.data.company}`;
  return (
    <SidePanel title={title} open onClose={onClose}>
      <Loaded query={query}>
        {(service) => (
          <Stack>
            <Deeds key={service.id} service={service} />
            <Said service={service} />
            {service.remarks.length > 0 && (
              <Card title={t('voucherService.rules')}>
                <VerdictList verdicts={service.remarks} />
              </Card>
            )}
            <Steps service={service} />
          </Stack>
        )}
      </Loaded>
    </SidePanel>
  );
}

function Deeds({ service }: { readonly service: ServiceDetail }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const session = useSessionState();
  const userId = session.kind === 'signed-in' || session.kind === 'lost' ? session.session.user.id : '';
  const [asked, setAsked] = useState<NextStep | OtherStep | null>(null);
  const next = nextStepOf(service.state);
  const own = next === 'capture' && service.claimedById === userId;
  const mayNext = next !== null && may(permissionOf(next)) && !own;
  useKey('c', next === 'capture' && mayNext && asked === null ? () => setAsked('capture') : null);
  return (
    <div className={styles['deeds']}>
      <ServiceStateTag state={service.state} />
      {next !== null && mayNext && next !== 'pay' && (
        <Button tone="primary" icon="right" onPress={() => setAsked(next)}>
          {t(`voucherService.verb.${next}`)}
        </Button>
      )}
      {next === 'pay' && may('payment-run.read') && (
        <LinkButton tone="primary" icon="right" to={service.paymentRunId === null ? `/vouchers/${service.yearId}/payments` : `/payments/${service.paymentRunId}`}>
          {service.paymentNumber === null ? t('voucherService.goPay') : t('voucherService.inRun', { number: service.paymentNumber })}
        </LinkButton>
      )}
      {otherStepsOf(service.state)
        .filter((step) => may(permissionOf(step)))
        .map((step) => (
          <Button key={step} onPress={() => setAsked(step)}>
            {t(`voucherService.verb.${step}`)}
          </Button>
        ))}
      {own && <p className={styles['note']}>{t('voucherService.ownClaim')}</p>}
      {next !== null && !mayNext && !own && next !== 'pay' && <p className={styles['note']}>{t(`voucherService.waitsFor.${next}`)}</p>}
      {asked !== null && <DeedDialog service={service} step={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

function DeedDialog({ service, step, onClose }: { readonly service: ServiceDetail; readonly step: NextStep | OtherStep; readonly onClose: () => void }): ReactElement | null {
  switch (step) {
    case 'deliver':
    case 'accept':
    case 'inspect':
      return <StepDialog service={service} step={step} onClose={onClose} />;
    case 'claim':
      return <ClaimDialog service={service} onClose={onClose} />;
    case 'capture':
      return <CaptureDialog service={service} onClose={onClose} />;
    case 'send-back':
      return <SendBackDialog service={service} onClose={onClose} />;
    case 'reassign':
      return <ReassignDialog service={service} onClose={onClose} />;
    case 'refund':
      return <RefundDialog service={service} onClose={onClose} />;
    case 'cancel':
    case 'reverse-capture':
      return <UndoDialog service={service} undoing={step} onClose={onClose} />;
    case 'pay':
      return null;
  }
}

function Said({ service }: { readonly service: ServiceDetail }): ReactElement {
  const { t } = useTranslation();
  const given = (label: string, value: string | null): { label: string; value: string } | null => (value === null ? null : { label, value });
  const won = (label: string, amount: string | null): { label: string; value: string } | null => (amount === null ? null : { label, value: t('voucherService.won', { amount: formatWon(amount) }) });
  return (
    <Card title={service.name ?? t('voucherService.one')}>
      <Facts
        columns
        facts={[
          { label: t('voucherService.voucher'), value: <Link to={`/vouchers/${service.yearId}/vouchers/${service.voucherId}`}>{service.voucherNumber ?? service.company}</Link> },
          given(t('voucherService.provider'), service.provider),
          won(t('voucherService.supply'), service.supplyWon),
          service.supplyWon === service.contractedWon ? null : won(t('voucherService.contracted'), service.contractedWon),
          won(t('voucherService.government'), service.governmentWon),
          won(t('voucherService.self'), service.selfWon),
          won(t('voucherService.vatByCompany'), service.vatWon),
          won(t('voucherService.brokerFee'), service.brokerFeeWon),
          given(t('voucherService.contractedOn'), service.contractedOn),
          given(t('voucherService.dueOn'), service.dueOn),
          given(t('voucherService.invoiceNumber'), service.invoiceNumber),
          given(t('voucherService.invoicedOn'), service.invoicedOn),
          given(t('voucherService.payment'), service.paymentNumber),
        ]}
      />
    </Card>
  );
}

/** Everything that happened, latest first: who recorded it, when, and why. */
function Steps({ service: { steps } }: { readonly service: ServiceDetail }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const details = (step: ServiceDetail['steps'][number]): string =>
    [
      step.reason,
      step.rating === null ? null : t('voucherService.ratedAs', { rating: step.rating }),
      step.brokerReportedOn === null ? null : t('voucherService.reportedOn', { on: step.brokerReportedOn }),
      step.fileName,
      step.provider,
    ]
      .filter((text) => text !== null)
      .join(' · ');
  return (
    <Card title={t('voucherService.steps')}>
      <ol className={styles['steps']}>
        {[...steps].reverse().map((step) => (
          <li key={`${step.event} ${String(step.recordedAt)}`}>
            <span className={styles['on']}>{step.happenedOn}</span>
            <span>
              <span className={styles['what']}>{term('serviceEvent', step.event)}</span> {details(step)}
            </span>
            <span className={styles['by']}>
              {step.by ?? ''} {formatInstant(String(step.recordedAt))}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
