import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../api/query-client.js';
import { DownloadDialog } from '../download/download-dialog.js';
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
  const take = async (reason: string): Promise<void> => {
    await downloadReport(subject, model, point, format, reason);
    await queryClient.invalidateQueries({ queryKey: ['report-downloads'] });
  };
  return (
    <DownloadDialog title={t('report.reasonTitle', { format: t(`report.${format}`) })} take={take} onClose={onClose} />
  );
}
