import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { usePermissions } from '../session/use-session.js';
import { useObjections, type Objection } from './grant-application.requests.js';
import { DecideObjectionDialog } from './objection-dialog.js';

/** Objections to decisions of the call; nothing while there is none. */
export function ObjectionsCard({ callId }: { readonly callId: string }): ReactElement | null {
  const { t } = useTranslation();
  const may = usePermissions();
  const objections = useObjections(callId).data ?? [];
  const [deciding, setDeciding] = useState<Objection | null>(null);
  if (objections.length === 0) return null;
  return (
    <Card title={t('grantApplication.objections')}>
      <PlainTable
        label={t('grantApplication.objections')}
        rows={objections}
        rowKey={({ id }) => id}
        columns={[
          { header: t('grantApplication.number'), cell: ({ number, title }) => `${number} ${title}`, wrap: true },
          { header: t('grantApplication.filedOn'), cell: ({ filedOn }) => filedOn },
          { header: t('grantApplication.objectionReason'), cell: ({ reason }) => reason, wrap: true },
          { header: t('grantApplication.outcomeOf'), cell: (row) => <Outcome row={row} onDecide={may('grant-objection.decide') ? setDeciding : null} /> },
          { header: t('grantApplication.objectionAnswer'), cell: ({ answer }) => answer ?? '–', wrap: true },
        ]}
      />
      {deciding !== null && <DecideObjectionDialog callId={callId} objection={deciding} onClose={() => setDeciding(null)} />}
    </Card>
  );
}

function Outcome({ row, onDecide }: { readonly row: Objection; readonly onDecide: ((row: Objection) => void) | null }): ReactElement {
  const { t } = useTranslation();
  if (row.outcome !== null) return <>{t(`grantApplication.objectionOutcome.${row.outcome}`)}</>;
  if (onDecide === null) return <>{t('grantApplication.undecided')}</>;
  return (
    <Button small onPress={() => onDecide(row)}>
      {t('grantApplication.decideObjection')}
    </Button>
  );
}
