import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { formatInstant, formatOfficialDate } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTimePoint } from '../fund/time-point.js';
import { VerdictTag } from '../fund/verdict-tag.js';
import { usePermissions } from '../session/use-session.js';
import { IssueDialog } from './issue-dialog.js';
import { ReportBlockView } from './report-block.js';
import { ReportDownloadDialog } from './report-download-dialog.js';
import styles from './report-page.module.css';
import { TraceProvider } from './trace.js';
import { useReport, type ReportFormat, type ReportModel, type ReportSubject } from './report.requests.js';

const FORMATS: readonly ReportFormat[] = ['pdf', 'xlsx', 'csv'];

interface Props {
  readonly subject: ReportSubject;
  readonly title: string;
  /** Before the downloads: whose day is shown, where the page has to ask for it itself. */
  readonly tools?: ReactNode;
  /** Above the report: which one it is. */
  readonly choice?: ReactNode;
}

/** A report as it will be handed out, section by section; one click and a reason take it away. */
export function ReportFrame({ subject, title, tools, choice }: Props): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { point } = useTimePoint();
  const query = useReport(subject, point);
  const [format, setFormat] = useState<ReportFormat | null>(null);
  const [issuing, setIssuing] = useState(false);
  const model = query.data;
  return (
    <Page
      title={title}
      lead={t('report.lead')}
      actions={
        <>
          {tools}
          {may('report.download') &&
            model !== undefined &&
            FORMATS.map((each) => (
              <Button key={each} tone={each === 'pdf' ? 'primary' : 'tertiary'} icon="download" onPress={() => setFormat(each)}>
                {t(`report.${each}`)}
              </Button>
            ))}
          {may('report.issue') && model !== undefined && (
            <Button tone="secondary" onPress={() => setIssuing(true)}>
              {t('reportIssue.issue')}
            </Button>
          )}
        </>
      }
    >
      {choice}
      {query.isPending ? (
        <Card>
          <p role="status">{t('report.making')}</p>
        </Card>
      ) : (
        <Loaded query={query}>
          {(report) => (
            <TraceProvider model={report}>
              <Report model={report} />
            </TraceProvider>
          )}
        </Loaded>
      )}
      {format !== null && model !== undefined && <ReportDownloadDialog subject={subject} model={model} format={format} onClose={() => setFormat(null)} />}
      {issuing && model !== undefined && <IssueDialog subject={subject} model={model} onClose={() => setIssuing(false)} />}
    </Page>
  );
}

function Report({ model }: { readonly model: ReportModel }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <div className={styles['columns']}>
      <nav className={styles['contents']} aria-label={t('report.contents')}>
        <ol>
          {model.sections.map((section) => (
            <li key={section.id}>
              <a href={`#${section.id}`}>
                {say(section.title)}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <article className={styles['paper']}>
        <Cover model={model} />
        {model.sections.map((section) => (
          <section key={section.id} id={section.id} className={styles['section']}>
            <h3>{say(section.title)}</h3>
            {section.blocks.map((block, position) => (
              <ReportBlockView key={position} block={block} />
            ))}
          </section>
        ))}
      </article>
    </div>
  );
}

function Cover({ model: { meta, verdict } }: { readonly model: ReportModel }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <header className={styles['cover']}>
      <p className={styles['mark']}>
        <span>{meta.number}</span>
        <span>{meta.securityMark}</span>
      </p>
      <h2>
        {meta.subjectName} {say(meta.title)}
      </h2>
      <p className={styles['verdict']}>
        <VerdictTag verdict={verdict.code} text={say(verdict.title)} large />
        {say(verdict.text)}
      </p>
      <Facts
        columns
        facts={[
          { label: t('report.asOf'), value: formatOfficialDate(meta.asOf) },
          { label: t('report.knownBefore'), value: formatInstant(meta.knownBefore) },
          { label: t('report.generatedAt'), value: formatInstant(meta.generatedAt) },
          { label: t('report.ruleVersion'), value: meta.ruleVersion },
          { label: t('report.fingerprint'), value: <span className={styles['hash']}>{meta.dataSha256}</span> },
        ]}
      />
    </header>
  );
}
