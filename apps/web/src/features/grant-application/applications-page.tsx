import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { useTerm } from '../../i18n/term.js';
import { useCurrentCall } from '../grant-call/grant-call-layout.js';
import { usePermissions } from '../session/use-session.js';
import { ApplicationPanel } from './application-panel.js';
import { ApplicationsTable } from './applications-table.js';
import { CheckDialog } from './check-dialog.js';
import { awaitsMe, EvaluateDialog } from './evaluate-dialog.js';
import styles from './grant-application.module.css';
import { useApplications, type ApplicationSummary } from './grant-application.requests.js';
import { ObjectionsCard } from './objections-card.js';
import { PasteDialog } from './paste-dialog.js';
import { ReceiveDialog } from './receive-dialog.js';
import { PromotionDialog, SelectionDialog } from './selection-dialog.js';

const STAGES = ['APPLIED', 'CHECKED', 'EVALUATED', 'SELECTED', 'WAITLISTED', 'REJECTED', 'WITHDRAWN', 'AGREED'] as const;
type Deed = 'receive' | 'paste' | 'check' | 'evaluate' | 'select' | 'promote';

/** From the application to the agreement: where each stands, and the next thing to do for all of a stage at once. */
export function GrantApplicationsPage(): ReactElement {
  const { t } = useTranslation();
  const call = useCurrentCall();
  const query = useApplications(call.id);
  const [stage, setStage] = useState<string | null>(null);
  const [deed, setDeed] = useState<Deed | null>(null);
  const [search, setSearch] = useSearchParams();
  const open = (id: string | null): void => setSearch(id === null ? {} : { application: id }, { replace: true });
  const opened = search.get('application');
  const evaluators = Number(call.terms.find(({ key }) => key === 'grant.evaluators-minimum')?.value ?? '1');
  return (
    <Page title={t('grantApplication.title')} lead={t('grantApplication.lead')} actions={<DeedButtons applications={query.data ?? []} onDeed={setDeed} />}>
      <Loaded query={query}>
        {(applications) => (
          <>
            <Stages applications={applications} stage={stage} onStage={setStage} />
            <Card flush>
              {applications.length === 0 ? (
                <Empty>
                  <p>{t('grantApplication.empty')}</p>
                </Empty>
              ) : (
                <ApplicationsTable evaluators={evaluators} rows={applications.filter(({ state }) => stage === null || state === stage)} onOpen={({ id }) => open(id)} />
              )}
            </Card>
            <ObjectionsCard callId={call.id} />
            <OpenDeed deed={deed} applications={applications} onClose={() => setDeed(null)} />
          </>
        )}
      </Loaded>
      {opened !== null && <ApplicationPanel callId={call.id} applicationId={opened} onClose={() => open(null)} />}
    </Page>
  );
}

const inState = (applications: readonly ApplicationSummary[], state: string): ApplicationSummary[] => applications.filter((each) => each.state === state);

function DeedButtons({ applications, onDeed }: { readonly applications: readonly ApplicationSummary[]; readonly onDeed: (deed: Deed) => void }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const deeds: readonly (readonly [deed: Deed, permission: string, count: number | null])[] = [
    ['check', 'grant-application.check', inState(applications, 'APPLIED').length],
    ['evaluate', 'grant-evaluation.score', applications.filter(awaitsMe).length],
    ['select', 'grant-selection.decide', inState(applications, 'EVALUATED').length],
    ['promote', 'grant-selection.promote', inState(applications, 'WAITLISTED').length],
    ['paste', 'grant-application.import', null],
    ['receive', 'grant-application.receive', null],
  ];
  return (
    <>
      {deeds
        .filter(([, permission, count]) => may(permission) && count !== 0)
        .map(([deed, , count]) => (
          <Button key={deed} tone={deed === 'receive' ? 'primary' : 'tertiary'} onPress={() => onDeed(deed)}>
            {count === null ? t(`grantApplication.${deed}`) : `${t(`grantApplication.${deed}`)} (${count})`}
          </Button>
        ))}
    </>
  );
}

function Stages({ applications, stage, onStage }: { readonly applications: readonly ApplicationSummary[]; readonly stage: string | null; readonly onStage: (stage: string | null) => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const counted = STAGES.map((state) => ({ state, count: inState(applications, state).length })).filter(({ count }) => count > 0);
  return (
    <div role="group" aria-label={t('grantApplication.state')} className={styles['stages']}>
      <Button small tone={stage === null ? 'secondary' : 'quiet'} onPress={() => onStage(null)}>
        {`${t('grantApplication.all')} ${applications.length}`}
      </Button>
      {counted.map(({ state, count }) => (
        <Button key={state} small tone={stage === state ? 'secondary' : 'quiet'} onPress={() => onStage(state)}>
          {`${term('grantApplicationState', state)} ${count}`}
        </Button>
      ))}
    </div>
  );
}

function OpenDeed({ deed, applications, onClose }: { readonly deed: Deed | null; readonly applications: readonly ApplicationSummary[]; readonly onClose: () => void }): ReactElement | null {
  const call = useCurrentCall();
  switch (deed) {
    case 'receive':
      return <ReceiveDialog call={call} onClose={onClose} />;
    case 'paste':
      return <PasteDialog callId={call.id} onClose={onClose} />;
    case 'check':
      return <CheckDialog callId={call.id} applicationIds={inState(applications, 'APPLIED').map(({ id }) => id)} onClose={onClose} />;
    case 'evaluate':
      return <EvaluateDialog callId={call.id} applications={applications} onClose={onClose} />;
    case 'select':
      return <SelectionDialog callId={call.id} onClose={onClose} />;
    case 'promote':
      return <PromotionDialog callId={call.id} onClose={onClose} />;
    case null:
      return null;
  }
}
