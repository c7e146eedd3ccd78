import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { Tag } from '../../design/tag.js';
import { todayInSeoul } from '../../format/date.js';
import { ApprovalTabs } from '../approval/approval-tabs.js';
import { usePermissions } from '../session/use-session.js';
import { AppointDialog } from './appoint-dialog.js';
import { deputyState } from './deputy-state.js';
import { endDeputy, refreshDeputies, useDeputies, type Deputy } from './deputy.requests.js';

/** Who signs for whom, and when. */
export function DeputiesPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const query = useDeputies();
  const [appointing, setAppointing] = useState(false);
  const [ending, setEnding] = useState<Deputy | null>(null);
  const appoint = may('deputy.appoint') && (
    <Button tone="primary" icon="plus" onPress={() => setAppointing(true)}>
      {t('deputy.appoint')}
    </Button>
  );
  return (
    <Page title={t('deputy.title')} lead={t('deputy.lead')} actions={appoint}>
      <ApprovalTabs box={null} />
      <Card flush>
        <Loaded query={query}>{(deputies) => (deputies.length === 0 ? <Empty>{t('deputy.none')}</Empty> : <DeputiesTable deputies={deputies} onEnd={setEnding} />)}</Loaded>
      </Card>
      {appointing && <AppointDialog onClose={() => setAppointing(false)} />}
      {ending !== null && <EndDialog deputy={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}

function DeputiesTable({ deputies, onEnd }: { readonly deputies: readonly Deputy[]; readonly onEnd: (deputy: Deputy) => void }): ReactElement {
  const { t } = useTranslation();
  const today = todayInSeoul();
  return (
    <PlainTable
      label={t('deputy.title')}
      rows={deputies}
      rowKey={({ id }) => id}
      tone={(deputy) => (deputyState(deputy, today) === 'over' ? 'muted' : undefined)}
      columns={[
        { header: t('deputy.absent'), cell: ({ absentName }) => absentName },
        { header: t('deputy.deputy'), cell: ({ deputyName }) => <strong>{deputyName}</strong> },
        { header: t('deputy.period'), cell: ({ fromOn, toOn, endedOn }) => <span className="number">{`${fromOn} ~ ${endedOn ?? toOn}`}</span> },
        { header: t('deputy.reason'), wrap: true, cell: ({ reason }) => reason },
        { header: t('deputy.state'), cell: (deputy) => <StateTag deputy={deputy} today={today} /> },
        {
          header: '',
          align: 'right',
          cell: (deputy) =>
            deputy.own && deputyState(deputy, today) !== 'over' ? (
              <Button small onPress={() => onEnd(deputy)}>
                {t('deputy.end')}
              </Button>
            ) : null,
        },
      ]}
    />
  );
}

function StateTag({ deputy, today }: { readonly deputy: Deputy; readonly today: string }): ReactElement {
  const { t } = useTranslation();
  const state = deputyState(deputy, today);
  return <Tag tone={state === 'active' ? 'success' : state === 'coming' ? 'information' : 'neutral'}>{t(`deputy.${state}`)}</Tag>;
}

function EndDialog({ deputy, onClose }: { readonly deputy: Deputy; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const end = useWrite({
    mutationFn: () => endDeputy(deputy.id, intent.headersFor(deputy.id)),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshDeputies();
      onClose();
    },
  });
  return (
    <Dialog title={t('deputy.endTitle')} open onClose={onClose}>
      <p>{t('deputy.endText', { name: deputy.deputyName })}</p>
      <ProblemCallout error={end.error} />
      <DialogActions>
        <Button tone="quiet" onPress={onClose}>
          {t('common.cancel')}
        </Button>
        <Button tone="primary" pending={end.isPending} onPress={() => end.mutate(undefined)}>
          {t('deputy.end')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
