import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { usePermissions } from '../session/use-session.js';
import { useCurrentYear } from '../voucher-year/voucher-year-layout.js';
import { AgreeDialog } from './agree-dialog.js';
import { ApplicationPanel } from './application-panel.js';
import { useApplications, type ApplicationSummary } from './application.requests.js';
import { stageOf, type Stage } from './application-stage.js';
import { ApplicationsTable } from './applications-table.js';
import { DepositDialog } from './deposit-dialog.js';
import { EvaluateDialog } from './evaluate-dialog.js';
import { PromoteDialog } from './promote-dialog.js';
import { ReceiveDialog } from './receive-dialog.js';
import { ScreenDialog } from './screen-dialog.js';
import { SelectionDialog } from './selection-dialog.js';
import { StageStrip, type Deed } from './stage-strip.js';

/** From the application to the agreement: where each stands, and the next thing to do for all of a stage at once. */
export function ApplicationsPage(): ReactElement {
  const { t } = useTranslation();
  const year = useCurrentYear();
  const may = usePermissions();
  const query = useApplications(year.id);
  const [stage, setStage] = useState<Stage | null>(null);
  const [deed, setDeed] = useState<Deed | null>(null);
  const [search, setSearch] = useSearchParams();
  const open = (voucherId: string | null): void => setSearch(voucherId === null ? {} : { application: voucherId }, { replace: true });
  const opened = search.get('application');
  const mayReceive = year.closedOn === null && may('application.receive');
  const receive = (
    <Button tone="primary" icon="plus" onPress={() => setDeed('receive')}>
      {t('application.receive')}
    </Button>
  );
  return (
    <Page title={t('application.title')} lead={t('application.lead')} actions={mayReceive ? receive : undefined}>
      <Loaded query={query}>
        {(applications) => (
          <>
            <StageStrip year={year} applications={applications} stage={stage} onStage={setStage} onDeed={setDeed} />
            <Card flush>
              {applications.length === 0 ? (
                <Empty>
                  <p>{t(mayReceive ? 'application.empty' : 'application.emptyReader')}</p>
                  {mayReceive && receive}
                </Empty>
              ) : (
                <ApplicationsTable evaluators={Number(year.terms.find(({ key }) => key === 'voucher.evaluators-minimum')?.value ?? '1')} rows={applications.filter((each) => stage === null || stageOf(each) === stage)} onOpen={({ voucherId }) => open(voucherId)} />
              )}
            </Card>
            <OpenDeed deed={deed} applications={applications} onClose={() => setDeed(null)} />
          </>
        )}
      </Loaded>
      {opened !== null && <ApplicationPanel yearId={year.id} voucherId={opened} onClose={() => open(null)} />}
    </Page>
  );
}

interface DeedProps {
  readonly deed: Deed | null;
  readonly applications: readonly ApplicationSummary[];
  readonly onClose: () => void;
}

function OpenDeed({ deed, applications, onClose }: DeedProps): ReactElement | null {
  const year = useCurrentYear();
  const inStage = (stage: Stage): ApplicationSummary[] => applications.filter((each) => stageOf(each) === stage);
  switch (deed) {
    case 'receive':
      return <ReceiveDialog year={year} onClose={onClose} />;
    case 'screen':
      return <ScreenDialog yearId={year.id} voucherIds={inStage('APPLIED').map(({ voucherId }) => voucherId)} onClose={onClose} />;
    case 'evaluate':
      return <EvaluateDialog yearId={year.id} applications={applications} onClose={onClose} />;
    case 'select':
      return <SelectionDialog yearId={year.id} onClose={onClose} />;
    case 'promote':
      return <PromoteDialog yearId={year.id} waiting={inStage('WAITLISTED').length} onClose={onClose} />;
    case 'agree':
      return <AgreeDialog year={year} applications={inStage('SELECTED')} onClose={onClose} />;
    case 'deposit':
      return <DepositDialog yearId={year.id} applications={inStage('AGREED')} onClose={onClose} />;
    case null:
      return null;
  }
}
