import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { problemFrom } from '../../api/problem.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { ProgressBar } from '../../design/progress-bar.js';
import { formatInstant } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { progressPart, progressText } from '../download/progress-text.js';
import { usePermissions } from '../session/use-session.js';
import { printReport, type ReportIssueDetail } from './issue.requests.js';

/** Where an issue stands whose files are not there yet: being made and how far, or failed, why, and when it is tried again. Nothing once they are. */
export function IssuePrinting({ issue: { id, files, printFailure, printing } }: { readonly issue: ReportIssueDetail }): ReactElement | null {
  const { t } = useTranslation();
  const say = useBilingual();
  const may = usePermissions();
  const print = useWrite({ mutationFn: () => printReport(id) });
  if (files.length > 0) return null;
  if (printing !== null || printFailure === null) return <Underway printing={printing} />;
  const { tries, failedAt, nextTryAt, reason } = printFailure;
  // What the press itself says is on record by now, and stands above.
  const isOnRecord = print.error !== null && problemFrom(print.error).text.en === reason.en;
  return (
    <>
      <Callout tone="warning" title={t('reportIssue.notPrinted', { tries })}>
        <p>{say(reason)}</p>
        <p>{t('reportIssue.nextTry', { failedAt: formatInstant(failedAt), nextTryAt: formatInstant(nextTryAt) })}</p>
        {may('report.print') && (
          <Button tone="secondary" pending={print.isPending} onPress={() => print.mutate(undefined)}>
            {t('reportIssue.printNow')}
          </Button>
        )}
      </Callout>
      {!isOnRecord && <ProblemCallout error={print.error} />}
    </>
  );
}

/** How far the print is; that it is under way and no more where the server that answers is not the one that prints. */
function Underway({ printing }: Pick<ReportIssueDetail, 'printing'>): ReactElement {
  const { t } = useTranslation();
  const text = printing === null ? null : `${t(`reportIssue.printingSteps.${printing.phase}`)} · ${progressText(t, printing)}`;
  return (
    <Callout tone="information" title={t('reportIssue.printing')}>
      {printing !== null && text !== null && (
        <>
          <ProgressBar label={t('reportIssue.printing')} text={text} part={progressPart(printing)} />
          <p>{text}</p>
        </>
      )}
      <p>{t('reportIssue.printingHint')}</p>
    </Callout>
  );
}
