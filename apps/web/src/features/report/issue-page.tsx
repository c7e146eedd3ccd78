import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useIntent } from '../../api/intent.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Page, Stack } from '../../design/page.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { Toggle } from '../../design/toggle.js';
import { formatInstant, formatOfficialDate } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { DownloadDialog } from '../download/download-dialog.js';
import { usePermissions } from '../session/use-session.js';
import { useSignatureText } from '../verification/signature-text.js';
import { IssueChanges } from './issue-changes.js';
import { IssueDownloads, IssueVersions } from './issue-history.js';
import { IssuePrinting } from './issue-printing.js';
import { IssueStatusTag } from './issue-status-tag.js';
import { downloadIssue, useIssue, withdrawReport, type IssueFormat, type ReportIssueDetail } from './issue.requests.js';
import styles from './report-page.module.css';

const FORMATS: readonly IssueFormat[] = ['pdf', 'xlsx', 'csv', 'json'];

/** One issued version: what it is worth, its files, the versions around it, what is different and who took it away. */
export function IssuePage(): ReactElement {
  const { issueId = '' } = useParams();
  return <Loaded query={useIssue(issueId)}>{(issue) => <Issue key={issue.id} issue={issue} />}</Loaded>;
}

function Issue({ issue }: { readonly issue: ReportIssueDetail }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const may = usePermissions();
  const [format, setFormat] = useState<IssueFormat | null>(null);
  const [withdrawing, setWithdrawing] = useState(false);
  const valid = issue.versions.find(({ status }) => status === 'VALID');
  return (
    <Page
      title={t('reportIssue.pageTitle', { number: issue.number, version: issue.version })}
      lead={`${say(issue.title)} · ${issue.subjectName}`}
      actions={
        <>
          {may('report.download') &&
            FORMATS.filter((each) => issue.files.some((file) => file.format === each)).map((each) => (
              <Button key={each} tone={each === 'pdf' ? 'primary' : 'tertiary'} icon="download" onPress={() => setFormat(each)}>
                {t(`reportIssue.formats.${each}`)}
              </Button>
            ))}
          {may('report.withdraw') && issue.status === 'VALID' && (
            <Button tone="danger" onPress={() => setWithdrawing(true)}>
              {t('reportIssue.withdraw')}
            </Button>
          )}
        </>
      }
    >
      {issue.status !== 'VALID' && (
        <Callout tone="warning" title={t(`reportIssue.ended.${issue.status}`, { at: formatInstant(issue.endedAt ?? issue.issuedAt) })}>
          <p>{valid === undefined ? (issue.withdrawnReason ?? t('reportIssue.noneHolds')) : <Link to={`/reports/${valid.id}`}>{t('reportIssue.goToValid', { version: valid.version })}</Link>}</p>
        </Callout>
      )}
      <IssuePrinting issue={issue} />
      <Card>
        <IssueFacts issue={issue} />
      </Card>
      {issue.changes !== null && <IssueChanges changes={issue.changes} version={issue.version} />}
      <IssueVersions issue={issue} />
      {may('report.log') && <IssueDownloads id={issue.id} />}
      {format !== null && <TakeDialog issue={issue} format={format} onClose={() => setFormat(null)} />}
      {withdrawing && <WithdrawDialog issue={issue} onClose={() => setWithdrawing(false)} />}
    </Page>
  );
}

function IssueFacts({ issue }: { readonly issue: ReportIssueDetail }): ReactElement {
  const { t } = useTranslation();
  const signatureText = useSignatureText();
  const pdf = issue.files.find(({ format }) => format === 'pdf');
  const hash = (text: string): ReactElement => <span className={styles['hash']}>{text}</span>;
  return (
    <Stack>
      <Facts
        columns
        facts={[
          { label: t('reportIssue.status'), value: <IssueStatusTag status={issue.status} /> },
          { label: t('report.asOf'), value: formatOfficialDate(issue.asOf) },
          { label: t('report.knownBefore'), value: formatInstant(issue.knownBefore) },
          { label: t('reportIssue.issuedAt'), value: formatInstant(issue.issuedAt) },
          { label: t('reportIssue.hands'), value: issue.hands.map(({ role, name, at }) => `${role} ${name} (${formatInstant(at)})`).join(' · ') },
          { label: t('reportIssue.reason'), value: issue.reason },
          { label: t('report.ruleVersion'), value: issue.ruleVersion },
          { label: t('reportIssue.code'), value: <a href={`/verify/${issue.code}`}>{issue.code}</a> },
          pdf === undefined ? null : { label: t('reportIssue.signature'), value: signatureText(pdf) ?? t('reportIssue.unsigned') },
          { label: t('report.fingerprint'), value: hash(issue.dataSha256) },
          pdf === undefined ? null : { label: t('reportIssue.fileHash'), value: hash(pdf.sha256) },
        ]}
      />
    </Stack>
  );
}

/** What bears no mark of its own may go with a paper that does. */
const UNMARKED: ReadonlySet<IssueFormat> = new Set<IssueFormat>(['csv', 'json']);

function TakeDialog({ issue, format, onClose }: { readonly issue: ReportIssueDetail; readonly format: IssueFormat; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const isUnmarked = UNMARKED.has(format);
  const [receipt, setReceipt] = useState(isUnmarked);
  return (
    <DownloadDialog title={t('report.reasonTitle', { format: t(`reportIssue.formats.${format}`) })} take={(reason) => downloadIssue(issue, { format, reason, receipt })} onClose={onClose}>
      {isUnmarked && (
        <>
          <div>
            <Toggle selected={receipt} onChange={setReceipt}>
              {t('download.receipt')}
            </Toggle>
          </div>
          <p>{t('download.receiptHint')}</p>
        </>
      )}
    </DownloadDialog>
  );
}

function WithdrawDialog({ issue, onClose }: { readonly issue: ReportIssueDetail; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  return (
    <ReasonDialog
      title={t('reportIssue.withdrawTitle', { number: issue.number, version: issue.version })}
      label={t('reportIssue.withdrawReason')}
      missing={t('report.missingReason')}
      action={t('reportIssue.withdraw')}
      tone="danger"
      run={(reason) => withdrawReport(issue.id, reason, intent.headersFor({ id: issue.id, reason }))}
      onClose={onClose}
    >
      <p>{t('reportIssue.withdrawLead')}</p>
    </ReasonDialog>
  );
}
