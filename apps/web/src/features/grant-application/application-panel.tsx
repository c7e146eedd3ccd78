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
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import { VerdictList } from '../rule/verdict-list.js';
import { usePermissions } from '../session/use-session.js';
import { AnswersDialog } from './answers-dialog.js';
import { StateTag } from './applications-table.js';
import styles from './grant-application.module.css';
import { endApplication, useApplication, type Application } from './grant-application.requests.js';
import { FileObjectionDialog } from './objection-dialog.js';

/** All about one application: who asks for what, what the rules and evaluators say, and what happened to it. */
export function ApplicationPanel({ callId, applicationId, onClose }: { readonly callId: string; readonly applicationId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const query = useApplication(callId, applicationId);
  return (
    <SidePanel title={query.data === undefined ? t('grantApplication.one') : `${query.data.number} ${query.data.title}`} open onClose={onClose}>
      <Loaded query={query}>
        {(application) => (
          <Stack>
            <Deeds application={application} />
            <Project application={application} />
            {application.verdicts.length > 0 && (
              <Card title={t('grantApplication.rules')}>
                <VerdictList verdicts={application.verdicts} />
              </Card>
            )}
            <Judged application={application} />
          </Stack>
        )}
      </Loaded>
    </SidePanel>
  );
}

const ENDED = new Set(['REJECTED', 'WITHDRAWN', 'AGREED']);

function Deeds({ application }: { readonly application: Application }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const intent = useIntent();
  const [asked, setAsked] = useState<'answer' | 'reject' | 'withdraw' | 'object' | null>(null);
  const { id, callId, state, number } = application;
  const open = !ENDED.has(state);
  const close = (): void => setAsked(null);
  const end = async (reason: string): Promise<void> => {
    const way = asked === 'withdraw' ? 'withdraw' : 'reject';
    await endApplication(id, way, reason, intent.headersFor({ id, way, reason }));
    await refreshGrants(callId);
  };
  return (
    <div className={styles['deeds']}>
      <StateTag state={state} />
      {open && may('grant-application.answer') && <Button onPress={() => setAsked('answer')}>{t('grantApplication.answer')}</Button>}
      {open && state !== 'WAITLISTED' && may('grant-application.reject') && <Button onPress={() => setAsked('reject')}>{t('grantApplication.reject')}</Button>}
      {open && may('grant-application.withdraw') && <Button onPress={() => setAsked('withdraw')}>{t('grantApplication.withdraw')}</Button>}
      {(state === 'REJECTED' || state === 'WAITLISTED') && may('grant-objection.file') && <Button onPress={() => setAsked('object')}>{t('grantApplication.object')}</Button>}
      {application.agreementId !== null && <LinkButton to={`/grants/${callId}/agreements/${application.agreementId}`}>{t('grantApplication.toAgreement')}</LinkButton>}
      {asked === 'answer' && <AnswersDialog application={application} onClose={close} />}
      {asked === 'object' && <FileObjectionDialog application={application} onClose={close} />}
      {(asked === 'reject' || asked === 'withdraw') && (
        <ReasonDialog title={`${number} ${t(`grantApplication.${asked}`)}`} label={t('grantApplication.reason')} hint={t('grantApplication.reasonHint')} missing={t('grantApplication.reasonShort')} action={t(`grantApplication.${asked}`)} tone="danger" run={end} onClose={close} />
      )}
    </div>
  );
}

function Project({ application }: { readonly application: Application }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const given = (label: string, value: string | null): { label: string; value: string } | null => (value === null ? null : { label, value });
  return (
    <Card title={t('grantApplication.one')}>
      <Facts
        columns
        facts={[
          { label: t('grantApplication.period'), value: `${application.periodFrom} ~ ${application.periodTo}` },
          { label: t('grantApplication.receivedOn'), value: application.receivedOn },
          given(t('grantApplication.technology'), application.technology),
          given(t('grantApplication.subProgramme'), application.subProgramme),
          given(t('grantApplication.broker'), application.broker),
          given(t('grantApplication.notifiedOn'), application.notifiedOn),
          given(t('grantApplication.agreeBy'), application.agreeBy),
          given(t('grantApplication.reason'), application.reason),
        ]}
      />
      <PlainTable
        label={t('grantApplication.institutions')}
        rows={application.applicants}
        rowKey={({ partyId }) => partyId}
        columns={[
          { header: t('grantApplication.institution'), wrap: true, cell: ({ party, role }) => `${party} (${term('grantRole', role)})` },
          { header: t('grantApplication.investigator'), cell: ({ investigator }) => investigator ?? '–' },
          { header: t('grantApplication.governmentWon'), align: 'right', cell: ({ governmentWon }) => formatWon(governmentWon) },
          { header: t('grantApplication.ownCashWon'), align: 'right', cell: ({ ownCashWon }) => formatWon(ownCashWon) },
          { header: t('grantApplication.ownInKindWon'), align: 'right', cell: ({ ownInKindWon }) => formatWon(ownInKindWon) },
        ]}
      />
    </Card>
  );
}

function Judged({ application: { evaluations, steps } }: { readonly application: Application }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <>
      {evaluations.length > 0 && (
        <Card title={t('grantApplication.evaluations')}>
          <PlainTable
            label={t('grantApplication.evaluations')}
            rows={evaluations}
            rowKey={(_, index) => index}
            columns={[
              { header: t('grantApplication.evaluator'), cell: ({ evaluator }) => evaluator },
              { header: t('grantApplication.conflict'), wrap: true, cell: ({ conflicted, note }) => (conflicted ? (note ?? '') : t('grantApplication.declaredFree')) },
              { header: t('grantApplication.points'), align: 'right', cell: ({ score }) => score ?? '–' },
            ]}
          />
        </Card>
      )}
      <Card title={t('grantApplication.steps')}>
        <PlainTable
          label={t('grantApplication.steps')}
          rows={steps}
          rowKey={(_, index) => index}
          columns={[
            { header: t('grantApplication.step'), cell: ({ event }) => term('grantApplicationEvent', event) },
            { header: t('grantApplication.on'), cell: ({ happenedOn }) => happenedOn },
            { header: t('grantApplication.by'), cell: ({ by }) => by },
            { header: t('grantApplication.reason'), wrap: true, cell: ({ reason }) => reason ?? '' },
          ]}
        />
      </Card>
    </>
  );
}
