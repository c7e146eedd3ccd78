import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { Tag } from '../../design/tag.js';
import { WonText } from '../../design/won-text.js';
import { formatInstant } from '../../format/date.js';
import { formatWon, sumWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { usePermissions } from '../session/use-session.js';
import { useCurrentYear } from '../voucher-year/voucher-year-layout.js';
import { openNotice, useClawback, type Clawback } from './clawback.requests.js';
import styles from './clawback.module.css';
import { MovementDialog, type Movement } from './movement-dialog.js';
import { MovementsCard } from './movements-card.js';

/** One clawback: what was decided and why, what was planned and what has come. */
export function ClawbackPage(): ReactElement {
  const { t } = useTranslation();
  const { clawbackId = '' } = useParams();
  const year = useCurrentYear();
  const query = useClawback(year.id, clawbackId);
  return (
    <Page title={query.data?.number ?? t('clawback.title')} hideTitle>
      <Link to={`/vouchers/${year.id}/clawbacks`}>{t('clawback.back')}</Link>
      <Loaded query={query}>{(clawback) => <ClawbackDetail clawback={clawback} />}</Loaded>
    </Page>
  );
}

function ClawbackDetail({ clawback }: { readonly clawback: Clawback }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const notice = useWrite({ mutationFn: () => openNotice(clawback.id) });
  const actions = (
    <Button icon="file" pending={notice.isPending} onPress={() => notice.mutate(undefined)}>
      {t('clawback.noticePdf')}
    </Button>
  );
  const amount = (label: string, won: string) => (won === '0' ? null : { label, value: <WonText amount={won} /> });
  return (
    <>
      <Card title={`${clawback.number} ${clawback.debtor}`} note={term('clawbackStatus', clawback.status)} actions={actions}>
        <ProblemCallout error={notice.error} />
        <Facts
          columns
          facts={[
            { label: t('clawback.demanded'), value: <WonText amount={clawback.demandedWon} /> },
            amount(t('clawback.surcharged'), clawback.surchargedWon),
            { label: t('clawback.settled'), value: <WonText amount={clawback.settledWon} /> },
            amount(t('clawback.writtenOff'), clawback.writtenOffWon),
            { label: t('clawback.open'), value: <WonText amount={clawback.openWon} /> },
            amount(t('clawback.overdue'), clawback.overdueWon),
          ]}
        />
        <Deeds clawback={clawback} />
      </Card>
      <div className={styles['columns']}>
        <DecisionCard clawback={clawback} />
        <div className={styles['column']}>
          <PlanCard clawback={clawback} />
          <MovementsCard clawback={clawback} />
        </div>
      </div>
    </>
  );
}

function DecisionCard({ clawback }: { readonly clawback: Clawback }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { clauses = [] } = clawback.working as { clauses?: readonly string[] };
  return (
    <Card title={t('clawback.facts')} note={`${clawback.actor} · ${formatInstant(clawback.decidedAt)}`}>
      <Facts
        facts={[
          { label: t('clawback.voucher'), value: <Link to={`/vouchers/${clawback.yearId}/vouchers/${clawback.voucherId}`}>{clawback.voucherNumber}</Link> },
          clawback.serviceNumber === null ? null : { label: t('clawback.service'), value: clawback.serviceNumber },
          { label: t('clawback.ground'), value: term('clawbackGround', clawback.ground) },
          { label: t('clawback.reason'), value: clawback.reason },
          { label: t('clawback.improperOn'), value: clawback.improperOn },
          { label: t('clawback.noticeOn'), value: clawback.noticeOn },
          { label: t('clawback.principal'), value: <WonText amount={clawback.principalWon} /> },
          { label: t('clawback.interest'), value: <WonText amount={clawback.interestWon} /> },
          { label: t('clawback.penalty'), value: <WonText amount={clawback.penaltyWon} /> },
          clawback.droppedWon === '0' ? null : { label: t('clawback.dropped'), value: <WonText amount={clawback.droppedWon} /> },
          clawback.published ? { label: '', value: <Tag tone="warning">{t('clawback.published')}</Tag> } : null,
        ]}
      />
      <h3 className={styles['subtitle']}>{t('clawback.clauses')}</h3>
      <ul className={styles['list']}>
        {clauses.map((clause) => (
          <li key={clause} className={styles['clause']}>
            {clause}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PlanCard({ clawback: { plan } }: { readonly clawback: Clawback }): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('clawback.plan')} flush>
      <PlainTable
        label={t('clawback.plan')}
        rows={plan}
        rowKey={({ no }) => no}
        columns={[
          { header: t('clawback.planNo'), cell: ({ no }) => no },
          { header: t('clawback.due'), cell: ({ dueOn }) => dueOn },
          { header: t('clawback.planAmount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
          { header: t('clawback.planSettled'), align: 'right', cell: ({ settledWon }) => formatWon(settledWon) },
          { header: t('clawback.open'), align: 'right', cell: ({ amountWon, settledWon }) => formatWon(BigInt(amountWon) - BigInt(settledWon)) },
        ]}
        totals={[t('table.total'), '', formatWon(sumWon(plan.map(({ amountWon }) => amountWon))), formatWon(sumWon(plan.map(({ settledWon }) => settledWon))), '']}
      />
    </Card>
  );
}

/** What can be done with the claim as it stands. */
function Deeds({ clawback }: { readonly clawback: Clawback }): ReactElement | null {
  const { t } = useTranslation();
  const may = usePermissions();
  const [opened, setOpened] = useState<Movement | null>(null);
  const open = clawback.openWon !== '0';
  const owed = open || clawback.writtenOffWon !== '0';
  const deeds: readonly { readonly kind: Movement; readonly command: string; readonly possible: boolean }[] = [
    { kind: 'receive', command: 'clawback.receive', possible: owed },
    { kind: 'offset', command: 'clawback.offset', possible: owed && clawback.offsets.length > 0 },
    { kind: 'surcharge', command: 'clawback.surcharge', possible: open && clawback.surchargeDueWon !== '0' },
    { kind: 'writeOff', command: 'clawback.write-off', possible: open },
  ];
  const offered = deeds.filter(({ command, possible }) => possible && may(command));
  if (offered.length === 0) return null;
  return (
    <div className={styles['actions']}>
      {offered.map(({ kind }) => (
        <Button key={kind} tone={kind === 'receive' ? 'primary' : 'secondary'} small onPress={() => setOpened(kind)}>
          {t(`clawback.${kind}`)}
        </Button>
      ))}
      {opened !== null && <MovementDialog clawback={clawback} kind={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}
