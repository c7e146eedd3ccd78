import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { Button, LinkButton } from '../../design/button.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import { usePermissions } from '../session/use-session.js';
import { AnswersDialog } from './answers-dialog.js';
import { StateTag } from './applications-table.js';
import styles from './grant-application.module.css';
import { endApplication, type Application } from './grant-application.requests.js';
import { FileObjectionDialog } from './objection-dialog.js';

const ENDED = new Set(['REJECTED', 'WITHDRAWN', 'AGREED']);

/** What may be done with one application where it stands. */
export function ApplicationDeeds({ application }: { readonly application: Application }): ReactElement {
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
