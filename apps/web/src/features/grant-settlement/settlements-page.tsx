import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Tone } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';
import { useCurrentCall } from '../grant-call/grant-call-layout.js';
import { RecoveriesCard } from '../grant-recovery/recoveries-card.js';
import { SanctionsCard } from './sanctions-card.js';
import { useSettlementStages, type SettlementStage } from './settlement.requests.js';

const TONES: Readonly<Record<SettlementStage['status'], Tone | 'neutral'>> = {
  RUNNING: 'neutral', REPORT_DUE: 'information', REPORT_OVERDUE: 'danger', REPORTED: 'warning', DECIDED: 'information', OBJECTED: 'warning', FINAL: 'success',
};

/** Every stage of a call with where its settlement stands, what is owed, and what was imposed. */
export function SettlementsPage(): ReactElement {
  const { t } = useTranslation();
  const call = useCurrentCall();
  const query = useSettlementStages(call.id);
  return (
    <Page title={t('grantSettlement.title')} hideTitle>
      <Loaded query={query}>{(stages) => <StagesCard callId={call.id} stages={stages} />}</Loaded>
      <RecoveriesCard callId={call.id} />
      <SanctionsCard callId={call.id} />
    </Page>
  );
}

const addressOf = (callId: string, { agreementId, stage }: SettlementStage): string => `/grants/${callId}/settlements/${agreementId}/${stage}`;

function StagesCard({ callId, stages }: { readonly callId: string; readonly stages: readonly SettlementStage[] }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useStageColumns(callId);
  if (stages.length === 0) {
    return (
      <Card title={t('grantSettlement.stages')}>
        <Empty>
          <p>{t('grantSettlement.empty')}</p>
        </Empty>
      </Card>
    );
  }
  return (
    <Card flush>
      <DataTable
        label={t('grantSettlement.stages')}
        title={t('grantSettlement.stages')}
        columns={columns}
        rows={stages}
        rowKey={({ agreementId, stage }) => `${agreementId} ${stage}`}
        onOpen={(row) => void navigate(addressOf(callId, row))}
        rowTone={({ status }) => (status === 'REPORT_OVERDUE' ? 'danger' : undefined)}
      />
    </Card>
  );
}

function useStageColumns(callId: string): readonly Column<SettlementStage>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('grantSettlement.agreement'),
        kind: 'text',
        value: ({ agreementNumber }) => agreementNumber,
        cell: (row) => (
          <Link to={addressOf(callId, row)} tabIndex={-1}>
            {row.agreementNumber}
          </Link>
        ),
      },
      { id: 'institution', header: t('grantSettlement.institution'), kind: 'text', text: 'wrap', value: ({ institution }) => institution },
      { id: 'stage', header: t('grantSettlement.stage'), kind: 'text', value: ({ stage }) => t('grantSettlement.stageNo', { stage }) },
      { id: 'status', header: t('grantSettlement.status'), kind: 'text', value: ({ status }) => term('settlementStatus', status), cell: ({ status }) => <Tag tone={TONES[status]}>{term('settlementStatus', status)}</Tag> },
      { id: 'ends', header: t('grantSettlement.endsOn'), kind: 'date', value: ({ endsOn }) => endsOn },
      { id: 'reportDue', header: t('grantSettlement.reportDueOn'), kind: 'date', value: ({ reportDueOn }) => reportDueOn },
      { id: 'reported', header: t('grantSettlement.reportedOn'), kind: 'date', value: ({ reportedOn }) => reportedOn },
      { id: 'settleDue', header: t('grantSettlement.settleDueOn'), kind: 'date', value: ({ settleDueOn }) => settleDueOn },
      { id: 'late', header: t('grantSettlement.lateReduction'), kind: 'percent', value: ({ lateReductionBasisPoints }) => (lateReductionBasisPoints === 0 ? null : `${lateReductionBasisPoints / 100}`) },
      { id: 'settlement', header: t('grantSettlement.number'), kind: 'text', value: ({ settlementNumber, version }) => (settlementNumber === null ? null : `${settlementNumber}${version !== null && version > 1 ? ` (v${version})` : ''}`) },
      { id: 'notice', header: t('grantSettlement.noticeWon'), kind: 'won', value: ({ noticeWon }) => (noticeWon === null ? null : BigInt(noticeWon)), total: true },
    ],
    [t, term, callId],
  );
}
