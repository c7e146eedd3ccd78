import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../design/reason-dialog.js';

/** What the server asks of a reason. */
const SHORTEST_REASON = 5;

interface Props {
  /** What is taken away. */
  readonly title: ReactNode;
  readonly hint?: string;
  /** Letters that a reason must have; five unless said otherwise. */
  readonly atLeast?: number;
  /** Begins to fetch it: settles as soon as it is on its way. */
  readonly take: (reason: string) => Promise<void>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Takes a file away: why, and then it comes by itself beside the page. */
export function DownloadDialog({ title, hint, atLeast = SHORTEST_REASON, take, onClose, children }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <ReasonDialog
      title={title}
      label={t('download.reason')}
      hint={hint ?? t('download.hint')}
      missing={t('download.missing', { count: atLeast })}
      action={t('download.take')}
      atLeast={atLeast}
      run={take}
      onClose={onClose}
    >
      {children}
    </ReasonDialog>
  );
}
