import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useIntent } from '../../api/intent.js';
import { Callout } from '../../design/callout.js';
import { Facts } from '../../design/facts.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { formatInstant, formatOfficialDate } from '../../format/date.js';
import { issueReport, refreshIssues, reissueReport, useHolding, type IssueReport } from './issue.requests.js';
import styles from './report-page.module.css';
import type { ReportModel, ReportSubject } from './report.requests.js';

interface Props {
  readonly subject: ReportSubject;
  readonly model: ReportModel;
  readonly onClose: () => void;
}

/** Kinds have one name in addresses and another in the contract. */
const kindOf = (kind: ReportSubject['kind']): IssueReport['kind'] => kind.replaceAll('-', '_').toUpperCase() as IssueReport['kind'];

/** Issues the report that is on the screen: with a number, for good. Where one of the same day holds, the next version of it. */
export function IssueDialog({ subject, model: { meta }, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const intent = useIntent();
  const kind = kindOf(subject.kind);
  const { data: holding = null } = useHolding(kind, subject.id, meta.asOf);
  const [knownAt] = useState(() => new Date(Date.parse(meta.knownBefore) - 1).toISOString());
  const run = async (reason: string): Promise<void> => {
    const point = { asOf: meta.asOf, knownAt, reason };
    const headers = intent.headersFor({ kind, subject: subject.id, holding: holding?.id, ...point });
    const issued = holding === null ? await issueReport({ ...point, kind, subjectId: subject.id }, headers) : await reissueReport(holding.id, point, headers);
    intent.done();
    await refreshIssues();
    void navigate(`/reports/${issued.id}`);
  };
  return (
    <ReasonDialog
      title={t(holding === null ? 'reportIssue.issueTitle' : 'reportIssue.reissueTitle')}
      label={t('reportIssue.reason')}
      hint={t('reportIssue.reasonHint')}
      missing={t('report.missingReason')}
      action={t(holding === null ? 'reportIssue.issue' : 'reportIssue.reissue')}
      run={run}
      onClose={onClose}
    >
      <p>{t('reportIssue.issueLead')}</p>
      {holding !== null && (
        <Callout tone="warning" title={t('reportIssue.holds', { number: holding.number, version: holding.version })}>
          <p>{t('reportIssue.holdsText', { next: holding.version + 1 })}</p>
        </Callout>
      )}
      <Facts
        facts={[
          { label: t('report.asOf'), value: formatOfficialDate(meta.asOf) },
          { label: t('report.knownBefore'), value: formatInstant(knownAt) },
          { label: t('report.fingerprint'), value: <span className={styles['hash']}>{meta.dataSha256}</span> },
        ]}
      />
    </ReasonDialog>
  );
}
