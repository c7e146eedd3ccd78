import { useEffect, type ReactElement } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { closeDownload, useDownloadsInSight, type Download } from '../../api/download-store.js';
import { Button } from '../../design/button.js';
import { Icon } from '../../design/icon.js';
import { ProgressBar } from '../../design/progress-bar.js';
import { formatBytes } from '../../format/quantity.js';
import { useBilingual } from '../../i18n/bilingual.js';
import styles from './download-tray.module.css';
import { progressPart, progressText } from './progress-text.js';

/** How long it is said that a file was saved. */
const SAID_MS = 8_000;

/** The files that are on their way, beside whatever page is open: how far each is, and a way to stop it. */
export function DownloadTray(): ReactElement | null {
  const { t } = useTranslation();
  const downloads = useDownloadsInSight();
  useStayAwhile(downloads.some(({ state }) => state === 'RUNNING'));
  if (downloads.length === 0) return null;
  return (
    <section className={styles['tray']} aria-label={t('download.tray')}>
      {downloads.map((download) => (
        <Row key={download.id} download={download} />
      ))}
    </section>
  );
}

function Row({ download }: { readonly download: Download }): ReactElement {
  const { t } = useTranslation();
  const { id, name, state, again } = download;
  const running = state === 'RUNNING';
  useEffect(() => {
    if (state !== 'SAVED') return undefined;
    const timer = window.setTimeout(() => closeDownload(id), SAID_MS);
    return () => window.clearTimeout(timer);
  }, [id, state]);
  const text = useText(download);
  return (
    <div className={styles['row']} data-state={state}>
      <Icon name={running ? 'download' : state === 'SAVED' ? 'check' : 'warning'} size={18} />
      <div className={styles['middle']}>
        <p className={styles['name']} title={name}>
          {name}
        </p>
        {running && <ProgressBar label={name} text={text} part={partOf(download)} />}
        <p className={styles['text']} role={running ? undefined : 'status'}>
          {text}
        </p>
      </div>
      <div className={styles['deeds']}>
        {state === 'FAILED' && again !== null && (
          <Button small onPress={again}>
            {t('download.again')}
          </Button>
        )}
        <Button small tone={running ? 'tertiary' : 'quiet'} onPress={() => closeDownload(id)}>
          {t(running ? 'download.stop' : 'common.close')}
        </Button>
      </div>
    </div>
  );
}

function partOf({ progress, receivedBytes, sizeBytes }: Download): number | null {
  if (sizeBytes !== null && sizeBytes > 0) return receivedBytes / sizeBytes;
  return progress === null ? null : progressPart(progress);
}

function useText(download: Download): string {
  const { t } = useTranslation();
  const say = useBilingual();
  switch (download.state) {
    case 'SAVED':
      return t('download.saved', { size: formatBytes(download.receivedBytes) });
    case 'FAILED':
      return download.problem === null ? '' : say(download.problem.text);
    case 'RUNNING':
      return stepText(t, download);
  }
}

function stepText(t: TFunction, { progress, receivedBytes, sizeBytes }: Download): string {
  if (sizeBytes !== null) return t('download.receiving', { received: formatBytes(receivedBytes), size: formatBytes(sizeBytes) });
  if (progress === null) return t('download.preparing');
  const text = progressText(t, progress);
  // Pages come while they are written.
  return progress.phase === 'WRITING' ? t('download.withSize', { text, size: formatBytes(receivedBytes) }) : text;
}

/** Who leaves the site stops what is on its way: the browser asks first. */
function useStayAwhile(isBusy: boolean): void {
  useEffect(() => {
    if (!isBusy) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBusy]);
}
