import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatInstant } from '../../format/date.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import { DownloadDialog } from '../download/download-dialog.js';
import { usePermissions } from '../session/use-session.js';
import { useAuditQuery } from './audit-query.js';
import { downloadEvidence, useDecisions, type DecisionEvidence, type Decisions } from './audit.requests.js';
import { DecisionCard } from './decision-card.js';
import styles from './object-page.module.css';

/** 누가, 무엇을 보고, 어떤 기준으로: everything that was decided about one thing, on one page. */
export function ObjectPage(): ReactElement {
  const { t } = useTranslation();
  const { subjectId = '' } = useParams();
  const { point } = useAuditQuery();
  const query = useDecisions(subjectId, point);
  return (
    <Page title={query.data === undefined ? t('audit.objects') : query.data.subject.label} lead={t('audit.decisionsLead')} actions={query.data !== undefined && <BundleButton decisions={query.data} />}>
      <Loaded query={query}>{(decisions) => <Body decisions={decisions} />}</Loaded>
    </Page>
  );
}

function Body({ decisions: { subject, decisions, recognitions, evidence } }: { readonly decisions: Decisions }): ReactElement {
  const { t } = useTranslation();
  const kindOf = useDottedNames('audit.kinds');
  const { search } = useAuditQuery();
  const origin = subject.kind === 'investment' ? `/funds/${subject.fundId}/investments/${subject.id}` : `/funds/${subject.fundId}`;
  return (
    <>
      <p className={styles['origin']}>
        {kindOf(subject.kind)} {subject.fundId !== null && <Link to={`${origin}${search}`}>{subject.label}</Link>}
      </p>
      {recognitions.length > 0 && (
        <Card title={t('audit.recognitions')} flush>
          <RecognitionTable recognitions={recognitions} />
        </Card>
      )}
      <Card title={t('audit.evidence')} flush>
        {evidence.length === 0 ? <Empty>{t('audit.noEvidence')}</Empty> : <EvidenceTable evidence={evidence} />}
      </Card>
      <h2 className={styles['heading']}>{t('audit.decisions', { count: decisions.length })}</h2>
      {decisions.length === 0 && <Empty>{t('audit.noDecisions')}</Empty>}
      <ol className={styles['decisions']}>
        {decisions.map((decision) => (
          <li key={decision.commandId}>
            <DecisionCard decision={decision} />
          </li>
        ))}
      </ol>
    </>
  );
}

function RecognitionTable({ recognitions }: Pick<Decisions, 'recognitions'>): ReactElement {
  const { t } = useTranslation();
  return (
    <PlainTable
      label={t('audit.recognitions')}
      rows={recognitions}
      rowKey={({ id }) => id}
      columns={[
        { header: t('audit.knownOn'), cell: ({ knownAt }) => formatInstant(knownAt), align: 'center' },
        { header: t('audit.recognition'), cell: ({ decision, route }) => [decision, route].filter((word) => word !== null).join(' · '), wrap: true },
        { header: t('audit.effectOn'), cell: ({ effectiveOn }) => effectiveOn, align: 'center' },
        { header: t('audit.decidedBy'), cell: ({ decidedBy }) => decidedBy },
        { header: t('audit.reason'), cell: ({ reason }) => reason, wrap: true },
        { header: t('audit.version'), cell: ({ ruleVersion }) => ruleVersion ?? t('audit.fromRegister'), align: 'center' },
      ]}
    />
  );
}

function EvidenceTable({ evidence }: { readonly evidence: readonly DecisionEvidence[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <PlainTable
      label={t('audit.evidence')}
      rows={evidence}
      rowKey={({ id }) => id}
      columns={[
        { header: t('audit.kind'), cell: ({ kind }) => kind, wrap: true },
        { header: t('audit.issuedOn'), cell: ({ issuedOn }) => issuedOn ?? '–', align: 'center' },
        { header: t('audit.file'), cell: ({ fileName }) => fileName ?? t('audit.noFile'), wrap: true },
        { header: 'SHA-256', cell: ({ sha256 }) => <span className={styles['hash']}>{sha256 ?? '–'}</span>, wrap: true },
        { header: t('audit.attachedAt'), cell: ({ attachedAt }) => formatInstant(attachedAt), align: 'center' },
      ]}
    />
  );
}

function BundleButton({ decisions: { subject, evidence } }: { readonly decisions: Decisions }): ReactElement | null {
  const { t } = useTranslation();
  const may = usePermissions();
  const [asking, setAsking] = useState(false);
  if (!may('evidence-bundle.download') || evidence.every(({ sha256 }) => sha256 === null)) return null;
  return (
    <>
      <Button icon="download" onPress={() => setAsking(true)}>
        {t('audit.bundle')}
      </Button>
      {asking && <DownloadDialog title={t('audit.bundleTitle')} hint={t('audit.reasonHint')} take={(reason) => downloadEvidence(subject.id, reason)} onClose={() => setAsking(false)} />}
    </>
  );
}
