import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../api/query-client.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { useTimePoint } from '../fund/time-point.js';
import { downloadReport, type ReportFormat, type ReportModel, type ReportSubject } from './report.requests.js';

interface Props {
  readonly subject: ReportSubject;
  readonly model: ReportModel;
  readonly format: ReportFormat;
  readonly onClose: () => void;
}

export function ReportDownloadDialog({ subject, model, format, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const { point } = useTimePoint();
  const run = async (reason: string): Promise<void> => {
    await downloadReport(subject, model, point, format, reason);
    await queryClient.invalidateQueries({ queryKey: ['report-downloads'] });
  };
  return (
    <ReasonDialog
      title={t('report.reasonTitle', { format: t(`report.${format}`) })}
      label={t('report.reason')}
      hint={t('report.reasonHint')}
      missing={t('report.missingReason')}
      action={t('report.download')}
      run={run}
      onClose={onClose}
    />
  );
}
