import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../api/download.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Loaded } from '../../design/loaded.js';
import { formatInstant, formatOfficialDate } from '../../format/date.js';
import styles from './recognition.module.css';
import { useSnapshot, type FrozenFacts, type Recognition } from './recognition.requests.js';

/** The facts that recognitions froze, each by its hash. */
export function Snapshots({ recognition }: { readonly recognition: Recognition }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className={styles['part']}>
      <h3>{t('recognition.snapshots')}</h3>
      {recognition.snapshots.map(({ classificationId, sha256, asOf, knownAt }) => (
        <p key={classificationId} className={styles['document']}>
          <span>
            {t('recognition.snapshotOf', { date: formatOfficialDate(asOf) })} · {formatInstant(knownAt)}
          </span>
          <span className={styles['hash']} title={sha256}>
            SHA-256 {sha256.slice(0, 16)}…
          </span>
          <Button small tone="quiet" icon="file" onPress={() => setOpen(sha256)}>
            {t('recognition.snapshotOpen')}
          </Button>
        </p>
      ))}
      {open !== null && <SnapshotDialog recognition={recognition} sha256={open} onClose={() => setOpen(null)} />}
    </section>
  );
}

interface DialogProps {
  readonly recognition: Recognition;
  readonly sha256: string;
  readonly onClose: () => void;
}

function SnapshotDialog({ recognition, sha256, onClose }: DialogProps): ReactElement {
  const { t } = useTranslation();
  const query = useSnapshot(recognition.fundId, recognition.investmentId, sha256);
  return (
    <Dialog title={t('recognition.snapshotTitle')} open onClose={onClose} wide>
      <Loaded query={query}>{(frozen) => <Frozen frozen={frozen} />}</Loaded>
      <DialogActions>
        <Button tone="primary" onPress={onClose}>
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Frozen({ frozen }: { readonly frozen: FrozenFacts }): ReactElement {
  const { t } = useTranslation();
  const save = (): void => saveFile(new Blob([frozen.facts], { type: 'application/json' }), `snapshot-${frozen.sha256.slice(0, 16)}.json`);
  return (
    <>
      <p className={styles['note']}>{t('recognition.snapshotHint')}</p>
      <p className={styles['hash']}>SHA-256 {frozen.sha256}</p>
      <pre className={styles['facts']} tabIndex={0}>
        {JSON.stringify(JSON.parse(frozen.facts), null, 2)}
      </pre>
      <div>
        <Button small tone="secondary" icon="download" onPress={save}>
          {t('recognition.snapshotSave')}
        </Button>
      </div>
    </>
  );
}
