import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { Button, LinkButton } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { SidePanel } from '../../design/dialog.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { WonText } from '../../design/won-text.js';
import { useTerm } from '../../i18n/term.js';
import { StatusDialog } from '../provider/status-dialog.js';
import { VerdictList } from '../rule/verdict-list.js';
import { usePermissions } from '../session/use-session.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { StateTag } from './applications-table.js';
import { rejectApplication, useApplication, type Application } from './application.requests.js';
import styles from './applications-page.module.css';
import { ReturnDialog } from './return-dialog.js';
import { ScreenDialog } from './screen-dialog.js';

interface Props {
  readonly yearId: string;
  readonly voucherId: string;
  readonly onClose: () => void;
}

/** All about one application: what it says, what the rules and the evaluators say, and what happened to it. */
export function ApplicationPanel({ yearId, voucherId, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const query = useApplication(yearId, voucherId);
  const title = query.data === undefined ? t('application.one') : `${query.data.number} · ${query.data.company}`;
  return (
    <SidePanel title={title} open onClose={onClose}>
      <Loaded query={query}>
        {(application) => (
          <Stack>
            <Deeds yearId={yearId} application={application} />
            <Said application={application} />
            <Card title={t('application.rules')}>
              <VerdictList verdicts={application.verdicts} />
            </Card>
            <Evaluations application={application} />
            <Steps application={application} />
          </Stack>
        )}
      </Loaded>
    </SidePanel>
  );
}

function Deeds({ yearId, application }: { readonly yearId: string; readonly application: Application }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const intent = useIntent();
  const [asked, setAsked] = useState<'screen' | 'reject' | 'return' | 'status' | null>(null);
  const { voucherId, state, number } = application;
  const open = ['APPLIED', 'SCREENED', 'EVALUATED', 'WAITLISTED'].includes(state);
  const reject = async (reason: string): Promise<void> => {
    await rejectApplication(voucherId, reason, intent.headersFor({ voucherId, reason }));
    await refreshYear(yearId);
  };
  return (
    <div className={styles['deeds']}>
      <StateTag state={state} />
      {state === 'APPLIED' && may('application.screen') && <Button onPress={() => setAsked('screen')}>{t('application.screenOne')}</Button>}
      {open && may('application.reject') && <Button onPress={() => setAsked('reject')}>{t('application.reject')}</Button>}
      {open && may('business-status.record') && <Button onPress={() => setAsked('status')}>{t('application.recordStatus')}</Button>}
      {application.ownPaidWon !== '0' && state !== 'AGREED' && may('own-money.return') && <Button onPress={() => setAsked('return')}>{t('application.return')}</Button>}
      {application.voucherNumber !== null && <LinkButton to={`/vouchers/${yearId}/vouchers/${voucherId}`}>{application.voucherNumber}</LinkButton>}
      {asked === 'screen' && <ScreenDialog yearId={yearId} voucherIds={[voucherId]} onClose={() => setAsked(null)} />}
      {asked === 'status' && <StatusDialog yearId={yearId} provider={{ partyId: application.companyId, name: application.company, status: null }} onClose={() => setAsked(null)} />}
      {asked === 'return' && <ReturnDialog yearId={yearId} application={application} onClose={() => setAsked(null)} />}
      {asked === 'reject' && (
        <ReasonDialog title={t('application.rejectTitle', { number })} label={t('application.rejectReason')} hint={t('application.rejectHint')} missing={t('application.rejectMissing')} action={t('application.reject')} tone="danger" run={reject} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}

function Said({ application }: { readonly application: Application }): ReactElement {
  const { t } = useTranslation();
  const given = (label: string, value: string | null): { label: string; value: string } | null => (value === null || value === '' ? null : { label, value });
  return (
    <Card title={t('application.said')}>
      <Facts
        columns
        facts={[
          { label: t('application.receivedOn'), value: `${application.receivedOn} ${application.receivedTime ?? ''}` },
          given(t('application.businessNumber'), application.businessNumber),
          given(t('application.representative'), application.representative),
          given(t('application.officers'), application.officers),
          given(t('application.contractNumber'), application.contractNumber),
          given(t('application.contractOn'), application.contractOn),
          given(t('application.technology'), application.technology),
          given(t('application.researcher'), application.researcher),
          given(t('application.institution'), application.institution),
          { label: t('application.requested'), value: <WonText amount={application.requestedWon} /> },
          given(t('application.services'), application.services),
          given(t('application.clearance'), application.clearance),
          given(t('application.phone'), application.phone),
          given(t('application.address'), application.address),
          given(t('application.note'), application.note),
          application.agreedWon === null ? null : { label: t('application.agreed'), value: <WonText amount={application.agreedWon} /> },
          given(t('application.agreedOn'), application.agreedOn),
          given(t('application.broker'), application.brokerName),
          application.ownDueWon === null ? null : { label: t('application.ownDue'), value: <WonText amount={application.ownDueWon} /> },
          application.ownDueWon === null ? null : { label: t('application.ownPaid'), value: <WonText amount={application.ownPaidWon} /> },
        ]}
      />
    </Card>
  );
}

function Evaluations({ application: { evaluations, meanScore } }: { readonly application: Application }): ReactElement | null {
  const { t } = useTranslation();
  if (evaluations.length === 0) return null;
  return (
    <Card title={t('application.evaluations')} note={meanScore === null ? undefined : t('application.mean', { score: meanScore })}>
      <PlainTable
        label={t('application.evaluations')}
        rows={evaluations}
        rowKey={({ evaluator }) => evaluator}
        columns={[
          { header: t('application.evaluator'), cell: ({ evaluator }) => evaluator },
          { header: t('application.conflict'), wrap: true, cell: ({ conflicted, note }) => (conflicted ? `${t('application.hasConflict')}: ${note ?? ''}` : t('application.none')) },
          { header: t('application.points'), align: 'right', cell: ({ score }) => score ?? '–' },
          { header: t('application.comment'), wrap: true, cell: ({ comment }) => comment ?? '' },
        ]}
      />
    </Card>
  );
}

function Steps({ application: { steps } }: { readonly application: Application }): ReactElement | null {
  const { t } = useTranslation();
  const term = useTerm();
  if (steps.length === 0) return null;
  return (
    <Card title={t('application.steps')}>
      <PlainTable
        label={t('application.steps')}
        rows={steps}
        rowKey={(_, index) => index}
        columns={[
          { header: t('application.date'), cell: ({ happenedOn }) => happenedOn },
          { header: t('application.step'), cell: ({ event }) => term('voucherEvent', event) },
          { header: t('application.by'), cell: ({ by }) => by },
          { header: t('application.reason'), wrap: true, cell: ({ reason }) => reason ?? '' },
        ]}
      />
    </Card>
  );
}
